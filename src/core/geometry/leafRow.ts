import { NEGATED } from './edgeBuffer';
import type { OverlayLeaf, OverlayStore } from './overlayStore';

/** What covers along a level line through a leaf of an overlay tree, from west to east. */
export class LeafRow {
  private readonly store: OverlayStore;
  /** Where edges cross the line, from left to right, and which. */
  private crossings = new Float64Array(64);
  private crossed = new Int32Array(64);
  private count = 0;
  private leaf: OverlayLeaf | null = null;
  /** What covers at the western end of any line through the leaf. */
  private firstMask = 0;
  /** Windings where the line has come to; only once it has crossed an edge. */
  private state: Int32Array = new Int32Array(0);
  private mask = 0;
  private next = 0;

  constructor(store: OverlayStore) {
    this.store = store;
  }

  /** Begins a line at a height, west of all that lies in the leaf. */
  start(leaf: OverlayLeaf, y: number): void {
    if (leaf !== this.leaf) {
      this.leaf = leaf;
      this.firstMask = this.store.changes.maskOf(this.store.stateOf(leaf));
    }
    this.gatherCrossings(leaf, y);
    this.startAgain();
  }

  /** Begins the same line once more. */
  startAgain(): void {
    this.mask = this.firstMask;
    this.next = 0;
  }

  /** Whether the same covers all along the line. */
  get isPlain(): boolean {
    return this.count === 0;
  }

  /** The mask of what covers at a place on the line, which must not lie west of the one before. */
  maskAt(x: number): number {
    if (this.next < this.count && this.crossings[this.next]! <= x) this.cross(x);
    return this.mask;
  }

  private cross(x: number): void {
    if (this.next === 0 && this.leaf) this.state = this.store.stateOf(this.leaf);
    const { crossings, crossed, state, store: { changes, edges: { change, flags } } } = this;
    for (; this.next < this.count && crossings[this.next]! <= x; this.next += 1) {
      const edge = crossed[this.next]!;
      changes.apply(change[edge]!, (flags[edge]! & NEGATED) === 0 ? 1 : -1, state);
    }
    this.mask = changes.maskOf(state);
  }

  /** Finds where a leaf's edges cross a height, from left to right. */
  private gatherCrossings(leaf: OverlayLeaf, y: number): void {
    const edgeCount = leaf.endEdge - leaf.firstEdge;
    if (edgeCount > this.crossings.length) {
      this.crossings = new Float64Array(2 * edgeCount);
      this.crossed = new Int32Array(2 * edgeCount);
    }
    const { crossings, crossed } = this;
    const { lowX, lowY, highX, highY } = this.store.edges;
    let count = 0;
    for (let edge = leaf.firstEdge; edge < leaf.endEdge; edge += 1) {
      const bottom = lowY[edge]!;
      const top = highY[edge]!;
      if (y < bottom || y >= top) continue;
      const isUpright = highX[edge] === lowX[edge];
      const crossing = isUpright ? lowX[edge]! : lowX[edge]! + ((highX[edge]! - lowX[edge]!) * (y - bottom)) / (top - bottom);
      let position = count;
      while (position > 0 && crossings[position - 1]! > crossing) {
        crossings[position] = crossings[position - 1]!;
        crossed[position] = crossed[position - 1]!;
        position -= 1;
      }
      crossings[position] = crossing;
      crossed[position] = edge;
      count += 1;
    }
    this.count = count;
  }
}
