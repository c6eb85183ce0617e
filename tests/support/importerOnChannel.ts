import { ImportService } from '../../src/engine/import/importService';
import type { OpenImportWorker } from '../../src/engine/import/importer';
import { transferablesOf, type ImportReply, type ImportRequest } from '../../src/engine/import/protocol';
import type { NumberedAnswer, NumberedRequest } from '../../src/engine/raster/protocol';
import type { OpenRasterWorker } from '../../src/engine/raster/rasterClient';
import { RasterService } from '../../src/engine/raster/rasterService';
import type { TileRequest } from '../../src/engine/tiles/protocol';
import type { OpenTileWorker } from '../../src/engine/tiles/tileClient';
import { TileService } from '../../src/engine/tiles/tileService';
import { HEAVY } from './importFiles';

/** How many workers were started and stopped. */
export interface WorkerCount {
  opened: number;
  closed: number;
}

/** A worker at the other end of a message channel: what passes is copied and transferred as between threads. */
function onChannel<Request>(count: WorkerCount, serve: (request: Request, send: (reply: unknown, transfer: readonly ArrayBuffer[]) => void) => void): ReturnType<OpenImportWorker> {
  const { port1: page, port2: worker } = new MessageChannel();
  count.opened += 1;
  worker.addEventListener('message', ({ data }: MessageEvent<Request>) => {
    serve(data, (reply, transfer) => worker.postMessage(reply, { transfer: [...transfer] }));
  });
  worker.start();
  page.start();
  return {
    postMessage: (message: unknown) => page.postMessage(message, { transfer: [] }),
    addEventListener: page.addEventListener.bind(page) as Worker['addEventListener'],
    terminate: () => {
      count.closed += 1;
      page.close();
      worker.close();
    },
  };
}

/** Import workers in this thread, with the readers that Node has. */
export function importWorkers(count: WorkerCount): OpenImportWorker {
  return () => {
    let tell: (reply: ImportReply) => void = () => undefined;
    const service = new ImportService(HEAVY, (progress) => tell({ kind: 'progress', progress }));
    // A file keeps its name on the way between threads of a browser, but not of Node.
    let names: readonly string[] = [];
    const { postMessage: pass, ...worker } = onChannel<ImportRequest>(count, (request, send) => {
      tell = (reply) => send(reply, []);
      const named = request.kind === 'read' ? { ...request, files: request.files.map((file, index) => new File([file], names[index] ?? '')) } : request;
      void service.serve(named).then((reply) => send(reply, transferablesOf(reply)));
    });
    return {
      ...worker,
      postMessage(request: ImportRequest) {
        if (request.kind === 'read') names = request.files.map(({ name }) => name);
        pass(request);
      },
    };
  };
}

/** Raster workers in this thread. */
export function rasterWorkers(count: WorkerCount): OpenRasterWorker {
  return () => {
    const service = new RasterService();
    return onChannel<NumberedRequest>(count, ({ number, request }, send) => {
      void service.serve(request).then((answer) => send({ number, answer } satisfies NumberedAnswer, []));
    });
  };
}

/** Workers that draw layers, in this thread. */
export function tileWorkers(count: WorkerCount): OpenTileWorker {
  return () => {
    const service = new TileService();
    return onChannel<TileRequest>(count, (request, send) => {
      void service.serve(request).then((reply) => {
        if (reply) send(reply, reply.tile ? [reply.tile.buffer] : []);
      });
    });
  };
}
