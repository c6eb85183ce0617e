import { LeafRow } from './leafRow';
import type { OverlayLeaf, OverlayNode, OverlayStore } from './overlayStore';

/** Combinations of layers in a node that it is worth while to look through before its points. */
const MOST_LOOKED_THROUGH = 32;

/** Finds what covers many points at once: each node is gone through once for all the points in it. */
export class MaskSearch {
  private readonly store: OverlayStore;
  private readonly points: Float64Array;
  private readonly masks: Int32Array;
  private readonly isSought: (mask: number) => boolean;
  /** Room for the points beyond a cut, so that points keep their order. */
  private readonly beyond: Uint32Array;
  private readonly row: LeafRow;

  /**
   * @param points `x0, y0, …`.
   * @param masks takes the mask of each point; -1 where no mask is near that is sought.
   */
  constructor(store: OverlayStore, points: Float64Array, masks: Int32Array, isSought: (mask: number) => boolean) {
    this.store = store;
    this.row = new LeafRow(store);
    this.points = points;
    this.masks = masks;
    this.isSought = isSought;
    this.beyond = new Uint32Array(masks.length);
  }

  /** Finds the masks of points that lie in a node, by a list of them that it puts in another order. Points of a row should come one after the other. */
  search(node: OverlayNode, list: Uint32Array): void {
    const { points } = this;
    let west = Infinity;
    let south = Infinity;
    let east = -Infinity;
    let north = -Infinity;
    for (let at = 0; at < list.length; at += 1) {
      const x = points[2 * list[at]!]!;
      const y = points[2 * list[at]! + 1]!;
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
    // The smallest node that holds them all: until there, no point need be looked at.
    let around = node;
    while (around.kind === 'branch') {
      const { axis, middle } = around;
      if ((axis === 0 ? east : north) < middle) around = around.low;
      else if ((axis === 0 ? west : south) >= middle) around = around.high;
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
      for (let at = from, next = from; at < end; at = next) {
        const y = points[2 * list[at]! + 1]!;
        while (next < end && points[2 * list[next]! + 1] === y) next += 1;
        this.tellRow(node, list, at, next, y);
      }
      return;
    }
    const { axis, middle } = node;
    const { beyond } = this;
    let split = from;
    let beyondCount = 0;
    for (let at = from; at < end; at += 1) {
      const point = list[at]!;
      if (points[2 * point + axis]! >= middle) {
        beyond[beyondCount] = point;
        beyondCount += 1;
      } else {
        list[split] = point;
        split += 1;
      }
    }
    for (let at = 0; at < beyondCount; at += 1) list[split + at] = beyond[at]!;
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

  /** Finds the masks of the points `from` to `end` of the list, which lie in a leaf at the same height. */
  private tellRow(leaf: OverlayLeaf, list: Uint32Array, from: number, end: number, y: number): void {
    const { points, masks, row } = this;
    row.start(leaf, y);
    let before = -Infinity;
    for (let at = from; at < end; at += 1) {
      const x = points[2 * list[at]!]!;
      if (x < before) row.startAgain();
      before = x;
      masks[list[at]!] = row.maskAt(x);
    }
  }
}
