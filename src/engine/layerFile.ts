import type { AttributeColumn, AttributeValue } from '../core/import/attributeTable';
import type { ImportedLayer } from '../core/import/importedLayer';
import { projectInPlace } from '../core/import/packedFeatures';
import type { PackedShapes } from '../core/import/packedShapes';
import type { TakenLayer } from '../core/import/takenLayer';

/*
 * Large layers as files of the browser's: they are made where a layer is read, and passed on from there by name. What
 * measures, draws or keeps the layer reads the file for itself, so that the page need not copy it for each of them.
 *
 * A file is the length of its head (32 bits), its head (JSON), and the arrays and texts that the head lists, one after
 * the other.
 */

/** Layers with coordinates of more bytes are filed. */
const MOST_BYTES_UNFILED = 8_000_000;

/** A taken layer with its file in its layer's place. */
export type FiledLayer = Omit<TakenLayer, 'layer'> & { readonly layer: Blob };

type ColumnHead = Pick<AttributeColumn, 'name'> & { readonly values: readonly AttributeValue[] | null };

interface Head extends Omit<ImportedLayer, 'shapes' | 'attributes' | 'areas'> {
  readonly rowCount: number;
  /** `values` is null for those that are packed. */
  readonly columns: readonly ColumnHead[];
  /** Bytes of each array and text, in the order that they are written and read in. */
  readonly bytes: readonly number[];
}

const files = new WeakMap<ImportedLayer, Blob>();

/** The file of a layer; null for one without. */
export function fileOf(layer: ImportedLayer): Blob | null {
  return files.get(layer) ?? null;
}

/** A layer that is known to have a file. */
export function withFile(layer: ImportedLayer, file: Blob | null): ImportedLayer {
  if (file) files.set(layer, file);
  return layer;
}

/** Files a layer; null for one whose coordinates are few. */
export function layerFile({ shapes, attributes, areas, ...about }: ImportedLayer, mostBytesUnfiled = MOST_BYTES_UNFILED): Blob | null {
  if (shapes.coordinates.byteLength <= mostBytesUnfiled) return null;
  const columns = attributes.columns.map(({ name, values, codes }) => {
    const [listed, packed] = 'ends' in values ? [null, [new Blob([values.text]), values.ends]] : [values, []];
    return { head: { name, values: listed }, parts: [codes, ...packed] };
  });
  const { coordinates, pathStarts, partStarts, shapeStarts, kinds, rows } = shapes;
  const parts = [coordinates, pathStarts, partStarts, shapeStarts, kinds, rows, areas, ...columns.flatMap((column) => column.parts)];
  const head: Head = {
    ...about,
    rowCount: attributes.rowCount,
    columns: columns.map((column) => column.head),
    bytes: parts.map((part) => (part instanceof Blob ? part.size : part.byteLength)),
  };
  const text = new TextEncoder().encode(JSON.stringify(head));
  return new Blob([Uint32Array.of(text.length), text, ...parts]);
}

/**
 * The layer in a file. Its arrays belong to who reads it. Rejects for a file that is gone or is none; what is in one that
 * was kept is to be checked.
 */
export async function readLayerFile(file: Blob): Promise<ImportedLayer> {
  const { shapes, coordinates, ...rest } = await readApart(file);
  return { ...rest, shapes: { coordinates: new Float64Array(await coordinates.arrayBuffer()), ...shapes } };
}

/** A layer whose coordinates are yet to be read. */
interface LayerApart extends Omit<ImportedLayer, 'shapes'> {
  readonly shapes: Omit<PackedShapes, 'coordinates'>;
  /** `x0, y0, x1, y1, …` as 64-bit floats. */
  readonly coordinates: Blob;
}

/** The layer in a file but for its coordinates, which are most of it: for who reads them a stretch at a time. */
export async function readApart(file: Blob): Promise<LayerApart> {
  const length = new Uint32Array(await file.slice(0, 4).arrayBuffer())[0] ?? 0;
  const { rowCount, columns: heads, bytes, ...about } = JSON.parse(await file.slice(4, 4 + length).text()) as Head;
  let at = 4 + length;
  let part = 0;
  const next = (): Blob => {
    const start = at;
    at += bytes[part] ?? 0;
    part += 1;
    return file.slice(start, at);
  };
  const indices = async (): Promise<Uint32Array<ArrayBuffer>> => new Uint32Array(await next().arrayBuffer());
  const coordinates = next();
  const shapes = {
    pathStarts: await indices(),
    partStarts: await indices(),
    shapeStarts: await indices(),
    kinds: new Uint8Array(await next().arrayBuffer()),
    rows: await indices(),
  };
  const areas = new Float64Array(await next().arrayBuffer());
  const columns: AttributeColumn[] = [];
  for (const { name, values } of heads) {
    const codes = await indices();
    columns.push({ name, codes, values: values ?? { text: await next().text(), ends: await indices() } });
  }
  return { ...about, shapes, coordinates, attributes: { rowCount, columns }, areas };
}

/** What another thread is told of a layer: its file instead of it, where it has one. */
export function filed(taken: TakenLayer): TakenLayer | FiledLayer {
  const file = fileOf(taken.layer);
  return file ? { ...taken, layer: file } : taken;
}

/** Whether a layer is yet to be read from its file. */
export function isFiled(told: TakenLayer | FiledLayer): told is FiledLayer {
  return told.layer instanceof Blob;
}

/** A layer that another thread told of, for measuring: one that is read from its file gives up its degrees. Rejects where the file is gone. */
export async function readForMeasuring(told: TakenLayer | FiledLayer): Promise<TakenLayer> {
  if (!isFiled(told)) return told;
  const layer = await readLayerFile(told.layer);
  projectInPlace(layer.shapes);
  return { ...told, layer };
}
