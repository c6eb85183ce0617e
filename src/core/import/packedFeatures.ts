import type { FeatureProperties, LineFeature, PointFeature, PolygonFeature } from '../domain/dataset';
import { projectPosition, trustOutline } from '../geometry/projection';
import type { LonLat, LonLatLine, LonLatMultiPolygon, PlanarMultiPolygon } from '../geometry/shapes';
import { propertiesOf } from './attributeTable';
import type { ImportedLayer } from './importedLayer';
import { kindAt, outlineOf, partRange, pathRange, positionsOf, SHAPE_KINDS, shapeRange, type PackedShapes, type ShapeKind } from './packedShapes';

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
    this.#outline = outlineOf(this.packed.shapes, this.shape);
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
  readonly polygons: readonly PolygonFeature[];
  readonly lines: readonly LineFeature[];
  readonly points: readonly PointFeature[];
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
  readonly #chosen: Uint32Array;
  #polygons: readonly PolygonFeature[] | null = null;
  #lines: readonly LineFeature[] | null = null;
  #points: readonly PointFeature[] | null = null;

  constructor(packed: Packed, chosen: Uint32Array) {
    this.#packed = packed;
    this.#chosen = chosen;
  }

  get polygons(): readonly PolygonFeature[] {
    this.#polygons ??= Array.from(this.#ofKind('polygon'), (shape) => new PackedPolygon(this.#packed, shape));
    return this.#polygons;
  }

  get lines(): readonly LineFeature[] {
    if (this.#lines) return this.#lines;
    const lines: LineFeature[] = [];
    for (const shape of this.#ofKind('line')) eachPath(this.#packed, shape, (path) => lines.push(new PackedLine(this.#packed, shape, path)));
    this.#lines = lines;
    return lines;
  }

  get points(): readonly PointFeature[] {
    if (this.#points) return this.#points;
    const points: PointFeature[] = [];
    for (const shape of this.#ofKind('point')) {
      const properties = propertiesOf(this.#packed.attributes, this.#packed.shapes.rows[shape] ?? 0);
      eachPath(this.#packed, shape, (path) => {
        for (const position of positionsOf(this.#packed.shapes, path)) points.push({ position: position satisfies LonLat, properties });
      });
    }
    this.#points = points;
    return points;
  }

  #ofKind(kind: ShapeKind): Uint32Array {
    return this.#chosen.filter((shape) => kindAt(this.#packed.shapes, shape) === kind);
  }
}

/** The kinds of shapes among the chosen. */
export function kindsOf(shapes: PackedShapes, chosen: Uint32Array): ReadonlySet<ShapeKind> {
  const kinds = new Set<ShapeKind>();
  for (const shape of chosen) {
    kinds.add(kindAt(shapes, shape));
    if (kinds.size === SHAPE_KINDS.length) break;
  }
  return kinds;
}

/** The chosen shapes of a layer as features of the model. Lists, coordinates and attributes stay packed until they are read. */
export function featuresOf(packed: Packed, chosen: Uint32Array): PackedFeatures {
  return new ChosenFeatures(packed, chosen);
}
