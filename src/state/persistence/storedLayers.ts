import { z } from 'zod';
import { IMPORT_ROLES } from '../../core/import/assignment';
import { FILE_FORMATS } from '../../core/import/importedLayer';
import type { TakenLayer } from '../../core/import/takenLayer';
import type { NamedNetwork } from './layerStorage';

const floats = z.custom<Float64Array<ArrayBuffer>>((value) => value instanceof Float64Array, 'er ikke tall');
const indices = z.custom<Uint32Array<ArrayBuffer>>((value) => value instanceof Uint32Array, 'er ikke heltall');
const bytes = z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array, 'er ikke byte');

/** Whether starts rise from 0 to the number of things they divide. */
function divides(starts: Uint32Array, total: number): boolean {
  return starts[0] === 0 && starts.at(-1) === total && starts.every((start, index) => index === 0 || start >= (starts[index - 1] ?? 0));
}

const shapes = z
  .object({ coordinates: floats, pathStarts: indices, partStarts: indices, shapeStarts: indices, kinds: bytes, rows: indices })
  .refine(
    ({ coordinates, pathStarts, partStarts, shapeStarts, kinds, rows }) =>
      divides(pathStarts, coordinates.length / 2) &&
      divides(partStarts, pathStarts.length - 1) &&
      divides(shapeStarts, partStarts.length - 1) &&
      kinds.length === shapeStarts.length - 1 &&
      rows.length === kinds.length,
  );

const attributeValue = z.union([z.string(), z.number(), z.boolean()]);
const packedValues = z
  .object({ text: z.string(), ends: indices })
  .refine(({ text, ends }) => ends.every((end, index) => end >= (ends[index - 1] ?? 0)) && (ends.at(-1) ?? 0) === text.length);
const attributes = z
  .object({
    rowCount: z.int().min(0),
    columns: z.array(z.object({ name: z.string(), values: z.union([z.array(attributeValue), packedValues]), codes: indices })),
  })
  .refine(({ rowCount, columns }) => columns.every(({ codes }) => codes.length === rowCount));

const counted = z.array(z.object({ what: z.string(), count: z.number() }));

const systemId = z.templateLiteral(['EPSG:', z.number()]);

/** How a layer was placed, as stored. */
export const storedSystem = z.object({
  id: systemId,
  title: z.string(),
  basis: z.enum(['declared', 'values', 'chosen', 'guess']),
  isSwapped: z.boolean(),
  contradicts: z.string().nullable(),
});

/** What the user is told of a layer, as stored. */
export const storedAbout = z.object({
  title: z.string(),
  source: z.string(),
  date: z.string(),
  licence: z.string(),
  attribution: z.string(),
  accuracyMetres: z.number().min(0).nullable(),
  accuracyNote: z.string(),
});

const summary = z.object({
  objectCount: z.number(),
  polygons: z.number(),
  lines: z.number(),
  points: z.number(),
  areaDaa: z.number(),
  system: storedSystem,
  repaired: counted,
  dropped: counted,
  notes: z.array(z.string()),
});

const takenLayer = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/u),
  file: z.string(),
  layer: z.object({ name: z.string(), format: z.enum(FILE_FORMATS), shapes, attributes, areas: floats, summary }),
  assignment: z.object({
    attribute: z.string().nullable(),
    classes: z.array(z.object({ value: attributeValue.nullable(), role: z.enum(IMPORT_ROLES).nullable() })),
  }),
  how: z.enum(['replace', 'add']),
  about: storedAbout,
  takenAt: z.number(),
  fingerprint: z.string(),
});

const network = z.object({
  name: z.string(),
  lines: z
    .object({ positions: floats, lineStarts: indices, nodeIds: floats.nullable(), notes: z.array(z.string()) })
    .refine(({ positions, lineStarts }) => divides(lineStarts, positions.length / 2)),
});

/** A stored layer, checked; null for what is not one. */
export function storedTakenLayer(value: unknown): TakenLayer | null {
  const result = takenLayer.safeParse(value);
  return result.success ? result.data : null;
}

/** A stored walking network, checked; null for what is not one. */
export function storedNetwork(value: unknown): NamedNetwork | null {
  const result = network.safeParse(value);
  return result.success ? result.data : null;
}
