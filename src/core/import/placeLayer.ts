import { multiPolygonArea, signedRingArea } from '../geometry/area';
import { toLonLatMultiPolygon } from '../geometry/projection';
import type { PlanarMultiPolygon } from '../geometry/shapes';
import { mend, type GeometryFault } from '../geometry/validity';
import { SQUARE_METRES_PER_DAA } from '../method/parameters';
import { tableOfRows } from './attributeTable';
import { findSystem, systemOf, type CoordinateSystem, type PlacedSystem, type SystemId } from './coordinateSystem';
import { IndexList, NumberList } from './growingLists';
import { ImportProblem } from './importProblem';
import type { ImportedLayer, LonLatBox, RawLayer } from './importedLayer';
import { kindAt, partRange, pathRange, shapeCount, shapeRange, ShapesBuilder, vertexRange, type PackedShapes } from './packedShapes';
import { isTangled, PlacedRings } from './placedRings';
import { Tally } from './tally';

/** Where a layer ought to lie, and what the user has said of it. */
export interface Placing {
  /** The municipality. */
  readonly near: LonLatBox;
  /** The coordinate system that the user has chosen in place of the one found. */
  readonly chosen: { readonly system: SystemId; readonly isSwapped: boolean } | null;
}

/** Objects whose rectangle is farther from the municipality than this are left out, degrees: some three kilometres. */
const MARGIN = { longitude: 0.06, latitude: 0.03 } as const;

/** Objects between two reports of how far it has come. */
const REPORT_EVERY = 256;

const SAMPLE = 1000;

const FAULT_WORDS: Readonly<Record<GeometryFault, string>> = {
  notFinite: 'ring med koordinater som ikke er tall',
  repeatedVertices: 'samme punkt to ganger på rad',
  spikes: 'linje fram og tilbake langs seg selv',
  withoutArea: 'ring uten areal',
  crossingEdges: 'flate som krysser seg selv',
  misplacedHoles: 'hull utenfor flaten sin',
  overlappingParts: 'deler som overlapper hverandre',
};

const DROPPED = {
  outside: 'ligger utenfor kommunen',
  notNumbers: 'koordinatene er ikke tall',
  empty: 'flaten har ikke noe areal',
  short: 'linjen har bare ett punkt',
  tangled: 'flatens punkter ligger hulter til bulter',
} as const;

/** A typical position: the middle one of a sample, in each direction. */
function middleOf({ coordinates }: PackedShapes): readonly [number, number] {
  const vertices = coordinates.length / 2;
  const step = Math.max(1, Math.floor(vertices / SAMPLE));
  const xs: number[] = [];
  const ys: number[] = [];
  for (let vertex = 0; vertex < vertices; vertex += step) {
    const x = coordinates[2 * vertex]!;
    const y = coordinates[2 * vertex + 1]!;
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    xs.push(x);
    ys.push(y);
  }
  const middle = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return [middle(xs), middle(ys)];
}

