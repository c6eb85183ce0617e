import { packedTable } from '../../core/import/attributeTable';
import { fingerprintOf } from '../../core/import/fingerprint';
import { ImportProblem, messageOf } from '../../core/import/importProblem';
import type { RawLayer } from '../../core/import/importedLayer';
import { withOsmClass } from '../../core/import/osmClass';
import { placeLayer, type Placing } from '../../core/import/placeLayer';
import { readFiles, type DroppedFile, type HeavyReaders } from '../../core/import/readFiles';
import { recogniseRole } from '../../core/import/recogniseRole';
import { layerFile } from '../layerFile';
import type { CandidateLayer, ImportProgress, ImportReply, ImportRequest } from './protocol';

/** Between two reports of progress, milliseconds. */
const REPORT_MILLISECONDS = 100;

/** What the import worker does: reads files, and keeps what it read so that it can be placed anew. */
export class ImportService {
  readonly #heavy: HeavyReaders;
  readonly #report: (progress: ImportProgress) => void;
  #raw: readonly RawLayer[] = [];
  #near: Placing['near'] | null = null;
  #reported = 0;

  constructor(heavy: HeavyReaders, report: (progress: ImportProgress) => void) {
    this.#heavy = heavy;
    this.#report = report;
  }

  /** The answer to a request; nothing is thrown. */
  async serve(request: ImportRequest): Promise<ImportReply> {
    try {
      switch (request.kind) {
        case 'read':
          return await this.#read(request.files, request.near);
        case 'place': {
          const raw = this.#raw[request.index];
          if (!raw || !this.#near) throw new ImportProblem('Laget er ikke lest. Slipp filen på nytt.');
          return { kind: 'placed', layer: this.#place(raw, { near: this.#near, chosen: request.chosen }) };
        }
      }
    } catch (problem) {
      if (problem instanceof ImportProblem) return { kind: 'failed', problem: problem.message };
      return { kind: 'failed', problem: `Filen kunne ikke leses (${messageOf(problem)}). Eksporter den på nytt, eller klipp den til kommunen.` };
    }
  }

  async #read(files: readonly File[], near: Placing['near']): Promise<ImportReply> {
    const dropped: DroppedFile[] = [];
    for (const file of files) {
      this.#report({ stage: 'reading', name: file.name, done: null });
      dropped.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    }
    const reading = await readFiles(dropped, this.#heavy);
    // The files themselves are not needed any more, and can be large.
    dropped.length = 0;
    if (reading.kind === 'failed') return { kind: 'failed', problem: reading.problem };
    this.#raw = reading.layers;
    this.#near = near;
    return {
      kind: 'read',
      layers: reading.layers.map((raw) => this.#place(raw, { near, chosen: null })),
      rasters: reading.rasters,
    };
  }

  #place(raw: RawLayer, placing: Placing): CandidateLayer {
    const layer = withOsmClass(
      placeLayer(raw, placing, (done) => {
        const now = performance.now();
        if (now - this.#reported < REPORT_MILLISECONDS) return;
        this.#reported = now;
        this.#report({ stage: 'placing', name: raw.name, done });
      }),
    );
    const told = { recognition: recogniseRole(layer), fingerprint: fingerprintOf(layer) };
    const packed = { ...layer, attributes: packedTable(layer.attributes) };
    return { ...told, layer: packed, file: layerFile(packed) };
  }
}
