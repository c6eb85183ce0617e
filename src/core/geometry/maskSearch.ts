import { NEGATED } from './edgeBuffer';
import type { OverlayLeaf, OverlayNode, OverlayStore } from './overlayStore';

/** Combinations of layers in a node that it is worth while to look through before its points. */
const MOST_LOOKED_THROUGH = 32;

/** Finds what covers many points at once: each node is gone through once for all the points in it. */
export class MaskSearch {
  private readonly store: OverlayStore;
  private readonly points: Float64Array;
  private readonly masks: Int32Array;
  private readonly isSought: (mask: number) => boolean;

  /**
   * @param points `x0, y0, …`.
   * @param masks takes the mask of each point; -1 where no mask is near that is sought.
   */
  constructor(store: OverlayStore, points: Float64Array, masks: Int32Array, isSought: (mask: number) => boolean) {
    this.store = store;
    this.points = points;
    this.masks = masks;
    this.isSought = isSought;
  }

  /** Finds the masks of points that lie in a node, by a list of them that it puts in another order. */
  search(node: OverlayNode, list: Uint32Array): void {
    const { points } = this;
    const low = [Infinity, Infinity];
    const high = [-Infinity, -Infinity];
    for (const point of list) {
      for (const axis of [0, 1]) {
        low[axis] = Math.min(low[axis]!, points[2 * point + axis]!);
        high[axis] = Math.max(high[axis]!, points[2 * point + axis]!);
      }
    }
    // The smallest node that holds them all: until there, no point need be looked at.
    let around = node;
    while (around.kind === 'branch') {
      const { axis, middle } = around;
      if (high[axis]! < middle) around = around.low;
      else if (low[axis]! >= middle) around = around.high;
      else break;
    }
    this.collect(around, list, 0, list.length);
  }

  /** Finds the masks of the points `from` to `end` of the list, which lie in a node. */
  private collect(node: OverlayNode, list: Uint32Array, from: number, end: number): void {
    if (from === end) return;
    const { points, masks } = this;
    if (!this.mayHold(node)) {
      for (let at = from; at < end; at += 1) masks[list[at]!] = -1;
      return;
    }
    if (node.kind === 'leaf') {
      for (let at = from; at < end; at += 1) {
        const point = list[at]!;
        masks[point] = this.maskAt(node, points[2 * point]!, points[2 * point + 1]!);
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

  /** Whether any ground of a node may have a mask that is sought; large nodes hold so many that they are not looked through. */
  private mayHold({ sums: { start, end } }: OverlayNode): boolean {
    const { areas, sums } = this.store;
    if (end - start > MOST_LOOKED_THROUGH) return true;
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
