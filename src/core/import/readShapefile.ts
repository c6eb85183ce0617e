import { strFromU8 } from 'fflate';
import { AttributeTableBuilder } from './attributeTable';
import { systemOfWkt } from './systemOfWkt';
import { ImportProblem } from './importProblem';
import type { RawLayer } from './importedLayer';
import { ShapesBuilder } from './packedShapes';
import { readDbf, type DbfTable } from './readDbf';
import { Tally } from './tally';

/** The files of one shapefile; only the shapes are needed. */
export interface ShapefileParts {
  readonly name: string;
  readonly shp: Uint8Array;
  readonly dbf: Uint8Array | null;
  readonly prj: Uint8Array | null;
  readonly cpg: Uint8Array | null;
}

const HEADER_BYTES = 100;

const REASONS = {
  withoutGeometry: 'har ingen geometri',
  cut: 'geometrien er avkuttet',
  unknownKind: 'har en geometritype som ikke støttes',
} as const;

/** Twice the area of a ring, positive counter-clockwise. */
function doubledArea(ring: Float64Array): number {
  let sum = 0;
  for (let at = 0; at + 3 < ring.length; at += 2) sum += ring[at]! * ring[at + 3]! - ring[at + 2]! * ring[at + 1]!;
  return sum;
}

function contains(ring: Float64Array, x: number, y: number): boolean {
  let isInside = false;
  for (let at = 0; at + 3 < ring.length; at += 2) {
    const [x0, y0, x1, y1] = [ring[at]!, ring[at + 1]!, ring[at + 2]!, ring[at + 3]!];
    if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) isInside = !isInside;
  }
  return isInside;
}

/** Reads records of ESRI's Shapefile Technical Description (1998). */
class ShapeReader {
  readonly shapes = new ShapesBuilder();
  readonly attributes = new AttributeTableBuilder();
  readonly dropped = new Tally();
  objectCount = 0;
  readonly #view: DataView;
  readonly #table: DbfTable | null;

  constructor(shp: Uint8Array, table: DbfTable | null) {
    this.#view = new DataView(shp.buffer, shp.byteOffset, shp.byteLength);
    this.#table = table;
  }

  readAll(): void {
    let at = HEADER_BYTES;
    while (at + 12 <= this.#view.byteLength) {
      const contentBytes = 2 * this.#view.getInt32(at + 4);
      if (contentBytes < 4) break;
      this.#record(at + 8, Math.min(at + 8 + contentBytes, this.#view.byteLength));
      at += 8 + contentBytes;
    }
  }

  #record(start: number, end: number): void {
    const index = this.objectCount;
    this.objectCount += 1;
    const before = this.shapes.shapeCount;
    const kind = this.#view.getInt32(start, true) % 10;
    try {
      if (kind === 1) this.#positions(start + 4, 1, end, 'point');
      else if (kind === 8) this.#positions(start + 40, this.#view.getUint32(start + 36, true), end, 'point');
      else if (kind === 3 || kind === 5) this.#paths(start, end, kind);
      else if (kind !== 0) this.dropped.add(REASONS.unknownKind);
    } catch (problem) {
      if (!(problem instanceof RangeError)) throw problem;
      this.shapes.giveUpShape();
      this.dropped.add(REASONS.cut);
      return;
    }
    if (kind === 0) this.dropped.add(REASONS.withoutGeometry);
    if (this.shapes.shapeCount > before) this.attributes.add(this.#table && index < this.#table.rowCount ? this.#table.row(index) : []);
  }

  #positions(first: number, count: number, end: number, kind: 'point'): void {
    if (first + 16 * count > end) throw new RangeError(REASONS.cut);
    for (let position = 0; position < count; position += 1) {
      this.shapes.addVertex(this.#view.getFloat64(first + 16 * position, true), this.#view.getFloat64(first + 16 * position + 8, true));
    }
    this.shapes.endShape(kind, this.attributes.rowCount);
  }

  #paths(start: number, end: number, kind: 3 | 5): void {
    const parts = this.#view.getUint32(start + 36, true);
    const vertices = this.#view.getUint32(start + 40, true);
    const first = start + 44 + 4 * parts;
    if (first + 16 * vertices > end) throw new RangeError(REASONS.cut);
    const paths: Float64Array[] = [];
    for (let part = 0; part < parts; part += 1) {
      const from = this.#view.getUint32(start + 44 + 4 * part, true);
      const to = part + 1 < parts ? this.#view.getUint32(start + 48 + 4 * part, true) : vertices;
      if (from > to || to > vertices) throw new RangeError(REASONS.cut);
      const path = new Float64Array(2 * (to - from));
      for (let at = 0; at < path.length; at += 1) path[at] = this.#view.getFloat64(first + 16 * from + 8 * at, true);
      paths.push(path);
    }
    if (kind === 3) {
      for (const path of paths) this.#path(path, false);
      this.shapes.endShape('line', this.attributes.rowCount);
    } else this.#polygon(paths);
  }

  #path(path: Float64Array, isRing: boolean): void {
    for (let at = 0; at + 1 < path.length; at += 2) this.shapes.addVertex(path[at]!, path[at + 1]!);
    if (isRing) this.shapes.endRing();
    else this.shapes.endPart();
  }

  /** Exteriors run clockwise in a shapefile, holes the other way; each hole goes with the exterior that it lies in. */
  #polygon(rings: readonly Float64Array[]): void {
    const exteriors = rings.filter((ring) => doubledArea(ring) <= 0);
    const holes = rings.filter((ring) => doubledArea(ring) > 0);
    const shells = exteriors.length > 0 ? exteriors : holes;
    const loose = new Set(exteriors.length > 0 ? holes : []);
    for (const shell of shells) {
      this.#path(shell, true);
      for (const hole of loose) {
        if (shells.length > 1 && !contains(shell, hole[0] ?? Number.NaN, hole[1] ?? Number.NaN)) continue;
        loose.delete(hole);
        this.#path(hole, true);
      }
      this.shapes.endPart();
    }
    // A hole in nothing is ground whose ring was turned the wrong way.
    for (const hole of loose) {
      this.#path(hole, true);
      this.shapes.endPart();
    }
    this.shapes.endShape('polygon', this.attributes.rowCount);
  }
}

/** Reads a shapefile. Throws ImportProblem for files that are not one. */
export function readShapefile({ name, shp, dbf, prj, cpg }: ShapefileParts): RawLayer {
  if (shp.length < HEADER_BYTES) throw new ImportProblem(`«${name}» er ikke en hel Shapefile. Eksporter den på nytt.`);
  const table = dbf && readDbf(dbf, `${name}.dbf`, cpg && strFromU8(cpg, true));
  const reader = new ShapeReader(shp, table);
  reader.readAll();
  const wkt = prj && strFromU8(prj, true);
  return {
    name,
    format: 'shapefile',
    shapes: reader.shapes.finish(),
    attributes: reader.attributes.finish(),
    declared: wkt === null ? null : { system: systemOfWkt(wkt), text: /"([^"]+)"/u.exec(wkt)?.[1] ?? '.prj' },
    objectCount: reader.objectCount,
    dropped: reader.dropped.counted(),
    notes: dbf === null ? [`«${name}» mangler .dbf: objektene har ingen egenskaper. Pakk alle filene i én zip.`] : [],
  };
}
