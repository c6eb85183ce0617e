import type { FeatureKind, FeatureProperties, LineFeature, PointFeature, PolygonFeature } from '../domain/dataset';
import { projectPosition, toLonLatMultiPolygon, trustOutline } from '../geometry/projection';
import type { LonLat, LonLatLine, LonLatMultiPolygon, PlanarMultiPolygon } from '../geometry/shapes';
import { propertiesOf } from './attributeTable';
import type { ImportedLayer } from './importedLayer';
import { kindAt, outlineOf, partRange, pathRange, positionsOf, shapeRange, type PackedShapes, type ShapeKind } from './packedShapes';

type Packed = Pick<ImportedLayer, 'shapes' | 'attributes'>;

const planarCoordinates = new WeakMap<PackedShapes, Float64Array>();

/** Coordinates of all paths in EPSG:25832, made once. */
function planarOfAll(shapes: PackedShapes): Float64Array {
  const known = planarCoordinates.get(shapes);
  if (known) return known;
  const { coordinates } = shapes;
  const planar = new Float64Array(coordinates.length);
  for (let at = 0; at < coordinates.length; at += 2) projectPosition(coordinates[at]!, coordinates[at + 1]!, planar, at);
  planarCoordinates.set(shapes, planar);
  return planar;
}

/**
 * Projects shapes to EPSG:25832 in the room of their degrees, which are half of what large layers take up: for who measures
 * shapes and has them to itself. Outlines asked for afterwards are told from the plane, to a micrometre. Shapes with lines or
 * points are left as they are: those are measured by their degrees.
 */
export function projectInPlace(shapes: PackedShapes): void {
  const { coordinates, kinds } = shapes;
  if (planarCoordinates.has(shapes) || kinds.some((_, shape) => kindAt(shapes, shape) !== 'polygon')) return;
  for (let at = 0; at < coordinates.length; at += 2) projectPosition(coordinates[at]!, coordinates[at + 1]!, coordinates, at);
  planarCoordinates.set(shapes, coordinates);
}

/** A polygon shape in the plane: open rings, as views of what all shapes share. */
function planarOutline(shapes: PackedShapes, shape: number): PlanarMultiPolygon {
  const planar = planarOfAll(shapes);
  const [firstPart, endPart] = shapeRange(shapes, shape);
  const polygons: Float64Array[][] = [];
  for (let part = firstPart; part < endPart; part += 1) {
    const [firstPath, endPath] = partRange(shapes, part);
    const rings: Float64Array[] = [];
    for (let path = firstPath; path < endPath; path += 1) {
      const [first, end] = pathRange(shapes, path);
      rings.push(planar.subarray(2 * first, 2 * end - 2));
    }
    polygons.push(rings);
  }
  return polygons;
}

/** A shape seen as a feature of the model; what is asked for is unpacked then and kept. */
class PackedFeature {
  protected readonly packed: Packed;
  protected readonly shape: number;
  #properties: FeatureProperties | null = null;

  constructor(packed: Packed, shape: number) {
    this.packed = packed;
    this.shape = shape;
  }

  get properties(): FeatureProperties {
    this.#properties ??= propertiesOf(this.packed.attributes, this.packed.shapes.rows[this.shape] ?? 0);
    return this.#properties;
  }
}

class PackedPolygon extends PackedFeature implements PolygonFeature {
  #outline: LonLatMultiPolygon | null = null;
  #planar: PlanarMultiPolygon | null = null;

  get planar(): PlanarMultiPolygon {
    this.#planar ??= planarOutline(this.packed.shapes, this.shape);
    return this.#planar;
  }

