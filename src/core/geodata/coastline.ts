import { signedRingArea } from '../geometry/area';
import { difference, union } from '../geometry/booleans';
import type { PlanarBounds, PlanarLine, PlanarMultiPolygon, PlanarPoint } from '../geometry/shapes';

/** A run of shoreline inside a rectangle, and where along its edge it comes in and goes out, metres from its south-west corner. */
interface Run {
  readonly points: readonly PlanarPoint[];
  readonly entry: number;
  readonly exit: number;
}

function pointsOf(line: PlanarLine): readonly PlanarPoint[] {
  return Array.from({ length: line.length / 2 }, (_, index) => ({ x: line[2 * index] ?? 0, y: line[2 * index + 1] ?? 0 }));
}

function keyOf({ x, y }: PlanarPoint): string {
  return `${Math.round(x * 1000)},${Math.round(y * 1000)}`;
}

/** Joins lines where one ends and another begins; their direction is never turned. */
function joined(lines: readonly PlanarLine[]): readonly (readonly PlanarPoint[])[] {
  const open = new Set(lines.filter((line) => line.length >= 4).map(pointsOf));
  const startingAt = new Map<string, readonly PlanarPoint[]>();
  for (const line of open) if (line[0]) startingAt.set(keyOf(line[0]), line);
  const hasBefore = new Set([...open].map((line) => keyOf(line.at(-1) ?? { x: 0, y: 0 })));
  const take = (first: readonly PlanarPoint[]): readonly PlanarPoint[] => {
    const chain = [...first];
    open.delete(first);
    for (;;) {
      const end = chain.at(-1);
      const next = end && startingAt.get(keyOf(end));
      if (!next || !open.has(next)) return chain;
      open.delete(next);
      chain.push(...next.slice(1));
    }
  };
  const starts = [...open].filter(([first]) => first && !hasBefore.has(keyOf(first)));
  const chains = starts.map(take);
  for (const line of open) chains.push(take(line));
  return chains;
}

/** How far along the rectangle's edge a point on it lies, counter-clockwise from the south-west corner, metres. */
function alongEdge({ x, y }: PlanarPoint, { minX, minY, maxX, maxY }: PlanarBounds): number {
  const [width, height] = [maxX - minX, maxY - minY];
  const gaps = [y - minY, maxX - x, maxY - y, x - minX].map(Math.abs);
  const side = gaps.indexOf(Math.min(...gaps));
  if (side === 0) return x - minX;
  if (side === 1) return width + y - minY;
  if (side === 2) return width + height + maxX - x;
  return 2 * width + height + maxY - y;
}

function isIn({ x, y }: PlanarPoint, { minX, minY, maxX, maxY }: PlanarBounds): boolean {
  return x > minX && x < maxX && y > minY && y < maxY;
}

/** The part of a straight piece inside a rectangle, as parts of its length (Liang and Barsky); null where there is none. */
function insidePart(from: PlanarPoint, to: PlanarPoint, bounds: PlanarBounds): readonly [number, number] | null {
  let [first, last] = [0, 1];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const sides = [[-dx, from.x - bounds.minX], [dx, bounds.maxX - from.x], [-dy, from.y - bounds.minY], [dy, bounds.maxY - from.y]] as const;
  for (const [slope, room] of sides) {
    if (slope === 0 && room <= 0) return null;
    if (slope < 0) first = Math.max(first, room / slope);
    if (slope > 0) last = Math.min(last, room / slope);
  }
  return first < last ? [first, last] : null;
}

function between(from: PlanarPoint, to: PlanarPoint, part: number): PlanarPoint {
  return { x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y) };
}

/** The runs of a chain inside a rectangle; null where the chain begins or ends in there. */
function runsOf(chain: readonly PlanarPoint[], bounds: PlanarBounds): readonly Run[] | null {
  const runs: Run[] = [];
  let current: PlanarPoint[] = [];
  for (const [index, from] of chain.entries()) {
    const to = chain[index + 1];
    if (!to) break;
    const part = insidePart(from, to, bounds);
    if (!part) continue;
    if (part[0] > 0 || !isIn(from, bounds)) current = [between(from, to, part[0])];
    else if (current.length === 0) return null;
    const end = between(from, to, part[1]);
    current.push(end);
    if (part[1] === 1 && isIn(to, bounds)) continue;
    const [start] = current;
    if (start) runs.push({ points: current, entry: alongEdge(start, bounds), exit: alongEdge(end, bounds) });
    current = [];
  }
  return current.length > 0 ? null : runs;
}

