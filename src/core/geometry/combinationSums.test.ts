import { describe, expect, it } from 'vitest';
import { AreaPool, CombinationSums, MAXIMUM_OVERLAY_LAYERS } from './combinationSums';

function listed(sums: CombinationSums): readonly (readonly [mask: number, patch: number, area: number])[] {
  const pool = new AreaPool();
  const { start, end } = sums.drainTo(pool);
  return Array.from(pool.combinations.subarray(start, end), (combination, index) => [
    sums.masks[combination]!,
    sums.patches[combination]!,
    pool.areas[start + index]!,
  ]);
}

describe('sums by combination', () => {
  it('add up areas of the same layers and patch, and start over when drained', () => {
    const sums = new CombinationSums();
    sums.add(sums.combinationOf(5, -1), 10);
    sums.add(sums.combinationOf(5, 0), 1);
    sums.add(sums.combinationOf(5, -1), 2.5);
    sums.add(sums.combinationOf(0, -1), 4);
    expect(listed(sums)).toEqual([[5, -1, 12.5], [5, 0, 1], [0, -1, 4]]);
    expect(listed(sums)).toEqual([]);
    sums.add(sums.combinationOf(0, -1), 3);
    sums.add(sums.combinationOf(5, -1), 1);
    expect(listed(sums)).toEqual([[5, -1, 1], [0, -1, 3]]);
  });

  it('tell the highest mask from the next patch', () => {
    const sums = new CombinationSums();
    const highest = 2 ** MAXIMUM_OVERLAY_LAYERS - 1;
    sums.add(sums.combinationOf(highest, -1), 1);
    sums.add(sums.combinationOf(0, 0), 2);
    sums.add(sums.combinationOf(highest, 0), 4);
    expect(listed(sums)).toEqual([[highest, -1, 1], [0, 0, 2], [highest, 0, 4]]);
  });

  it('add what was drained before', () => {
    const sums = new CombinationSums();
    const pool = new AreaPool();
    sums.add(sums.combinationOf(9, -1), 9);
    sums.drainTo(pool);
    sums.add(sums.combinationOf(1, -1), 10);
    sums.add(sums.combinationOf(2, -1), 20);
    const run = sums.drainTo(pool);
    sums.addRun(pool, run);
    sums.addRun(pool, run);
    expect(listed(sums)).toEqual([[1, -1, 20], [2, -1, 40]]);
  });

  it('hold more combinations than they began with', () => {
    const sums = new CombinationSums();
    for (let round = 0; round < 2; round += 1) for (let mask = 0; mask < 200; mask += 1) sums.add(sums.combinationOf(mask, mask % 3), mask);
    const expected = Array.from({ length: 200 }, (_, mask) => [mask, mask % 3, 2 * mask]);
    expect(listed(sums)).toEqual(expected);
  });

  it.each([5, 24, 25, 60])('come in the order in which they were first met, also when %d are met the other way round', (count) => {
    const sums = new CombinationSums();
    for (let mask = 0; mask < count; mask += 1) sums.add(sums.combinationOf(mask, -1), 1);
    listed(sums);
    for (let mask = count - 1; mask >= 0; mask -= 1) sums.add(sums.combinationOf(mask, -1), mask + 1);
    expect(listed(sums)).toEqual(Array.from({ length: count }, (_, mask) => [mask, -1, mask + 1]));
  });
});