  get outline(): LonLatMultiPolygon {
    if (this.#outline) return this.#outline;
    const { shapes } = this.packed;
    this.#outline = planarCoordinates.get(shapes) === shapes.coordinates ? toLonLatMultiPolygon(this.planar) : outlineOf(shapes, this.shape);
    // Shapes are mended when they are placed.
    trustOutline(this.#outline);
    return this.#outline;
  }
}

class PackedLine extends PackedFeature implements LineFeature {
  readonly #path: number;
  #line: LonLatLine | null = null;

  constructor(packed: Packed, shape: number, path: number) {
    super(packed, shape);
    this.#path = path;
  }

  get line(): LonLatLine {
    this.#line ??= positionsOf(this.packed.shapes, this.#path);
    return this.#line;
  }
}

/** Features of the model that shapes of an imported layer stand for; lines and points are told one by one. */
export interface PackedFeatures {
  readonly counts: Readonly<Record<FeatureKind, number>>;
  readonly polygons: readonly PolygonFeature[];
  readonly lines: readonly LineFeature[];
  readonly points: readonly PointFeature[];
  /** Attributes of a feature by its place in its list, without the list; undefined where there is none. */
  readonly propertiesAt: (kind: FeatureKind, index: number) => FeatureProperties | undefined;
}

const SHAPE_KIND_OF: Readonly<Record<FeatureKind, ShapeKind>> = { polygons: 'polygon', lines: 'line', points: 'point' };

/** Shapes of a kind among those chosen, and of each the place of its first feature in their list; last, how long that is. */
interface KindList {
  readonly shapes: Uint32Array;
  readonly firsts: Uint32Array;
}

/** How many features a shape is: a polygon with all its parts is one, lines and points are told one by one. */
function featuresOfShape(shapes: PackedShapes, kind: ShapeKind, shape: number): number {
  if (kind === 'polygon') return 1;
  const [firstPart, endPart] = shapeRange(shapes, shape);
  const firstPath = shapes.partStarts[firstPart] ?? 0;
  const endPath = shapes.partStarts[endPart] ?? 0;
  return kind === 'line' ? endPath - firstPath : (shapes.pathStarts[endPath] ?? 0) - (shapes.pathStarts[firstPath] ?? 0);
}

function kindList(shapes: PackedShapes, chosen: Uint32Array, kind: ShapeKind): KindList {
  const ofKind = chosen.filter((shape) => kindAt(shapes, shape) === kind);
  const firsts = new Uint32Array(ofKind.length + 1);
  for (let at = 0; at < ofKind.length; at += 1) firsts[at + 1] = firsts[at]! + featuresOfShape(shapes, kind, ofKind[at]!);
  return { shapes: ofKind, firsts };
}

/** The shape that a feature is of; undefined where there is none. */
function shapeAt({ shapes, firsts }: KindList, index: number): number | undefined {
  let [low, high] = [0, shapes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firsts[middle + 1]! <= index) low = middle + 1;
    else high = middle;
  }
  return index < 0 ? undefined : shapes[low];
}

/** Calls `visit` with every path of a shape. */
function eachPath(packed: Packed, shape: number, visit: (path: number) => void): void {
  const [firstPart, endPart] = shapeRange(packed.shapes, shape);
  for (let part = firstPart; part < endPart; part += 1) {
    const [firstPath, endPath] = partRange(packed.shapes, part);
    for (let path = firstPath; path < endPath; path += 1) visit(path);
  }
}

/** Makes features when they are first asked for. */
class ChosenFeatures implements PackedFeatures {
  readonly #packed: Packed;
  readonly #lists: Readonly<Record<FeatureKind, KindList>>;
  readonly counts: Readonly<Record<FeatureKind, number>>;
  #polygons: readonly PolygonFeature[] | null = null;
  #lines: readonly LineFeature[] | null = null;
  #points: readonly PointFeature[] | null = null;

  constructor(packed: Packed, chosen: Uint32Array) {
    this.#packed = packed;
    const listOf = (kind: FeatureKind): KindList => kindList(packed.shapes, chosen, SHAPE_KIND_OF[kind]);
    this.#lists = { polygons: listOf('polygons'), lines: listOf('lines'), points: listOf('points') };
    const countOf = (kind: FeatureKind): number => this.#lists[kind].firsts.at(-1) ?? 0;
    this.counts = { polygons: countOf('polygons'), lines: countOf('lines'), points: countOf('points') };
  }

  get polygons(): readonly PolygonFeature[] {
    this.#polygons ??= Array.from(this.#lists.polygons.shapes, (shape) => new PackedPolygon(this.#packed, shape));
    return this.#polygons;
  }

  get lines(): readonly LineFeature[] {
    if (this.#lines) return this.#lines;
    const lines: LineFeature[] = [];
    for (const shape of this.#lists.lines.shapes) eachPath(this.#packed, shape, (path) => lines.push(new PackedLine(this.#packed, shape, path)));
    this.#lines = lines;
    return lines;
  }

  get points(): readonly PointFeature[] {
    if (this.#points) return this.#points;
    const points: PointFeature[] = [];
    for (const shape of this.#lists.points.shapes) {
      const properties = propertiesOf(this.#packed.attributes, this.#packed.shapes.rows[shape] ?? 0);
      eachPath(this.#packed, shape, (path) => {
        for (const position of positionsOf(this.#packed.shapes, path)) points.push({ position: position satisfies LonLat, properties });
      });
    }
    this.#points = points;
    return points;
  }

  propertiesAt(kind: FeatureKind, index: number): FeatureProperties | undefined {
    const shape = shapeAt(this.#lists[kind], index);
    return shape === undefined ? undefined : propertiesOf(this.#packed.attributes, this.#packed.shapes.rows[shape] ?? 0);
  }
}

/** The chosen shapes of a layer as features of the model. Lists, coordinates and attributes stay packed until they are read. */
export function featuresOf(packed: Packed, chosen: Uint32Array): PackedFeatures {
  return new ChosenFeatures(packed, chosen);
}
