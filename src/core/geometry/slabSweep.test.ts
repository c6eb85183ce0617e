import { describe, expect, it } from 'vitest';
import { EdgeBuffer } from './edgeBuffer';
import { addRing } from './edgeMerging';
import type { PlanarBounds, PlanarRing } from './shapes';
import { SlabSweep } from './slabSweep';
import { WindingChanges } from './windingChanges';

const ring = (...values: readonly number[]): PlanarRing => Float64Array.from(values);
const rectangle = (x: number, y: number, width: number, height: number): PlanarRing =>
  ring(x, y, x + width, y, x + width, y + height, x, y + height);

/** Sweeps layers of rings one after the other with the same sweep; gives the area by mask of each round. */
function sweep(rounds: readonly (readonly (readonly PlanarRing[])[])[], frame: PlanarBounds, subjectLayer = -1): readonly ReadonlyMap<number, number>[] {
  const changes = new WindingChanges(4, -1);
  const slabs = new SlabSweep(changes, subjectLayer);
  return rounds.map((layers) => {
    const edges = new EdgeBuffer();
    layers.forEach((rings, layer) => {
      for (const one of rings) addRing(edges, one, changes.of(layer, -1, 1));
    });
    const areas = new Map<number, number>();
    slabs.add(edges, 0, edges.count, frame.minY, frame.maxY, frame.maxX);
    slabs.run(frame.minX, frame.minY, frame.maxX, frame.maxY, changes.emptyState(), {
      combinationOf: (mask, patch) => {
        expect(patch).toBe(-1);
        return mask;
      },
      add: (mask, area) => {
        areas.set(mask, (areas.get(mask) ?? 0) + area);
      },
    });
    return new Map([...areas].map(([mask, area]) => [mask, Math.round(area * 1e6) / 1e6]));
  });
}

const FRAME: PlanarBounds = { minX: 0, minY: 0, maxX: 100, maxY: 100 };

describe('a sweep by slabs', () => {
  it('measures a rectangle, and what is left of its frame', () => {
    expect(sweep([[[rectangle(20, 30, 40, 50)]]], FRAME)).toEqual([new Map([[0, 8000], [1, 2000]])]);
  });

  it('measures where edges cross between their ends', () => {
    const [rising, falling] = [ring(0, 0, 100, 0, 100, 100), ring(0, 0, 100, 0, 0, 100)];
    expect(sweep([[[rising], [falling]]], FRAME)).toEqual([new Map([[3, 2500], [1, 2500], [2, 2500], [0, 2500]])]);
  });

  it('measures many edges that cross one another in one slab', () => {
    // Slanted strips of two layers: each of one crosses each of the other in a parallelogram.
    const strips = (slant: number): PlanarRing[] => [0, 1, 2].map((index) => ring(40 + 8 * index, 0, 44 + 8 * index, 0, 44 + 8 * index + slant, 100, 40 + 8 * index + slant, 100));
    const [areas] = sweep([[strips(30), strips(-30)]], FRAME);
    const crossing = 4 * 4 * (100 / 60);
    expect((areas!.get(1) ?? 0) + (areas!.get(3) ?? 0)).toBeCloseTo(3 * 400, 5);
    expect((areas!.get(2) ?? 0) + (areas!.get(3) ?? 0)).toBeCloseTo(3 * 400, 5);
    // Where strips that lean towards each other start 8 apart they meet 8/60 up; those that lean apart never do; equal ones start as one.
    expect(areas!.get(3)).toBeCloseTo(3 * crossing + 3 * (crossing / 2), 4);
  });

  it('holds as many edges as there are', () => {
    const teeth = Array.from({ length: 300 }, (_, index) => rectangle(index / 4, (7 * index) % 50, 0.125, 40));
    expect(sweep([[teeth, [rectangle(0, 0, 75, 100)]]], FRAME)).toEqual([new Map([[0, 2500], [2, 7500 - 300 * 5], [3, 300 * 5]])]);
  });

  it('forgets what it swept before', () => {
    const first = [[rectangle(10, 10, 50, 50)], [rectangle(40, 40, 50, 50)]];
    const second = [[ring(0, 0, 100, 0, 0, 100)]];
    expect(sweep([first, second, []], FRAME)).toEqual([
      new Map([[0, 10_000 - 5000 + 400], [1, 2100], [2, 2100], [3, 400]]),
      new Map([[0, 5000], [1, 5000]]),
      new Map([[0, 10_000]]),
    ]);
  });

  it('gives only the ground of its subject, without saying so in the mask', () => {
    expect(sweep([[[rectangle(0, 0, 50, 100)], [rectangle(25, 25, 50, 50)]]], FRAME, 1)).toEqual([new Map([[0, 1250], [1, 1250]])]);
  });

  it('leaves out what lies below, above and to the right of its frame', () => {
    const rings = [rectangle(0, -60, 50, 50), rectangle(0, 110, 50, 50), rectangle(150, 20, 20, 20), rectangle(90, 90, 50, 50), rectangle(30, -10, 10, 20)];
    expect(sweep([[rings]], FRAME)).toEqual([new Map([[0, 10_000 - 100 - 100], [1, 200]])]);
  });
});
