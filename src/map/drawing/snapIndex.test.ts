import { describe, expect, it } from 'vitest';
import type { LonLat, LonLatMultiPolygon } from '../../core/geometry/shapes';
import { SnapIndex } from './snapIndex';

/** A screen where a degree is a thousand pixels. */
const project = ([longitude, latitude]: LonLat) => ({ x: longitude * 1000, y: -latitude * 1000 });
const square: LonLatMultiPolygon = [[[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]];
const everywhere = { west: -9, south: -9, east: 9, north: 9 };
const index = new SnapIndex({ outlines: [square], lines: [[[2, 0], [2, 1]]] }, everywhere);

const snapped = (x: number, y: number, pixels = 10): LonLat | null => {
  const reach = { west: (x - pixels) / 1000, east: (x + pixels) / 1000, south: (-y - pixels) / 1000, north: (-y + pixels) / 1000 };
  return index.nearest({ x, y }, reach, pixels, project);
};

describe('snapping', () => {
  it('goes to a vertex before an edge, even where the edge is nearer', () => {
    expect(snapped(1005, -1000)).toEqual([1, 1]);
    expect(snapped(1001, -994)).toEqual([1, 1]);
  });

  it('goes to the nearest place on an edge or a line', () => {
    expect(snapped(507, -3)).toEqual([0.507, 0]);
    expect(snapped(1993, -400)).toEqual([2, 0.4]);
  });

  it('goes to any edge of an outline of many', () => {
    const corners = Array.from({ length: 200 }, (_, at): LonLat => [3 + Math.cos((at * Math.PI) / 100), Math.sin((at * Math.PI) / 100)]);
    const round = new SnapIndex({ outlines: [[[[...corners, [4, 0]]]]], lines: [] }, everywhere);
    for (const corner of corners) {
      const { x, y } = project(corner);
      const [longitude, latitude] = corner;
      const reach = { west: longitude - 0.01, east: longitude + 0.01, south: latitude - 0.01, north: latitude + 0.01 };
      expect(round.nearest({ x: x + 1, y: y - 1 }, reach, 10, project)).toEqual(corner);
    }
  });

  it('lets be what is farther off than asked for, or out of view', () => {
    expect(snapped(500, -20)).toBeNull();
    expect(snapped(500, -20, 25)).toEqual([0.5, 0]);
    const elsewhere = new SnapIndex({ outlines: [square], lines: [] }, { west: 5, south: 5, east: 6, north: 6 });
    expect(elsewhere.nearest({ x: 0, y: 0 }, everywhere, 10, project)).toBeNull();
  });
});
