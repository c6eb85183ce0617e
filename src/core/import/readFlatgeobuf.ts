import { ByteBuffer } from 'flatbuffers';
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js';
import type { Geometry } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js';
import { calcTreeSize } from 'flatgeobuf/lib/mjs/packedrtree.js';
import { strFromU8 } from 'fflate';
import { AttributeTableBuilder, type AttributeValue } from './attributeTable';
import { systemNamed } from './coordinateSystem';
import { ImportProblem } from './importProblem';
import type { RawLayer } from './importedLayer';
import { MOST_ATTRIBUTES } from './limits';
import { ShapesBuilder } from './packedShapes';
import { Tally } from './tally';
import { BrokenGeometry } from './wkb';

const MAGIC_BYTES = 8;
const SIZE_BYTES = 4;
const DEEPEST = 8;

const REASONS = {
  withoutGeometry: 'har ingen geometri',
  broken: 'har en geometri som ikke kan leses',
  unknownKind: 'har buer eller en geometritype som ikke støttes',
} as const;

interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

/** Numbers of a vector, or a refusal where there can be no so many in so few bytes: lengths in a broken file lie. */
function held<Numbers extends Float64Array | Uint32Array>(length: number, width: number, size: number, numbers: () => Numbers | null): Numbers | null {
  if (length * width > size) throw new BrokenGeometry(REASONS.broken);
  return numbers();
}

/** Reads the features of a FlatGeobuf file (specification 3.0), never beyond what the bytes hold. */
class FlatgeobufReader {
  readonly shapes = new ShapesBuilder();
  readonly attributes = new AttributeTableBuilder();
  readonly dropped = new Tally();
  objectCount = 0;
  readonly #columns: readonly Column[];
  readonly #kind: GeometryType;

  constructor(columns: readonly Column[], kind: GeometryType) {
    this.#columns = columns;
    this.#kind = kind;
  }

  feature(bytes: Uint8Array): void {
    this.objectCount += 1;
    const before = this.shapes.shapeCount;
    try {
      const feature = Feature.getSizePrefixedRootAsFeature(new ByteBuffer(bytes));
      const geometry = feature.geometry();
      if (!geometry) throw new BrokenGeometry(REASONS.withoutGeometry);
      this.#geometry(geometry, this.#kind, bytes.length, 0);
      if (this.shapes.shapeCount === before) throw new BrokenGeometry(REASONS.withoutGeometry);
      const properties = feature.propertiesLength() > bytes.length ? null : feature.propertiesArray();
      this.attributes.add(properties ? this.#properties(properties) : []);
    } catch (problem) {
      this.shapes.giveUpShape();
      if (this.shapes.shapeCount > before) this.attributes.add([]);
      this.dropped.add(problem instanceof BrokenGeometry ? problem.message : REASONS.broken);
    }
  }

  #geometry(geometry: Geometry, layerKind: GeometryType, size: number, depth: number): void {
    if (depth > DEEPEST) throw new BrokenGeometry(REASONS.broken);
    const own = geometry.type();
    const kind = own === GeometryType.Unknown ? layerKind : own;
    const row = this.attributes.rowCount;
    switch (kind) {
      case GeometryType.Point:
      case GeometryType.MultiPoint:
        this.#path(geometry, size, false);
        this.shapes.endShape('point', row);
        break;
      case GeometryType.LineString:
      case GeometryType.MultiLineString:
        this.#path(geometry, size, false);
        this.shapes.endShape('line', row);
        break;
      case GeometryType.Polygon:
        this.#path(geometry, size, true);
        this.shapes.endShape('polygon', row);
        break;
      case GeometryType.MultiPolygon:
        this.#eachPart(geometry, size, (part) => {
          this.#path(part, size, true);
        });
        this.shapes.endShape('polygon', row);
        break;
      case GeometryType.GeometryCollection:
        this.#eachPart(geometry, size, (part) => {
          this.#geometry(part, GeometryType.Unknown, size, depth + 1);
        });
        break;
      default:
        throw new BrokenGeometry(REASONS.unknownKind);
    }
  }

  #eachPart(geometry: Geometry, size: number, visit: (part: Geometry) => void): void {
    const count = geometry.partsLength();
    if (count * SIZE_BYTES > size) throw new BrokenGeometry(REASONS.broken);
    for (let index = 0; index < count; index += 1) {
      const part = geometry.parts(index);
      if (part) visit(part);
    }
  }

  /** Paths of a geometry: rings of one polygon, or lines that are parts of their own. */
  #path(geometry: Geometry, size: number, areRings: boolean): void {
    const xy = held(geometry.xyLength(), 8, size, () => geometry.xyArray());
    if (!xy) throw new BrokenGeometry(REASONS.withoutGeometry);
    const ends = held(geometry.endsLength(), 4, size, () => geometry.endsArray()) ?? Uint32Array.of(xy.length / 2);
    let vertex = 0;
    for (const end of ends.length === 0 ? [xy.length / 2] : ends) {
      if (end < vertex || 2 * end > xy.length) throw new BrokenGeometry(REASONS.broken);
      for (; vertex < end; vertex += 1) this.shapes.addVertex(xy[2 * vertex]!, xy[2 * vertex + 1]!);
      if (areRings) this.shapes.endRing();
      else this.shapes.endPart();
    }
    this.shapes.endPart();
  }

  *#properties(bytes: Uint8Array): Generator<readonly [string, AttributeValue | null]> {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = 0;
    while (at + 2 <= bytes.length) {
      const column = this.#columns[view.getUint16(at, true)];
      if (!column) return;
      const read = valueAt(view, bytes, at + 2, column.type);
      if (!read) return;
      yield [column.name, read.value];
      at = read.end;
    }
  }
}

