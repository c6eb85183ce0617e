import { segmentsMeet } from './segmentContact';
import type { PlanarRing } from './shapes';

/** Edges nearer than this meet: a millimetre, the grid of the booleans. */
const CONTACT_METRES = 0.001;

const MOST_EDGES_IN_CHAIN = 16;

const MOST_SORTED_BY_INSERTION = 48;

/**
 * Chains: edges in a row of one ring that all head for the same quadrant, so that they cannot meet each other, each with
 * the rectangle around them, grown by the distance at which edges meet. In arrays that are used again and again.
 */
class Chains {
  count = 0;
  rings = new Int32Array(64);
  firstEdges = new Int32Array(64);
  endEdges = new Int32Array(64);
  /** Per chain minX, minY, maxX, maxY. */
  boxes = new Float64Array(4 * 64);
  private order = new Int32Array(64);

  /** Takes the chains of these rings instead of what was there. */
  take(rings: readonly PlanarRing[]): void {
    this.count = 0;
    for (let ring = 0; ring < rings.length; ring += 1) this.addChains(rings[ring]!, ring);
  }

  /** The chains by their western ends; good until others are taken. */
  fromWest(): Int32Array {
    const { count, boxes } = this;
    if (this.order.length < count) this.order = new Int32Array(this.rings.length);
    const order = this.order.subarray(0, count);
    for (let chain = 0; chain < count; chain += 1) order[chain] = chain;
    if (count > MOST_SORTED_BY_INSERTION) return order.sort((a, b) => boxes[4 * a]! - boxes[4 * b]!);
    for (let at = 1; at < count; at += 1) {
      const chain = order[at]!;
      let position = at;
      while (position > 0 && boxes[4 * order[position - 1]!]! > boxes[4 * chain]!) {
        order[position] = order[position - 1]!;
        position -= 1;
      }
      order[position] = chain;
    }
    return order;
  }

  private addChains(ring: PlanarRing, number: number): void {
    const { length } = ring;
    let first = 0;
    while (first < length) {
      let x = ring[first]!;
      let y = ring[first + 1]!;
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
      this.add(ring, number, first, end);
      first = end;
    }
  }

  /** Adds the chain between two vertices, given by where their coordinates begin. */
  private add(ring: PlanarRing, number: number, first: number, end: number): void {
    const chain = this.count;
    if (chain === this.rings.length) this.widen();
    const last = end < ring.length ? end : 0;
    const grow = CONTACT_METRES / 2;
    this.rings[chain] = number;
    this.firstEdges[chain] = first / 2;
    this.endEdges[chain] = end / 2;
    this.boxes[4 * chain] = Math.min(ring[first]!, ring[last]!) - grow;
    this.boxes[4 * chain + 1] = Math.min(ring[first + 1]!, ring[last + 1]!) - grow;
    this.boxes[4 * chain + 2] = Math.max(ring[first]!, ring[last]!) + grow;
    this.boxes[4 * chain + 3] = Math.max(ring[first + 1]!, ring[last + 1]!) + grow;
    this.count = chain + 1;
  }

  private widen(): void {
    const size = 2 * this.rings.length;
    const wider = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const array = new Int32Array(size);
      array.set(old);
      return array;
    };
    this.rings = wider(this.rings);
    this.firstEdges = wider(this.firstEdges);
    this.endEdges = wider(this.endEdges);
    const boxes = new Float64Array(4 * size);
    boxes.set(this.boxes);
    this.boxes = boxes;
  }
}

const chains = new Chains();

/**
 * Whether edges of the rings cross or touch anywhere but where one follows the other. Rings without contact are simple
 * and lie wholly inside or outside each other. Rings must have no spikes.
 */
export function haveContacts(rings: readonly PlanarRing[]): boolean {
  chains.take(rings);
  const order = chains.fromWest();
  const { boxes } = chains;
  for (let index = 0; index < order.length; index += 1) {
    const chain = order[index]!;
    const maxX = boxes[4 * chain + 2]!;
    for (let position = index + 1; position < order.length; position += 1) {
      const other = order[position]!;
      if (boxes[4 * other]! > maxX) break;
      if (boxes[4 * other + 1]! > boxes[4 * chain + 3]! || boxes[4 * other + 3]! < boxes[4 * chain + 1]!) continue;
      if (chainsMeet(rings, chain, other)) return true;
    }
  }
  return false;
}

function chainsMeet(rings: readonly PlanarRing[], chain: number, other: number): boolean {
  const [ring, otherRing] = [rings[chains.rings[chain]!]!, rings[chains.rings[other]!]!];
  const end = chains.endEdges[chain]!;
  const otherEnd = chains.endEdges[other]!;
  for (let edge = chains.firstEdges[chain]!; edge < end; edge += 1) {
    for (let otherEdge = chains.firstEdges[other]!; otherEdge < otherEnd; otherEdge += 1) {
      if (ring === otherRing && follow(ring, edge, otherEdge)) continue;
      if (edgesMeet(ring, edge, otherRing, otherEdge)) return true;
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
  const b = 2 * edgeB;
  return segmentsMeet(ringA, a, (a + 2) % ringA.length, ringB, b, (b + 2) % ringB.length, CONTACT_METRES);
}
