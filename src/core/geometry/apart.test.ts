import { describe, expect, it } from 'vitest';
import { DisjointSets, groupsThatMeet } from './apart';

const box = (x: number, y: number, size: number) => ({ minX: x, minY: y, maxX: x + size, maxY: y + size });

describe('rectangles that meet', () => {
  it('are one group also by way of others, and those apart are groups of their own', () => {
    expect(groupsThatMeet([box(0, 0, 10), box(50, 50, 5), box(19, 11, 5), null, box(10, 10, 10)])).toEqual([[0, 2, 4], [1]]);
    expect(groupsThatMeet([])).toEqual([]);
    expect(groupsThatMeet([null, null])).toEqual([]);
  });
});

describe('disjoint sets', () => {
  it('name each set by its least number', () => {
    const sets = new DisjointSets(6);
    sets.join(5, 4);
    sets.join(3, 1);
    sets.join(4, 1);
    sets.join(5, 3);
    expect([0, 1, 2, 3, 4, 5].map((index) => sets.rootOf(index))).toEqual([0, 1, 2, 1, 1, 1]);
  });
});
