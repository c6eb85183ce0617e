import { segmentsMeet } from './segmentContact';
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
  return segmentsMeet(
    ringA[a]!,
    ringA[a + 1]!,
    ringA[aEnd]!,
    ringA[aEnd + 1]!,
    ringB[b]!,
    ringB[b + 1]!,
    ringB[bEnd]!,
    ringB[bEnd + 1]!,
    CONTACT_METRES,
  );
}
