import type { ImportedLayer } from '../../core/import/importedLayer';
import type { DroppedFile } from '../../core/import/readFiles';
import type { Placing } from '../../core/import/placeLayer';
import type { Recognition } from '../../core/import/recogniseRole';

/** A layer of a dropped file that can be taken in, and what it seems to be. */
export interface CandidateLayer {
  readonly layer: ImportedLayer;
  /** The layer as a file, for what is large. */
  readonly file: Blob | null;
  readonly recognition: Recognition;
  readonly fingerprint: string;
}

/** How far the reading has come. */
export interface ImportProgress {
  readonly stage: 'reading' | 'placing';
  /** File or layer that is at work. */
  readonly name: string;
  /** 0–1; null while there is nothing to go by. */
  readonly done: number | null;
}

/** Sent to the import worker, one at a time: the next when the last reply to the one before is there. */
export type ImportRequest =
  | { readonly kind: 'read'; readonly files: readonly File[]; readonly near: Placing['near'] }
  /** Places a layer of what was read by another coordinate system. */
  | { readonly kind: 'place'; readonly index: number; readonly chosen: Placing['chosen'] };

export type ImportReply =
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  /** `rasters`: those that were packed with the files, for who reads rasters. */
  | { readonly kind: 'read'; readonly layers: readonly CandidateLayer[]; readonly rasters: readonly DroppedFile[] }
  | { readonly kind: 'placed'; readonly layer: CandidateLayer }
  /** Norwegian. */
  | { readonly kind: 'failed'; readonly problem: string };

function arraysOf({ layer: { shapes, attributes, areas } }: CandidateLayer): ArrayBuffer[] {
  return [
    shapes.coordinates.buffer,
    shapes.pathStarts.buffer,
    shapes.partStarts.buffer,
    shapes.shapeStarts.buffer,
    shapes.kinds.buffer,
    shapes.rows.buffer,
    areas.buffer,
    ...attributes.columns.flatMap(({ codes, values }) => ('ends' in values ? [codes.buffer, values.ends.buffer] : [codes.buffer])),
  ];
}

/** The arrays of a reply that are handed over instead of copied. */
export function transferablesOf(reply: ImportReply): ArrayBuffer[] {
  if (reply.kind === 'read') return reply.layers.flatMap(arraysOf);
  return reply.kind === 'placed' ? arraysOf(reply.layer) : [];
}