/** The value of a column that begins at a place; null where it runs past the end. */
function valueAt(view: DataView, bytes: Uint8Array, at: number, type: ColumnType): { readonly value: AttributeValue | null; readonly end: number } | null {
  const plain = (width: number, read: () => AttributeValue): { readonly value: AttributeValue; readonly end: number } | null =>
    at + width > bytes.length ? null : { value: read(), end: at + width };
  switch (type) {
    case ColumnType.Byte:
      return plain(1, () => view.getInt8(at));
    case ColumnType.UByte:
      return plain(1, () => view.getUint8(at));
    case ColumnType.Bool:
      return plain(1, () => view.getUint8(at) !== 0);
    case ColumnType.Short:
      return plain(2, () => view.getInt16(at, true));
    case ColumnType.UShort:
      return plain(2, () => view.getUint16(at, true));
    case ColumnType.Int:
      return plain(4, () => view.getInt32(at, true));
    case ColumnType.UInt:
      return plain(4, () => view.getUint32(at, true));
    case ColumnType.Float:
      return plain(4, () => view.getFloat32(at, true));
    case ColumnType.Long:
      return plain(8, () => Number(view.getBigInt64(at, true)));
    case ColumnType.ULong:
      return plain(8, () => Number(view.getBigUint64(at, true)));
    case ColumnType.Double:
      return plain(8, () => view.getFloat64(at, true));
    default: {
      if (at + 4 > bytes.length) return null;
      const end = at + 4 + view.getUint32(at, true);
      if (end > bytes.length) return null;
      return { value: type === ColumnType.Binary ? null : strFromU8(bytes.subarray(at + 4, end)), end };
    }
  }
}

function columnsOf(header: Header): readonly Column[] {
  const count = header.columnsLength();
  if (count > MOST_ATTRIBUTES) throw new RangeError('columns');
  return Array.from({ length: count }, (_, index) => {
    const column = header.columns(index);
    return { name: column?.name() ?? `felt ${index + 1}`, type: column?.type() ?? ColumnType.String };
  });
}

function declaredIn(header: Header): RawLayer['declared'] {
  const crs = header.crs();
  if (!crs || crs.code() <= 0) return null;
  const text = `${crs.org() ?? 'EPSG'}:${crs.code()}`;
  return { system: systemNamed(text), text };
}

/** Reads a FlatGeobuf file; one that is cut short as far as it goes. Throws ImportProblem for what is none. */
export function readFlatgeobuf(bytes: Uint8Array, name: string): RawLayer {
  const broken = new ImportProblem(`«${name}» er ikke en hel FlatGeobuf-fil. Lagre laget på nytt i QGIS.`);
  if (bytes.length < MAGIC_BYTES + SIZE_BYTES) throw broken;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerEnd = MAGIC_BYTES + SIZE_BYTES + view.getUint32(MAGIC_BYTES, true);
  if (headerEnd > bytes.length) throw broken;
  let reader: FlatgeobufReader;
  let declared: RawLayer['declared'];
  let at = headerEnd;
  try {
    const header = Header.getRootAsHeader(new ByteBuffer(bytes.subarray(MAGIC_BYTES + SIZE_BYTES, headerEnd)));
    reader = new FlatgeobufReader(columnsOf(header), header.geometryType());
    declared = declaredIn(header);
    const features = Number(header.featuresCount());
    // A tree of features that the file has no room for is never gone through.
    if (header.indexNodeSize() > 0 && features > 0) at += features > bytes.length ? bytes.length : calcTreeSize(features, header.indexNodeSize());
  } catch {
    throw broken;
  }
  let isCut = at > bytes.length;
  while (at + SIZE_BYTES < bytes.length) {
    const end = at + SIZE_BYTES + view.getUint32(at, true);
    if (end > bytes.length || end <= at + SIZE_BYTES) {
      isCut = true;
      break;
    }
    // With its length before it, and from the start of a buffer: so the numbers in it lie where the format has them.
    reader.feature(bytes.slice(at, end));
    at = end;
  }
  return {
    name,
    format: 'flatgeobuf',
    shapes: reader.shapes.finish(),
    attributes: reader.attributes.finish(),
    declared,
    objectCount: reader.objectCount,
    dropped: reader.dropped.counted(),
    notes: isCut ? ['Filen er avkuttet eller skadet: bare objektene fram til bruddet er lest.'] : [],
  };
}
