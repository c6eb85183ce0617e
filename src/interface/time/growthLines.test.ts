import { describe, expect, it } from 'vitest';
import { apart, axisEnd } from './growthLines';

describe('the curves', () => {
  it('end their axis at a round number', () => {
    expect([0, 1, 12, 37, 1640, 5001].map(axisEnd)).toEqual([1, 1, 20, 50, 2000, 10_000]);
  });

  it('keep their labels apart, in order and inside', () => {
    expect(apart([10, 11, 50], 12, 60)).toEqual([10, 22, 50]);
    expect(apart([58, 59, 10], 12, 60)).toEqual([48, 60, 10]);
    expect(apart([], 12, 60)).toEqual([]);
  });
});