function ringOf(points: readonly PlanarPoint[]): Float64Array {
  return Float64Array.from(points.flatMap(({ x, y }) => [x, y]));
}

/** Rings of land: each run, then the rectangle's edge counter-clockwise to the nearest run that comes in. */
function landRings(runs: readonly Run[], bounds: PlanarBounds): readonly Float64Array[] {
  const { minX, minY, maxX, maxY } = bounds;
  const [width, height] = [maxX - minX, maxY - minY];
  const whole = 2 * (width + height);
  const corners = [
    { at: 0, point: { x: minX, y: minY } },
    { at: width, point: { x: maxX, y: minY } },
    { at: width + height, point: { x: maxX, y: maxY } },
    { at: 2 * width + height, point: { x: minX, y: maxY } },
  ];
  const ahead = (from: number, to: number): number => (((to - from) % whole) + whole) % whole;
  const left = new Set(runs);
  const rings: Float64Array[] = [];
  for (const first of runs) {
    if (!left.has(first)) continue;
    const points: PlanarPoint[] = [];
    let run: Run | undefined = first;
    while (run && left.has(run)) {
      left.delete(run);
      points.push(...run.points);
      const { exit }: Run = run;
      const next: Run | undefined = [...left, first].toSorted((one, other) => ahead(exit, one.entry) - ahead(exit, other.entry))[0];
      const reach = next ? ahead(exit, next.entry) : 0;
      const passed = corners.filter(({ at }) => ahead(exit, at) < reach).toSorted((one, other) => ahead(exit, one.at) - ahead(exit, other.at));
      points.push(...passed.map(({ point }) => point));
      run = next;
    }
    rings.push(ringOf(points));
  }
  return rings;
}

/** A closed chain begun anew outside the rectangle, where it has a point there. */
function begunOutside(ring: readonly PlanarPoint[], bounds: PlanarBounds): readonly PlanarPoint[] {
  const outside = ring.findIndex((point) => !isIn(point, bounds));
  const start = ring[outside];
  return start ? [...ring.slice(outside), ...ring.slice(1, outside), start] : ring;
}

/**
 * Land inside a rectangle, out of shorelines that run with the land on their left (OpenStreetMap wiki,
 * "Tag:natural=coastline"). Shorelines may be in pieces, joined at their ends to the millimetre; they have to close on
 * themselves or leave the rectangle. Null where one does neither: then what is land cannot be told. Without a shoreline
 * all of it is land.
 */
export function landOfCoastline(lines: readonly PlanarLine[], bounds: PlanarBounds): PlanarMultiPolygon | null {
  const runs: Run[] = [];
  const islands: Float64Array[] = [];
  const seas: Float64Array[] = [];
  for (const chain of joined(lines)) {
    const [first] = chain;
    const last = chain.at(-1);
    if (!first || !last) continue;
    const isClosed = chain.length > 3 && keyOf(first) === keyOf(last);
    if (isClosed && chain.every((point) => isIn(point, bounds))) {
      const ring = ringOf(chain.slice(0, -1));
      if (signedRingArea(ring) > 0) islands.push(ring);
      else seas.push(ring);
      continue;
    }
    const found = runsOf(isClosed ? begunOutside(chain, bounds) : chain, bounds);
    if (!found) return null;
    runs.push(...found);
  }
  const { minX, minY, maxX, maxY } = bounds;
  const everything: PlanarMultiPolygon = [[Float64Array.of(minX, minY, maxX, minY, maxX, maxY, minX, maxY)]];
  const byArea = [...islands, ...seas].toSorted((one, other) => Math.abs(signedRingArea(other)) - Math.abs(signedRingArea(one)));
  const largest = byArea[0];
  const isSeaAround = largest !== undefined && signedRingArea(largest) > 0;
  let land = runs.length > 0 ? union(landRings(runs, bounds).map((ring) => [ring])) : isSeaAround ? [] : everything;
  for (const ring of byArea) {
    land = signedRingArea(ring) > 0 ? union(land, [[ring]]) : difference(land, [[ringOf(pointsOf(ring).toReversed())]]);
  }
  return land;
}
