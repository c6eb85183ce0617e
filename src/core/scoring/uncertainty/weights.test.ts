import { describe, expect, it } from 'vitest';
import { PART_IDS, type BlueGreenResult } from '../evaluation';
import { rangesOverWeights } from './weights';

/** A result with these scores of its parts, the rest not scored. */
function resultOf(...scores: readonly (number | null)[]): BlueGreenResult {
  return {
    score: null,
    blueGreenFactor: null,
    parts: PART_IDS.map((id, index) => ({ id, status: { kind: 'good' }, score: scores[index] ?? null, value: null, weight: 0, layers: [] })),
  };
}

describe('ranges over the weights alone', () => {
  it('have no width where all parts score the same', () => {
    const [range] = rangesOverWeights([resultOf(60, 60, 60, 60, 60, 60)], 200, 1);
    for (const value of Object.values(range!)) expect(value).toBeCloseTo(60, 9);
  });

  it('are even between two parts: from 5 to 95 per cent of the way', () => {
    const [range, turned] = rangesOverWeights([resultOf(0, 100), resultOf(100, null, 0)], 20_000, 1);
    for (const { low, median, high } of [range!, turned!]) {
      expect(Math.abs(low - 5)).toBeLessThan(0.7);
      expect(Math.abs(median - 50)).toBeLessThan(1.2);
      expect(Math.abs(high - 95)).toBeLessThan(0.7);
    }
  });

  it('draw the same weights for every scenario, and the same again for the same seed', () => {
    const scores = [10, 30, null, 80, 55, 20];
    const [one, other] = rangesOverWeights([resultOf(...scores), resultOf(...scores)], 500, 3);
    expect(one).toEqual(other);
    expect(rangesOverWeights([resultOf(...scores)], 500, 3)).toEqual([one]);
    expect(rangesOverWeights([resultOf(...scores)], 500, 4)).not.toEqual([one]);
  });

  it('are narrower the more parts are weighed', () => {
    const [two, six] = rangesOverWeights([resultOf(0, 100), resultOf(0, 100, 0, 100, 0, 100)], 5000, 1);
    expect(six!.high - six!.low).toBeLessThan(two!.high - two!.low);
    expect(Math.abs(six!.median - 50)).toBeLessThan(2);
  });

  it('are none without scored parts, without draws, and of no scenarios', () => {
    const [none, some] = rangesOverWeights([resultOf(), resultOf(64)], 10, 1);
    expect(none).toBeNull();
    expect(some!.median).toBeCloseTo(64, 9);
    expect(rangesOverWeights([resultOf(50)], 0, 1)).toEqual([null]);
    expect(rangesOverWeights([], 10, 1)).toEqual([]);
  });
});
