import type { Placing } from '../../core/import/placeLayer';
import { withFile } from '../layerFile';
import type { CandidateLayer, ImportProgress, ImportReply, ImportRequest } from './protocol';

/** What files hold: layers to be asked about, and rasters that were packed with them. */
export interface FilesRead {
  readonly layers: readonly CandidateLayer[];
  readonly rasters: readonly File[];
}

/**
 * Reads files beside the page. One thing is asked at a time. What cannot be done rejects with a Norwegian text for the
 * user; after `close` nothing more is answered.
 */
export interface Importer {
  readonly read: (
    files: readonly File[],
    near: Placing['near'],
    onProgress: (progress: ImportProgress) => void,
  ) => Promise<FilesRead>;
  /** Places a layer of what was read, by its place in the list, by another coordinate system. */
  readonly place: (index: number, chosen: Placing['chosen']) => Promise<CandidateLayer>;
  /** Stops at once, whatever is under way. */
  readonly close: () => void;
}

/** A started import worker. */
export type OpenImportWorker = () => Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

const openImportWorker: OpenImportWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

const BROKEN_DOWN =
  'Filen kunne ikke leses: nettleseren gikk tom for minne, eller arbeidstråden stanset. Klipp filen til kommunen i QGIS, og prøv igjen.';

/** Has the layers of a reply known by their files. */
function withFiles(reply: ImportReply): ImportReply {
  if (reply.kind === 'read') for (const { layer, file } of reply.layers) withFile(layer, file);
  if (reply.kind === 'placed') withFile(reply.layer.layer, reply.layer.file);
  return reply;
}

/** Starts an import worker. */
export function createImporter(open: OpenImportWorker = openImportWorker): Importer {
  const worker = open();
  let settle: ((reply: ImportReply) => void) | null = null;
  let onProgress: (progress: ImportProgress) => void = () => undefined;

  function answer(reply: ImportReply): void {
    const waiting = settle;
    settle = null;
    waiting?.(reply);
  }

  worker.addEventListener('message', (event) => {
    const { data: reply } = event as MessageEvent<ImportReply>;
    if (reply.kind === 'progress') onProgress(reply.progress);
    else answer(withFiles(reply));
  });
  worker.addEventListener('error', () => {
    answer({ kind: 'failed', problem: BROKEN_DOWN });
  });
  worker.addEventListener('messageerror', () => {
    answer({ kind: 'failed', problem: BROKEN_DOWN });
  });

  function ask<Kind extends ImportReply['kind']>(request: ImportRequest, kind: Kind): Promise<Extract<ImportReply, { kind: Kind }>> {
    return new Promise((resolve, reject) => {
      settle = (reply) => {
        if (reply.kind === kind) resolve(reply as Extract<ImportReply, { kind: Kind }>);
        else reject(new Error(reply.kind === 'failed' ? reply.problem : BROKEN_DOWN));
      };
      worker.postMessage(request);
    });
  }

  return {
    async read(files, near, hearProgress) {
      onProgress = hearProgress;
      const { layers, rasters } = await ask({ kind: 'read', files, near }, 'read');
      return { layers, rasters: rasters.map(({ name, bytes }) => new File([new Uint8Array(bytes)], name)) };
    },
    async place(index, chosen) {
      const { layer } = await ask({ kind: 'place', index, chosen }, 'placed');
      return layer;
    },
    close() {
      worker.terminate();
    },
  };
}
