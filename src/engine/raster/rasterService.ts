import { ImportProblem, messageOf } from '../../core/import/importProblem';
import type { RasterFacts } from '../../core/import/rasters/rasterLayer';
import { CellReader } from './cells';
import { describeRaster } from './describeRaster';
import { drawPicture } from './drawPicture';
import { drawTile } from './drawTile';
import { measureRaster } from './measureRaster';
import { openRaster } from './openRaster';
import type { RasterAnswer, RasterRequest } from './protocol';

interface KnownRaster {
  readonly facts: RasterFacts;
  readonly reader: CellReader;
}

/** A box that changes nothing: rasters that are known were placed when they were taken in. */
const ANYWHERE = { west: -180, south: -90, east: 180, north: 90 } as const;

/** What the raster worker does: keeps rasters open, draws tiles and pictures of them, and measures outlines on them. */
export class RasterService {
  readonly #known = new Map<string, Promise<KnownRaster>>();
  /** Work is done one thing after the other: what is decoded at once stays within bounds. */
  #turn: Promise<unknown> = Promise.resolve();

  /** The answer to a request; nothing is thrown. */
  async serve(request: RasterRequest): Promise<RasterAnswer> {
    const work = this.#turn.then(() => this.#answer(request));
    this.#turn = work;
    return work;
  }

  async #answer(request: RasterRequest): Promise<RasterAnswer> {
    try {
      switch (request.kind) {
        case 'describe':
          return { kind: 'described', candidate: await describeRaster(request.file, request.name, request.near, request.chosen) };
        case 'open':
          this.#known.set(request.id, open(request.file, request.facts));
          await this.#raster(request.id);
          return { kind: 'done' };
        case 'tile': {
          const { reader, facts } = await this.#raster(request.id);
          return { kind: 'drawn', pixels: await drawTile(reader, facts, request.reading, request.address) };
        }
        case 'picture': {
          const { reader, facts } = await this.#raster(request.id);
          return { kind: 'pictured', address: await drawPicture(reader, facts, request.reading, request.order) };
        }
        case 'measure': {
          const { reader, facts } = await this.#raster(request.id);
          return { kind: 'measured', statistics: await measureRaster(reader, facts, request.as, request.outline) };
        }
        case 'close':
          this.#known.delete(request.id);
          return { kind: 'done' };
      }
    } catch (problem) {
      if (problem instanceof ImportProblem) return { kind: 'failed', problem: problem.message };
      return { kind: 'failed', problem: `Rasteret kunne ikke leses (${messageOf(problem)}). Hent filen på nytt, eller lagre den på nytt i QGIS.` };
    }
  }

  async #raster(id: string): Promise<KnownRaster> {
    const raster = this.#known.get(id);
    if (!raster) throw new ImportProblem('Rasteret er ikke åpnet. Last siden på nytt.');
    return raster;
  }
}

async function open(file: Blob, facts: RasterFacts): Promise<KnownRaster> {
  const raster = await openRaster(file, facts.name, ANYWHERE, facts.system.id);
  return { facts, reader: new CellReader({ ...raster, facts }) };
}
