import { describe, expect, it } from 'vitest';
import { LatestFew } from './latestFew';

describe('the latest few', () => {
  it('are made once, told by the identity of their items in order', () => {
    let made = 0;
    const few = new LatestFew<object, number>(2, () => (made += 1));
    const [a, b] = [{}, {}];
    expect(few.of([a, b])).toBe(1);
    expect(few.of([a, b])).toBe(1);
    expect(few.of([b, a])).toBe(2);
    expect(few.of([a])).toBe(3);
    expect(few.of([b, a])).toBe(2);
    expect(few.of([a, b])).toBe(4);
    expect(few.of([])).toBe(5);
    expect(few.of([a, b])).toBe(4);
  });
});
