import type { LayerId } from '../../core/domain/identifiers';
import type { TileAddress } from '../../core/import/rasters/webMercatorTile';
import type { TakenLayer } from '../../core/import/takenLayer';
import { drawnLayer } from '../../core/import/tiles/drawnLayer';
import { fileOf } from '../layerFile';
import { transferablesOf, type TileReply, type TileRequest, type ToldDrawing } from './protocol';

/** Draws the user's own layers beside the page, tile by tile. */
export interface TileClient {
  /** The layers in use from now on. */
  readonly use: (taken: readonly TakenLayer[]) => void;
  /** A vector tile; null where there is nothing, also where drawing breaks down. */
  readonly tile: (layer: LayerId, address: TileAddress) => Promise<Uint8Array<ArrayBuffer> | null>;
  readonly close: () => void;
}

/** A started worker. */
export type OpenTileWorker = () => Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

const openTileWorker: OpenTileWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** What is told of a layer. */
function drawingOf({ id, assignment, layer }: TakenLayer): ToldDrawing {
  const file = fileOf(layer);
  return file ? { id, assignment, layer: file } : drawnLayer({ id, assignment, layer });
}

/** Starts a worker that draws layers. */
export function createTileClient(open: OpenTileWorker = openTileWorker): TileClient {
  const worker = open();
  const waiting = new Map<number, (tile: TileReply['tile']) => void>();
  let latest = 0;
  /** Layers that the worker has. */
  let told: ReadonlySet<string> = new Set();

  function giveUp(): void {
    for (const settle of waiting.values()) settle(null);
    waiting.clear();
  }

  worker.addEventListener('message', (event) => {
    const { number, tile } = (event as MessageEvent<TileReply>).data;
    waiting.get(number)?.(tile);
    waiting.delete(number);
  });
  worker.addEventListener('error', giveUp);
  worker.addEventListener('messageerror', giveUp);

  const send = (request: TileRequest): void => worker.postMessage(request, { transfer: transferablesOf(request) });

  return {
    use(taken) {
      const ids = taken.map(({ id }) => id);
      send({ kind: 'use', ids, added: taken.filter(({ id }) => !told.has(id)).map(drawingOf) });
      told = new Set(ids);
    },
    tile: (layer, address) =>
      new Promise((resolve) => {
        latest += 1;
        waiting.set(latest, resolve);
        send({ kind: 'tile', number: latest, layer, address });
      }),
    close() {
      worker.terminate();
      giveUp();
    },
  };
}
