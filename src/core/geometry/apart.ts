import Flatbush from 'flatbush';
import type { PlanarBounds } from './shapes';

/** Sets of things by their numbers, that are joined pair by pair. */
export class DisjointSets {
  private readonly parents: Int32Array;

  constructor(count: number) {
    this.parents = Int32Array.from({ length: count }, (_, index) => index);
  }

  /** The least number in the set. */
  rootOf(index: number): number {
    const { parents } = this;
    let root = index;
    while (parents[root] !== root) {
      // The way up is halved for the next who takes it.
      parents[root] = parents[parents[root]!]!;
      root = parents[root]!;
    }
    return root;
  }

  join(first: number, second: number): void {
    const [one, other] = [this.rootOf(first), this.rootOf(second)];
    this.parents[Math.max(one, other)] = Math.min(one, other);
  }
}

/** Groups of rectangles, by number, that meet directly or by way of others, each in rising order; null is nowhere. */
export function groupsThatMeet(rectangles: readonly (PlanarBounds | null)[]): readonly (readonly number[])[] {
  const placed = rectangles.flatMap((bounds, number) => (bounds ? [{ bounds, number }] : []));
  if (placed.length === 0) return [];
  const index = new Flatbush(placed.length);
  for (const { bounds } of placed) index.add(bounds.minX, bounds.minY, bounds.maxX, bounds.maxY);
  index.finish();
  const sets = new DisjointSets(placed.length);
  placed.forEach(({ bounds }, position) => {
    for (const other of index.search(bounds.minX, bounds.minY, bounds.maxX, bounds.maxY)) if (other > position) sets.join(position, other);
  });
  const groups = new Map<number, number[]>();
  placed.forEach(({ number }, position) => {
    const root = sets.rootOf(position);
    const group = groups.get(root);
    if (group) group.push(number);
    else groups.set(root, [number]);
  });
  return [...groups.values()];
}
