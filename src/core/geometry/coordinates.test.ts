import { describe, expect, it } from 'vitest';
import { rightHanded, roundOutline, roundPosition, sameOutline } from './coordinates';
import type { LonLat, LonLatMultiPolygon, LonLatRing } from './shapes';

const square = (west: number, south: number, size: number): LonLatRing => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

const clockwise = (ring: LonLatRing): LonLatRing => ring.toReversed();

describe('positions as files carry them', () => {
  it('have eight decimals', () => {
    expect(roundPosition([10.123456784, 59.987654326])).toEqual([10.12345678, 59.98765433]);
  });

  it('know no zero below zero', () => {
    expect(Object.is(roundPosition([-1e-12, 5])[0], 0)).toBe(true);
  });
});

describe('right-handed outlines', () => {
  const [exterior, hole] = [square(10, 59, 4), square(11, 60, 1)];

  it('run exteriors counter-clockwise and holes clockwise, whichever way they came', () => {
    const expected = [[exterior, clockwise(hole)]];
    expect(rightHanded([[exterior, clockwise(hole)]])).toEqual(expected);
    expect(rightHanded([[clockwise(exterior), hole]])).toEqual(expected);
    expect(rightHanded([[clockwise(exterior), clockwise(hole)]])).toEqual(expected);
  });

  it('are told by the whole ring, also where it starts in a bay and where it is not closed', () => {
    const arrow: LonLatRing = [[1, 1], [5, 0], [1, 5], [0, 0]];
    expect(rightHanded([[arrow]])).toEqual([[arrow]]);
    expect(rightHanded([[clockwise(arrow)]])).toEqual([[arrow]]);
  });

  it('leave an empty ring be', () => {
    expect(rightHanded([[[]]])).toEqual([[[]]]);
  });
});

describe('outlines as files carry them', () => {
  const exterior = square(10, 59, 1);

  it('are rounded, closed and right-handed', () => {
    const open = clockwise(exterior.slice(0, -1).map(([x, y]): LonLat => [x + 1e-11, y - 1e-11]));
    const [[ring]] = roundOutline([[open]]) as [[LonLatRing]];
    expect(ring).toHaveLength(5);
    expect(ring[0]).toEqual(ring.at(-1));
    expect(new Set(ring.map(String))).toEqual(new Set(exterior.map(String)));
    expect(rightHanded([[ring]])).toEqual([[ring]]);
  });

  it('drop vertices that the rounding puts in one place, and only those', () => {
    const [first, ...rest] = exterior as [LonLat, ...LonLat[]];
    const stuttering: LonLatRing = [first, [first[0] + 1e-10, first[1]], ...rest];
    expect(roundOutline([[stuttering]])).toEqual([[exterior]]);
    const tall: LonLatRing = [[10, 59], [10.5, 59], [10.5, 60], [10, 60], [10, 59]];
    expect(roundOutline([[tall]])).toEqual([[tall]]);
  });

  it('drop holes without area, and polygons whose exterior has none', () => {
    const line: LonLatRing = [[10.125, 59.125], [10.25, 59.25], [10.375, 59.375], [10.125, 59.125]];
    const speck: LonLatRing = [[10.1, 59.1], [10.1 + 1e-10, 59.1], [10.1, 59.1 + 1e-10], [10.1, 59.1]];
    const hole = clockwise(square(10.4, 59.4, 0.125));
    expect(roundOutline([[exterior, line, hole, speck]])).toEqual([[exterior, hole]]);
    expect(roundOutline([[line, hole], [exterior], [speck], []])).toEqual([[exterior]]);
  });

  it('keep a triangle, the least ring with area', () => {
    const triangle: LonLatRing = [[10, 59], [11, 59], [10, 60], [10, 59]];
    expect(roundOutline([[triangle]])).toEqual([[triangle]]);
    expect(roundOutline([[triangle.slice(0, 2)]])).toEqual([]);
  });

  it('stay as they are when rounded again', () => {
    const once = roundOutline([[square(10.123456789, 59.123456789, 0.01)]]);
    expect(roundOutline(once)).toEqual(once);
  });
});

describe('the same outline', () => {
  const outline: LonLatMultiPolygon = [[square(10, 59, 4), clockwise(square(11, 60, 1))], [square(20, 59, 1)]];

  it('is one with the same positions in the same order', () => {
    expect(sameOutline(outline, outline)).toBe(true);
    expect(sameOutline(outline, structuredClone(outline))).toBe(true);
  });

  it.each<[string, LonLatMultiPolygon]>([
    ['with a polygon less', outline.slice(0, 1)],
    ['with a hole less', [[outline[0]![0]!], outline[1]!]],
    ['with a vertex less', [outline[0]!, [outline[1]![0]!.slice(0, -1)]]],
    ['with another longitude', [outline[0]!, [outline[1]![0]!.with(2, [21.5, 60])]]],
    ['with another latitude', [outline[0]!, [outline[1]![0]!.with(2, [21, 60.5])]]],
    ['with its polygons in another order', outline.toReversed()],
    ['of nothing', []],
  ])('is not one %s', (_, other) => {
    expect(sameOutline(outline, other)).toBe(false);
    expect(sameOutline(other, outline)).toBe(false);
  });
});
