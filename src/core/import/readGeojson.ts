import { AttributeTableBuilder } from './attributeTable';
import { systemNamed } from './coordinateSystem';
import { ImportProblem } from './importProblem';
import type { RawLayer } from './importedLayer';
import { ShapesBuilder } from './packedShapes';
import { Tally } from './tally';

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Carries why one object is dropped out of its nested coordinates. */
class BrokenObject extends Error {}

const REASONS = {
  withoutGeometry: 'har ingen geometri',
  coordinates: 'koordinatene er ikke tall, eller har feil oppbygning',
  unknownType: 'har en geometritype som ikke finnes i GeoJSON',
  notAFeature: 'er ikke et GeoJSON-objekt',
} as const;

/** Deeper than any geometry collection of sense. */
const DEEPEST = 8;

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new BrokenObject(REASONS.coordinates);
  return value;
}

/** Reads the features of parsed GeoJSON one by one; broken ones are left out and counted. */
class FeatureReader {
  readonly shapes = new ShapesBuilder();
  readonly attributes = new AttributeTableBuilder();
  readonly dropped = new Tally();
  objectCount = 0;

  feature(value: unknown): void {
    this.objectCount += 1;
    if (!isObject(value) || value['type'] !== 'Feature') {
      this.dropped.add(REASONS.notAFeature);
      return;
    }
    const properties = isObject(value['properties']) ? value['properties'] : {};
    const { id } = value;
    const named = typeof id === 'string' && properties['id'] === undefined ? { ...properties, id } : properties;
    this.geometryWith(value['geometry'], named);
  }

  geometryWith(geometry: unknown, properties: JsonObject): void {
    const before = this.shapes.shapeCount;
    try {
      if (geometry === null || geometry === undefined) throw new BrokenObject(REASONS.withoutGeometry);
      this.#geometry(geometry, this.attributes.rowCount, 0);
      if (this.shapes.shapeCount === before) throw new BrokenObject(REASONS.withoutGeometry);
    } catch (problem) {
      if (!(problem instanceof BrokenObject)) throw problem;
      this.shapes.giveUpShape();
      this.dropped.add(problem.message);
    }
    // Parts of a collection before the broken one are kept.
    if (this.shapes.shapeCount > before) this.attributes.add(Object.entries(properties));
  }

  #geometry(geometry: unknown, row: number, depth: number): void {
    if (!isObject(geometry) || depth > DEEPEST) throw new BrokenObject(REASONS.unknownType);
    const { type, coordinates } = geometry;
    switch (type) {
      case 'Polygon':
        this.#polygon(coordinates);
        this.shapes.endShape('polygon', row);
        break;
      case 'MultiPolygon':
        for (const polygon of list(coordinates)) this.#polygon(polygon);
        this.shapes.endShape('polygon', row);
        break;
      case 'LineString':
        this.#path(coordinates);
        this.shapes.endShape('line', row);
        break;
      case 'MultiLineString':
        for (const line of list(coordinates)) this.#path(line);
        this.shapes.endShape('line', row);
        break;
      case 'Point':
        this.#position(coordinates);
        this.shapes.endShape('point', row);
        break;
      case 'MultiPoint':
        this.#path(coordinates);
        this.shapes.endShape('point', row);
        break;
      case 'GeometryCollection':
        for (const part of list(geometry['geometries'])) this.#geometry(part, row, depth + 1);
        break;
      default:
        throw new BrokenObject(REASONS.unknownType);
    }
  }

  #polygon(rings: unknown): void {
    for (const ring of list(rings)) {
      for (const position of list(ring)) this.#position(position);
      this.shapes.endRing();
    }
    this.shapes.endPart();
  }

  #path(positions: unknown): void {
    for (const position of list(positions)) this.#position(position);
    this.shapes.endPart();
  }

  #position(value: unknown): void {
    const [x, y] = list(value);
    if (typeof x !== 'number' || typeof y !== 'number') throw new BrokenObject(REASONS.coordinates);
    this.shapes.addVertex(x, y);
  }
}

/** The coordinate system of a `crs` member (GeoJSON 2008), which Norwegian files still carry; null without one. */
function declaredIn(content: JsonObject): RawLayer['declared'] {
  const { crs } = content;
  if (!isObject(crs) || !isObject(crs['properties'])) return null;
  const { name, code, href } = crs['properties'];
  const text = [name, code, href].find((value) => typeof value === 'string' || typeof value === 'number');
  if (text === undefined) return null;
  return { system: systemNamed(String(text)), text: String(text) };
}

/** Parsed GeoJSON as a layer, objects that are broken left out and counted. Throws ImportProblem for what is not GeoJSON. */
export function readParsedGeojson(content: JsonObject, name: string): RawLayer {
  const reader = new FeatureReader();
  const { type } = content;
  if (type === 'FeatureCollection') {
    const { features } = content;
    if (!Array.isArray(features)) throw new ImportProblem(`«${name}» mangler listen «features». Eksporter laget som GeoJSON på nytt.`);
    for (const feature of features) reader.feature(feature);
  } else if (type === 'Feature') {
    reader.feature(content);
  } else if (type === 'Topology') {
    throw new ImportProblem(`«${name}» er TopoJSON. Åpne den i QGIS og lagre laget som GeoJSON eller GeoPackage.`);
  } else {
    reader.objectCount = 1;
    reader.geometryWith(content, {});
  }
  return {
    name,
    format: 'geojson',
    shapes: reader.shapes.finish(),
    attributes: reader.attributes.finish(),
    declared: declaredIn(content),
    objectCount: reader.objectCount,
    dropped: reader.dropped.counted(),
    notes: [],
  };
}