/** The rectangle in file coordinates, east first, outside which objects are of no concern. */
function concernIn(system: CoordinateSystem, near: LonLatBox): readonly [minX: number, minY: number, maxX: number, maxY: number] {
  const [west, east] = [near.west - MARGIN.longitude, near.east + MARGIN.longitude];
  const [south, north] = [near.south - MARGIN.latitude, near.north + MARGIN.latitude];
  const corners = [0, 0.25, 0.5, 0.75, 1].flatMap((part) => {
    const longitude = west + part * (east - west);
    const latitude = south + part * (north - south);
    return [
      system.fromLonLat(longitude, south),
      system.fromLonLat(longitude, north),
      system.fromLonLat(west, latitude),
      system.fromLonLat(east, latitude),
    ];
  });
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Places one shape after the other; what could not be placed is counted. */
class Placer {
  readonly builder = new ShapesBuilder();
  readonly rows = new IndexList();
  readonly repaired = new Tally();
  readonly dropped = new Tally();
  readonly areas = new NumberList();
  readonly #shapes: PackedShapes;
  readonly #reader: PlacedRings;
  readonly #isSwapped: boolean;
  readonly #concern: readonly [number, number, number, number];
  constructor(shapes: PackedShapes, system: CoordinateSystem, isSwapped: boolean, near: LonLatBox) {
    this.#shapes = shapes;
    this.#reader = new PlacedRings(shapes, system, isSwapped);
    this.#isSwapped = isSwapped;
    this.#concern = concernIn(system, near);
  }

  place(shape: number): void {
    if (!this.#isOfConcern(shape)) {
      this.dropped.add(DROPPED.outside);
      return;
    }
    const kind = kindAt(this.#shapes, shape);
    const before = this.builder.shapeCount;
    const row = this.rows.length;
    if (kind === 'polygon') this.#placePolygon(shape, row);
    else this.#placePaths(shape, kind, row);
    if (this.builder.shapeCount === before) return;
    this.rows.push(this.#shapes.rows[shape] ?? 0);
    if (kind !== 'polygon') this.areas.push(0);
  }

  #isOfConcern(shape: number): boolean {
    const { coordinates } = this.#shapes;
    const [first, end] = vertexRange(this.#shapes, shape);
    const [minX, minY, maxX, maxY] = this.#concern;
    const east = this.#isSwapped ? 1 : 0;
    let [left, low, right, high] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let vertex = first; vertex < end; vertex += 1) {
      const x = coordinates[2 * vertex + east]!;
      const y = coordinates[2 * vertex + 1 - east]!;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < low) low = y;
      if (y > high) high = y;
    }
    // A shape without any number is told of as such, not as being elsewhere.
    return left === Infinity || (right >= minX && left <= maxX && high >= minY && low <= maxY);
  }

  #placePolygon(shape: number, row: number): void {
    const { degrees, planar } = this.#reader.outline(shape);
    if (planar.some((polygon) => polygon.some(isTangled))) {
      this.dropped.add(DROPPED.tangled);
      return;
    }
    const { polygons: valid, faults } = mend(planar);
    if (valid.length === 0) {
      this.dropped.add(faults.includes('notFinite') ? DROPPED.notNumbers : DROPPED.empty);
      return;
    }
    for (const fault of faults) this.repaired.add(FAULT_WORDS[fault]);
    this.areas.push(multiPolygonArea(valid));
    if (faults.length > 0) this.#writeMended(valid);
    else this.#write(degrees, planar);
    this.builder.endShape('polygon', row);
  }

  /** Writes rings of degrees, turned the right way; those of `planar` tell which way they run. */
  #write(degrees: readonly (readonly Float64Array[])[], planar: PlanarMultiPolygon): void {
    degrees.forEach((polygon, part) => {
      polygon.forEach((ring, index) => {
        const flat = planar[part]?.[index];
        const isTurned = flat !== undefined && signedRingArea(flat) > 0 === index > 0;
        for (let at = 0; at < ring.length; at += 2) {
          const from = isTurned ? ring.length - 2 - at : at;
          this.builder.addVertex(ring[from]!, ring[from + 1]!);
        }
        this.builder.endRing();
      });
      this.builder.endPart();
    });
  }

  #writeMended(polygons: PlanarMultiPolygon): void {
    for (const polygon of toLonLatMultiPolygon(polygons)) {
      for (const ring of polygon) {
        for (const [longitude, latitude] of ring) this.builder.addVertex(longitude, latitude);
        this.builder.endRing();
      }
      this.builder.endPart();
    }
  }

  #placePaths(shape: number, kind: 'line' | 'point', row: number): void {
    const [firstPart, endPart] = shapeRange(this.#shapes, shape);
    let notNumbers = false;
    for (let part = firstPart; part < endPart; part += 1) {
      const [firstPath] = partRange(this.#shapes, part);
      const [first, end] = pathRange(this.#shapes, firstPath);
      const positions = this.#reader.positionsIn(first, end);
      if (!positions.every(Number.isFinite)) {
        notNumbers = true;
        continue;
      }
      if (kind === 'line' && end - first < 2) continue;
      for (let at = 0; at < positions.length; at += 2) this.builder.addVertex(positions[at]!, positions[at + 1]!);
      this.builder.endPart();
    }
    const before = this.builder.shapeCount;
    this.builder.endShape(kind, row);
    if (this.builder.shapeCount === before) this.dropped.add(notNumbers ? DROPPED.notNumbers : DROPPED.short);
  }
}

function systemFor(raw: RawLayer, { near, chosen }: Placing): PlacedSystem {
  if (!chosen) return findSystem(middleOf(raw.shapes), raw.declared, near);
  const title = systemOf(chosen.system)?.title ?? chosen.system;
  return { id: chosen.system, title, basis: 'chosen', isSwapped: chosen.isSwapped, contradicts: null };
}

/**
 * Brings a layer to WGS84, valid and rightly turned, and says what became of it. Objects well outside the municipality
 * are left out. Throws ImportProblem for a coordinate system that is not known.
 * @param onProgress hears the part done, 0–1
 */
export function placeLayer(raw: RawLayer, placing: Placing, onProgress: (done: number) => void = () => undefined): ImportedLayer {
  const placedBy = systemFor(raw, placing);
  const system = systemOf(placedBy.id);
  if (!system) throw new ImportProblem(`Koordinatsystemet ${placedBy.id} kjennes ikke. Lagre filen i EPSG:25832 og prøv igjen.`);
  const placer = new Placer(raw.shapes, system, placedBy.isSwapped, placing.near);
  placer.dropped.addAll(raw.dropped);
  const count = shapeCount(raw.shapes);
  for (let shape = 0; shape < count; shape += 1) {
    placer.place(shape);
    if (shape % REPORT_EVERY === 0) onProgress(shape / count);
  }
  const shapes = placer.builder.finish();
  const areas = placer.areas.taken();
  const kinds = { polygon: 0, line: 0, point: 0 };
  for (let shape = 0; shape < shapeCount(shapes); shape += 1) kinds[kindAt(shapes, shape)] += 1;
  return {
    name: raw.name,
    format: raw.format,
    shapes,
    attributes: tableOfRows(raw.attributes, placer.rows.taken()),
    areas,
    summary: {
      objectCount: raw.objectCount,
      polygons: kinds.polygon,
      lines: kinds.line,
      points: kinds.point,
      areaDaa: areas.reduce((sum, area) => sum + area, 0) / SQUARE_METRES_PER_DAA,
      system: placedBy,
      repaired: placer.repaired.counted(),
      dropped: placer.dropped.counted(),
      notes: raw.notes,
    },
  };
}
