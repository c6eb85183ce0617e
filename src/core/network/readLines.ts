import { z } from 'zod';
import { NetworkFileError } from './networkFileError';
import { readGeoJsonLines } from './readGeoJsonLines';
import { readOverpass } from './readOverpass';
import type { WalkingLines } from './walkingLines';

const overpassShape = z.object({ elements: z.array(z.unknown()) });

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new NetworkFileError(`«${name}» er ikke gyldig JSON. Et gangnett kan være GeoJSON-linjer, Overpass-JSON eller .osm.pbf.`);
  }
}

/**
 * Reads a walking network that is text: GeoJSON lines or an Overpass answer.
 *
 * @throws NetworkFileError whose message is for people.
 */
export function readTextLines(name: string, text: string): WalkingLines {
  const json = parseJson(text, name);
  return overpassShape.safeParse(json).success ? readOverpass(json, name) : readGeoJsonLines(json, name);
}

/**
 * Reads a walking network file: text is GeoJSON lines or an Overpass answer, bytes are `.osm.pbf`. Rejects with a
 * NetworkFileError, whose message is for people. The reader of `.osm.pbf` is loaded when first needed.
 */
export async function readLines(name: string, content: string | Uint8Array): Promise<WalkingLines> {
  if (typeof content === 'string') return readTextLines(name, content);
  const { readOsmPbf } = await import('./readOsmPbf');
  return readOsmPbf(content, name);
}
