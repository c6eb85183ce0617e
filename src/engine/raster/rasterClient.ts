import type { SystemId } from '../../core/import/coordinateSystem';
import type { LonLatBox } from '../../core/import/importedLayer';
import type { RasterFacts, RasterKind, RasterReading } from '../../core/import/rasters/rasterLayer';
import type { RasterStatistics } from '../../core/import/rasters/rasterStatistics';
import type { TileAddress } from '../../core/import/rasters/webMercatorTile';
import type { LonLatMultiPolygon } from '../../core/geometry/shapes';
import type { RasterCandidate } from './describeRaster';
import type { PictureOrder } from './drawPicture';
import type { NumberedAnswer, NumberedRequest, RasterAnswer, RasterRequest } from './protocol';

/** Reads rasters beside the page. What cannot be done rejects with a Norwegian text for the user. */
export interface RasterClient {
  readonly describe: (file: Blob, name: string, near: LonLatBox, chosen: SystemId | null) => Promise<RasterCandidate>;
  readonly open: (id: string, file: Blob, facts: RasterFacts) => Promise<void>;
  /** Red to alpha; null where the raster has nothing. */
  readonly tile: (id: string, reading: RasterReading, address: TileAddress) => Promise<Uint8ClampedArray<ArrayBuffer> | null>;
  /** A PNG as a `data:` address; null where the raster has nothing. */
  readonly picture: (id: string, reading: RasterReading, order: PictureOrder) => Promise<string | null>;
  readonly measure: (id: string, as: RasterKind, outline: LonLatMultiPolygon) => Promise<RasterStatistics>;
  readonly forget: (id: string) => void;
  /** Stops at once, whatever is under way. */
  readonly close: () => void;
}

/** A started raster worker. */
export type OpenRasterWorker = () => Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

const openRasterWorker: OpenRasterWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

const BROKEN_DOWN = 'Rasteret kunne ikke leses: nettleseren gikk tom for minne, eller arbeidstråden stanset. Klipp det til kommunen i QGIS, og prøv igjen.';

/** Starts a raster worker. */
export function createRasterClient(open: OpenRasterWorker = openRasterWorker): RasterClient {
  const worker = open();
  const waiting = new Map<number, (answer: RasterAnswer) => void>();
  let latest = 0;

  function failAll(): void {
    for (const settle of waiting.values()) settle({ kind: 'failed', problem: BROKEN_DOWN });
    waiting.clear();
  }

  worker.addEventListener('message', (event) => {
    const { number, answer } = (event as MessageEvent<NumberedAnswer>).data;
    waiting.get(number)?.(answer);
    waiting.delete(number);
  });
  worker.addEventListener('error', failAll);
  worker.addEventListener('messageerror', failAll);

  function ask<Kind extends RasterAnswer['kind']>(request: RasterRequest, kind: Kind): Promise<Extract<RasterAnswer, { kind: Kind }>> {
    return new Promise((resolve, reject) => {
      latest += 1;
      waiting.set(latest, (answer) => {
        if (answer.kind === kind) resolve(answer as Extract<RasterAnswer, { kind: Kind }>);
        else reject(new Error(answer.kind === 'failed' ? answer.problem : BROKEN_DOWN));
      });
      const numbered: NumberedRequest = { number: latest, request };
      worker.postMessage(numbered);
    });
  }

  return {
    async describe(file, name, near, chosen) {
      const { candidate } = await ask({ kind: 'describe', file, name, near, chosen }, 'described');
      return candidate;
    },
    async open(id, file, facts) {
      await ask({ kind: 'open', id, file, facts }, 'done');
    },
    async tile(id, reading, address) {
      const { pixels } = await ask({ kind: 'tile', id, reading, address }, 'drawn');
      return pixels;
    },
    async picture(id, reading, order) {
      const { address } = await ask({ kind: 'picture', id, reading, order }, 'pictured');
      return address;
    },
    async measure(id, as, outline) {
      const { statistics } = await ask({ kind: 'measure', id, as, outline }, 'measured');
      return statistics;
    },
    forget(id) {
      ask({ kind: 'close', id }, 'done').catch(() => undefined);
    },
    close() {
      worker.terminate();
      failAll();
    },
  };
}
