import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { rectangle } from '../../tests/support/placeBuilder';
import type { LonLatMultiPolygon } from '../core/geometry/shapes';
import { OutlineNumbers } from './outlineNumbers';

async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let round = 0; round < 5; round += 1) {
    collect();
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  }
}

describe('outline numbers', () => {
  it('give an object one number for life, and equal outlines different ones', () => {
    const numbers = new OutlineNumbers();
    const outline = rectangle(0, 0, 10, 10);
    const first = numbers.numberOf(outline);
    expect(first.isNew).toBe(true);
    expect(numbers.numberOf(outline)).toEqual({ number: first.number, isNew: false });
    expect(numbers.numberOf(rectangle(0, 0, 10, 10)).number).not.toBe(first.number);
  });

  it('are new again after starting over, and never used twice', () => {
    const numbers = new OutlineNumbers();
    const outline = rectangle(0, 0, 10, 10);
    const { number } = numbers.numberOf(outline);
    numbers.startOver();
    const again = numbers.numberOf(outline);
    expect(again.isNew).toBe(true);
    expect(again.number).not.toBe(number);
  });

  it('tell which outlines are gone, once, and keep none alive', async () => {
    const numbers = new OutlineNumbers();
    const kept: LonLatMultiPolygon = rectangle(0, 0, 10, 10);
    const { number: keptNumber } = numbers.numberOf(kept);
    const gone = Array.from({ length: 20 }, (_, index) => numbers.numberOf(rectangle(index, 0, 10, 10)).number);
    await collectGarbage();
    const collected = numbers.takeCollected();
    expect(collected.length).toBeGreaterThan(0);
    for (const number of collected) expect(gone).toContain(number);
    expect(collected).not.toContain(keptNumber);
    expect(numbers.takeCollected()).toEqual([]);
    expect(numbers.numberOf(kept)).toEqual({ number: keptNumber, isNew: false });
  });
});
