import { readFileSync } from 'node:fs';
import path from 'node:path';
import initSqlJs from 'sql.js';
import { placeLayer, type Placing } from '../../src/core/import/placeLayer';
import type { ImportedLayer } from '../../src/core/import/importedLayer';
import { readFiles, type DroppedFile, type FileReading, type HeavyReaders } from '../../src/core/import/readFiles';
import { REPOSITORY } from './tool';

/** The place that the fixtures in tests/fixtures/import lie in. */
export const NEAR: Placing['near'] = { west: 10.3, south: 59.8, east: 10.7, north: 60.0 };

/** The large readers as they are in Node; without GDAL. */
export const HEAVY: HeavyReaders = {
  openSqlite: async (bytes) => {
    const { Database } = await initSqlJs();
    return new Database(bytes);
  },
  convertForeign: null,
};

/** A fixture as it would be dropped. */
export function droppedFixture(name: string): DroppedFile {
  return { name, bytes: new Uint8Array(readFileSync(path.join(REPOSITORY, 'tests/fixtures/import', name))) };
}

/** Text as a dropped file. */
export function droppedText(name: string, text: string): DroppedFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** Reads files and places their layers, or throws what is told of them. */
export async function importedLayers(files: readonly DroppedFile[], placing: Partial<Placing> = {}): Promise<readonly ImportedLayer[]> {
  const reading = await readFiles(files, HEAVY);
  if (reading.kind === 'failed') throw new Error(reading.problem);
  return reading.layers.map((raw) => placeLayer(raw, { near: NEAR, chosen: null, ...placing }));
}

/** What is told of files that cannot be read. */
export async function refusal(...files: readonly DroppedFile[]): Promise<string> {
  const reading: FileReading = await readFiles(files, HEAVY);
  if (reading.kind === 'read') throw new Error('The files were read.');
  return reading.problem;
}
