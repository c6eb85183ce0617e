import { describe, expect, it } from 'vitest';
import { boxesMeet, lonLatBox, type LonLatBox } from './lonLatBox';
import type { LonLatMultiPolygon } from './shapes';

describe('the box around an outline', () => {
  const outline: LonLatMultiPolygon = [
    [[[10, 59], [11, 60], [9, 61], [10, 59]]],
    [[[12, 58.5], [13, 60], [12, 60], [12, 58.5]], [[1, 1], [99, 1], [99, 89], [1, 1]]],
  ];

  it('reaches to the outermost corners of all its exteriors', () => {
    expect(lonLatBox(outline)).toEqual({ west: 9, south: 58.5, east: 13, north: 61 });
  });

  it('is reckoned once for each outline', () => {
    expect(lonLatBox(outline)).toBe(lonLatBox(outline));
    expect(lonLatBox(structuredClone(outline))).not.toBe(lonLatBox(outline));
  });

  it('is turned inside out where there is nothing, so that it meets no other', () => {
    for (const nothing of [[], [[]], [[[]]]]) {
      expect(lonLatBox(nothing)).toEqual({ west: Infinity, south: Infinity, east: -Infinity, north: -Infinity });
      expect(boxesMeet(lonLatBox(nothing), lonLatBox(outline))).toBe(false);
    }
  });
});

describe('boxes meet', () => {
  const box: LonLatBox = { west: 10, south: 59, east: 11, north: 60 };

  it.each<[string, Partial<LonLatBox>]>([
    ['themselves', {}],
    ['at an edge', { west: 11, east: 12 }],
    ['at a corner', { west: 9, east: 10, south: 60, north: 61 }],
    ['what they hold', { west: 10.25, east: 10.5, south: 59.25, north: 59.5 }],
  ])('%s', (_, other) => {
    expect([boxesMeet(box, { ...box, ...other }), boxesMeet({ ...box, ...other }, box)]).toEqual([true, true]);
  });

  it.each<[string, Partial<LonLatBox>]>([
    ['east of them', { west: 11.1, east: 12 }],
    ['west of them', { west: 8, east: 9.9 }],
    ['north of them', { south: 60.1, north: 61 }],
    ['south of them', { south: 58, north: 58.9 }],
  ])('not what lies %s', (_, other) => {
    expect([boxesMeet(box, { ...box, ...other }), boxesMeet({ ...box, ...other }, box)]).toEqual([false, false]);
  });
});
