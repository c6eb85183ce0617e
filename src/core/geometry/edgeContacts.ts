import { squaredDistanceToSegment } from './distance';
import type { PlanarRing } from './shapes';

/** Edges nearer than this meet: a millimetre, the grid of the booleans. */
const CONTACT_METRES = 0.001;

const MOST_EDGES_IN_CHAIN = 16;

/**
 * Edges in a row of one ring that all head for the same quadrant, so that they cannot meet each other, and the rectangle
 * around them, grown by the distance at which edges meet.
 */
interface Chain {
  readonly ring: PlanarRing;
  readonly firstEdge: number;
  readonly endEdge: number;
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/**
 * Whether edges of the rings cross or touch anywhere but where one follows the other. Rings without contact are simple
 * and lie wholly inside or outside each other. Rings must have no spikes.
 */
export function haveContacts(rings: readonly PlanarRing[]): boolean {
  const chains: Chain[] = [];
  for (const ring of rings) addChains(ring, chains);
  chains.sort((a, b) => a.minX - b.minX);
  for (let index = 0; index < chains.length; index += 1) {
    const chain = chains[index]!;
    for (let other = index + 1; other < chains.length; other += 1) {
      const candidate = chains[other]!;
      if (candidate.minX > chain.maxX) break;
      if (candidate.minY <= chain.maxY && candidate.maxY >= chain.minY && chainsMeet(chain, candidate)) return true;
    }
  }
  return false;
}

function addChains(ring: PlanarRing, chains: Chain[]): void {
  const { length } = ring;
  let first = 0;
  while (first < length) {
    const x0 = ring[first]!;
    const y0 = ring[first + 1]!;
    let x = x0;
    let y = y0;
    let eastwards = true;
    let northwards = true;
    let end = first;
    while (end < length && end < first + 2 * MOST_EDGES_IN_CHAIN) {
      const next = end + 2 < length ? end + 2 : 0;
      const nextX = ring[next]!;
      const nextY = ring[next + 1]!;
      if (end === first) {
        eastwards = nextX > x;
        northwards = nextY > y;
      } else if (nextX > x !== eastwards || nextY > y !== northwards) break;
      x = nextX;
      y = nextY;
      end += 2;
    }
    const grow = CONTACT_METRES / 2;
    chains.push({
      ring,
      firstEdge: first / 2,
      endEdge: end / 2,
      minX: (eastwards ? x0 : x) - grow,
      minY: (northwards ? y0 : y) - grow,
      maxX: (eastwards ? x : x0) + grow,
      maxY: (northwards ? y : y0) + grow,
    });
    first = end;
  }
}

function chainsMeet(chain: Chain, other: Chain): boolean {
  const sameRing = chain.ring === other.ring;
  for (let edge = chain.firstEdge; edge < chain.endEdge; edge += 1) {
    for (let otherEdge = other.firstEdge; otherEdge < other.endEdge; otherEdge += 1) {
      if (sameRing && follow(chain.ring, edge, otherEdge)) continue;
      if (edgesMeet(chain.ring, edge, other.ring, otherEdge)) return true;
    }
  }
  return false;
}

/** Whether one edge of a ring starts where the other ends. */
function follow(ring: PlanarRing, edge: number, other: number): boolean {
  const edges = ring.length / 2;
  return (edge + 1) % edges === other || (other + 1) % edges === edge;
}

function edgesMeet(ringA: PlanarRing, edgeA: number, ringB: PlanarRing, edgeB: number): boolean {
  const a = 2 * edgeA;
  const aEnd = (a + 2) % ringA.length;
  const b = 2 * edgeB;
  const bEnd = (b + 2) % ringB.length;
  const ax0 = ringA[a]!;
  const ay0 = ringA[a + 1]!;
  const ax1 = ringA[aEnd]!;
  const ay1 = ringA[aEnd + 1]!;
  const bx0 = ringB[b]!;
  const by0 = ringB[b + 1]!;
  const bx1 = ringB[bEnd]!;
  const by1 = ringB[bEnd + 1]!;
  const reach = CONTACT_METRES;
  if ((ax0 > ax1 ? ax0 : ax1) + reach < (bx0 < bx1 ? bx0 : bx1)) return false;
  if ((bx0 > bx1 ? bx0 : bx1) + reach < (ax0 < ax1 ? ax0 : ax1)) return false;
  if ((ay0 > ay1 ? ay0 : ay1) + reach < (by0 < by1 ? by0 : by1)) return false;
  if ((by0 > by1 ? by0 : by1) + reach < (ay0 < ay1 ? ay0 : ay1)) return false;
  const fromA0 = side(bx0, by0, bx1, by1, ax0, ay0);
  const fromA1 = side(bx0, by0, bx1, by1, ax1, ay1);
  const fromB0 = side(ax0, ay0, ax1, ay1, bx0, by0);
  const fromB1 = side(ax0, ay0, ax1, ay1, bx1, by1);
  if (fromA0 > 0 !== fromA1 > 0 && fromB0 > 0 !== fromB1 > 0) return true;
  const squaredReach = reach * reach;
  return (
    squaredDistanceToSegment(ax0, ay0, bx0, by0, bx1, by1) <= squaredReach ||
    squaredDistanceToSegment(ax1, ay1, bx0, by0, bx1, by1) <= squaredReach ||
    squaredDistanceToSegment(bx0, by0, ax0, ay0, ax1, ay1) <= squaredReach ||
    squaredDistanceToSegment(bx1, by1, ax0, ay0, ax1, ay1) <= squaredReach
  );
}

/** Above 0 where (x, y) lies left of the line from (x0, y0) to (x1, y1). */
function side(x0: number, y0: number, x1: number, y1: number, x: number, y: number): number {
  return (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0);
}
