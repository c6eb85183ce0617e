import { describe, expect, it } from 'vitest';
import { growthExponent, measure, timingOf } from './measure';

describe('timing of runs', () => {
  it('gives minimum, median, 95th percentile and sample deviation', () => {
    const timing = timingOf([5, 1, 3, 2, 4]);
    expect(timing).toMatchObject({ runs: 5, minimum: 1, median: 3 });
    expect(timing.p95).toBeCloseTo(4.8, 12);
    expect(timing.deviation).toBeCloseTo(Math.sqrt(2.5), 12);
  });

  it('counts the runs after the warm-ups, each on an input of its own', () => {
    const seen: number[] = [];
    const timing = measure({ runs: 3, warmUps: 2 }, (run) => run, (run) => seen.push(run));
    expect(seen).toEqual([-2, -1, 0, 1, 2]);
    expect(timing.runs).toBe(3);
  });
});

describe('growth exponent', () => {
  it('is the power of a power law', () => {
    const points = [2, 4, 8, 16].map((size) => ({ size, cost: 3 * size ** 1.5 }));
    expect(growthExponent(points)).toBeCloseTo(1.5, 12);
  });
});
