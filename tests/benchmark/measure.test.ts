import { describe, expect, it } from 'vitest';
import { calmestTiming, growthExponent, measure, timingOf } from './measure';

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
    expect(seen.slice(0, 5)).toEqual([-2, -1, 0, 1, 2]);
    expect(timing.runs).toBe(3);
    expect(timing.slowness).toBeGreaterThanOrEqual(1);
  });

  it('lets the runs count in which the machine was least slow, not the quickest', () => {
    const samples = [
      { time: 1, slowness: 2 },
      { time: 5, slowness: 1.1 },
      { time: 7, slowness: 1 },
    ];
    expect(calmestTiming(samples, 2)).toMatchObject({ runs: 2, minimum: 5, median: 6, slowness: 1.1 });
  });
});

describe('growth exponent', () => {
  it('is the power of a power law', () => {
    const points = [2, 4, 8, 16].map((size) => ({ size, cost: 3 * size ** 1.5 }));
    expect(growthExponent(points)).toBeCloseTo(1.5, 12);
  });
});
