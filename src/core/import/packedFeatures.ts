import type { FeatureProperties, LineFeature, PointFeature, PolygonFeature } from '../domain/dataset';
import { trustOutline } from '../geometry/projection';
import type { LonLat, LonLatLine, LonLatMultiPolygon } from '../geometry/shapes';
import { propertiesOf } from './attributeTable';
import type { ImportedLayer } from './importedLayer';
import { kindAt, outlineOf, partRange, positionsOf, shapeRange } from './packedShapes';

type Packed = Pick<ImportedLayer, 'shapes' | 'attributes'>;

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

/** The chosen shapes of a layer as features of the model. Coordinates and attributes stay packed until they are read. */
export function featuresOf(packed: Packed, chosen: Uint32Array): PackedFeatures {
  const polygons: PolygonFeature[] = [];
  const lines: LineFeature[] = [];
  const points: PointFeature[] = [];
  for (const shape of chosen) {
    const kind = kindAt(packed.shapes, shape);
    if (kind === 'polygon') polygons.push(new PackedPolygon(packed, shape));
    else if (kind === 'line') eachPath(packed, shape, (path) => lines.push(new PackedLine(packed, shape, path)));
    else {
      const properties = propertiesOf(packed.attributes, packed.shapes.rows[shape] ?? 0);
      eachPath(packed, shape, (path) => {
        for (const position of positionsOf(packed.shapes, path)) points.push({ position: position satisfies LonLat, properties });
      });
    }
  }
  return { polygons, lines, points };
}
