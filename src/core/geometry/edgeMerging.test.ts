import { describe, expect, it } from 'vitest';
import { EdgeMerger, layersNear } from './edgeMerging';
import { WindingChanges } from './windingChanges';

const LEFT = Float64Array.of(0, 0, 2, 0, 2, 2, 0, 2);
const RIGHT = Float64Array.of(2, 0, 4, 0, 4, 2, 2, 2);

/** Where upright edges are, from west to east. */
function upright(edges: ReturnType<EdgeMerger['merged']>): readonly number[] {
  return Array.from(edges.lowX.subarray(0, edges.count))
    .filter((x, edge) => x === edges.highX[edge])
    .sort((a, b) => a - b);
}

describe('merging edges', () => {
  it('keeps an edge of two layers once, with what both change', () => {
    const changes = new WindingChanges(2, -1);
    const merger = new EdgeMerger(changes, 8);
    merger.addRing(LEFT, 0, -1);
    merger.addRing(RIGHT, 1, -1);
    const edges = merger.merged();
    expect(edges.count).toBe(7);
    expect(upright(edges)).toEqual([0, 2, 4]);
    const state = changes.emptyState();
    const masks = [0, 2, 4].map((x) => {
      const edge = edges.lowX.findIndex((low, index) => low === x && edges.highX[index] === x);
      changes.apply(edges.change[edge]!, 1, state);
      return changes.maskOf(state);
    });
    expect(masks).toEqual([0b01, 0b10, 0]);
  });

  it('leaves out what lies between two polygons of one layer, but not between two patches', () => {
    const merge = (patchLayer: number, patches: readonly [number, number]): readonly number[] => {
      const merger = new EdgeMerger(new WindingChanges(1, patchLayer), 8);
      merger.addRing(LEFT, 0, patches[0]);
      merger.addRing(RIGHT, 0, patches[1]);
      return upright(merger.merged());
    };
    expect(merge(-1, [-1, -1])).toEqual([0, 4]);
    expect(merge(0, [5, 5])).toEqual([0, 4]);
    expect(merge(0, [5, 6])).toEqual([0, 2, 4]);
  });

  it('leaves out a ring run both ways, and edges without length', () => {
    const merger = new EdgeMerger(new WindingChanges(1, -1), 9);
    merger.addRing(LEFT, 0, -1);
    merger.addRing(Float64Array.of(0, 2, 2, 2, 2, 2, 2, 0, 0, 0), 0, -1);
    expect(merger.merged().count).toBe(0);
  });

  it('finds each of many edges again', () => {
    const merger = new EdgeMerger(new WindingChanges(2, -1), 8000);
    const ring = (index: number): Float64Array => LEFT.map((coordinate, at) => (at % 2 === 0 ? coordinate + 3 * index : coordinate));
    for (const layer of [0, 1]) for (let index = 0; index < 1000; index += 1) merger.addRing(ring(index), layer, -1);
    expect(merger.merged().count).toBe(4000);
  });
});

describe('layers near a rectangle', () => {
  const bounds = { minX: 2, minY: 0, maxX: 4, maxY: 2 };
  const moved = (x: number, y: number): Float64Array => RIGHT.map((coordinate, at) => coordinate + (at % 2 === 0 ? x : y));
  const kept = (ring: Float64Array): number => layersNear([{ polygons: [[[ring]]] }], bounds)[0]!.polygons[0]!.length;

  it('hold the polygons that meet it, also where they only touch', () => {
    expect([moved(0, 0), moved(-2, 0), moved(2, 0), moved(0, -2), moved(0, 2)].map(kept)).toEqual([1, 1, 1, 1, 1]);
  });

  it('do not hold those on any side of it, nor what is none', () => {
    expect([moved(-2.1, 0), moved(2.1, 0), moved(0, -2.1), moved(0, 2.1), new Float64Array(0)].map(kept)).toEqual([0, 0, 0, 0, 0]);
  });

  it('keep the numbers of patches that are empty then', () => {
    const [layer] = layersNear([{ polygons: [[[moved(9, 0)]], [[RIGHT]]] }], bounds);
    expect(layer!.polygons.map(({ length }) => length)).toEqual([0, 1]);
  });
});
