import { NEGATED } from './edgeBuffer';
import type { OverlayLeaf, OverlayNode, OverlayStore } from './overlayStore';

/** Finds what covers many points at once: each node is gone through once for all the points in it. */
export class MaskSearch {
  private readonly store: OverlayStore;
  private readonly points: Float64Array;
  private readonly masks: Int32Array;
  private readonly isSought: (mask: number) => boolean;

  /**
   * @param points `x0, y0, …`.
   * @param masks takes the mask of each point; -1 for points of leaves in which no mask is sought.
   */
  constructor(store: OverlayStore, points: Float64Array, masks: Int32Array, isSought: (mask: number) => boolean) {
    this.store = store;
    this.points = points;
    this.masks = masks;
    this.isSought = isSought;
  }

  /** Finds the masks of the points `from` to `end` of a list of those in a node, which it puts in another order. */
  collect(node: OverlayNode, list: Uint32Array, from: number, end: number): void {
    if (from === end) return;
    const { points, masks } = this;
    if (node.kind === 'leaf') {
      const isNear = this.holds(node);
      for (let at = from; at < end; at += 1) {
        const point = list[at]!;
        masks[point] = isNear ? this.maskAt(node, points[2 * point]!, points[2 * point + 1]!) : -1;
      }
      return;
    }
    const { axis, middle } = node;
    let split = from;
    for (let at = from; at < end; at += 1) {
      const point = list[at]!;
      if (points[2 * point + axis]! >= middle) continue;
      list[at] = list[split]!;
      list[split] = point;
      split += 1;
    }
    this.collect(node.low, list, from, split);
    this.collect(node.high, list, split, end);
  }

  /** Whether any ground of a leaf has a mask that is sought. */
  private holds({ sums: { start, end } }: OverlayLeaf): boolean {
    const { areas, sums } = this.store;
    for (let position = start; position < end; position += 1) {
      if (this.isSought(sums.masks[areas.combinations[position]!]!)) return true;
    }
    return false;
  }

  private maskAt(leaf: OverlayLeaf, x: number, y: number): number {
    const { changes, edges } = this.store;
    const state = this.store.stateOf(leaf);
    const { lowX, lowY, highX, highY, change, flags } = edges;
    for (let edge = leaf.firstEdge; edge < leaf.endEdge; edge += 1) {
      const bottom = lowY[edge]!;
      const top = highY[edge]!;
      if (y < bottom || y >= top) continue;
      const isUpright = highX[edge] === lowX[edge];
      const crossing = isUpright ? lowX[edge]! : lowX[edge]! + ((highX[edge]! - lowX[edge]!) * (y - bottom)) / (top - bottom);
      if (crossing <= x) changes.apply(change[edge]!, (flags[edge]! & NEGATED) === 0 ? 1 : -1, state);
    }
    return changes.maskOf(state);
  }
}
