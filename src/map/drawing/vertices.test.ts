import { describe, expect, it } from 'vitest';
import type { LonLat, LonLatMultiPolygon } from '../../core/geometry/shapes';
import { edgeAt, positionOf, vertexAt, withoutVertex, withVertexAfter, withVertexAt } from './vertices';

const project = ([x, y]: LonLat) => ({ x, y });
const square: LonLatMultiPolygon = [
  [
    [[0, 0], [100, 0], [100, 100], [0, 100], [0, 0]],
    [[40, 40], [40, 60], [60, 60], [40, 40]],
  ],
];

describe('the vertices of an outline', () => {
  it('are found by where they lie on the screen, the nearest within reach', () => {
    expect(vertexAt(square, { x: 97, y: 4 }, 14, project)).toEqual({ polygon: 0, ring: 0, vertex: 1 });
    expect(vertexAt(square, { x: 42, y: 58 }, 30, project)).toEqual({ polygon: 0, ring: 1, vertex: 1 });
    expect(vertexAt(square, { x: 50, y: 2 }, 14, project)).toBeNull();
  });

  it('move alone, the first with its repetition', () => {
    const place = { polygon: 0, ring: 0, vertex: 0 };
    const moved = withVertexAt(square, place, [-10, -10]);
    expect(moved[0]?.[0]).toEqual([[-10, -10], [100, 0], [100, 100], [0, 100], [-10, -10]]);
    expect(moved[0]?.[1]).toBe(square[0]?.[1]);
    expect(positionOf(moved, place)).toEqual([-10, -10]);
    expect(positionOf(moved, { polygon: 0, ring: 0, vertex: 4 })).toBeNull();
  });

  it('are put in on the edge that is nearest, the last edge too', () => {
    const edge = edgeAt(square, { x: 3, y: 50 }, 14, project);
    expect(edge).toEqual({ polygon: 0, ring: 0, vertex: 3 });
    if (!edge) return;
    expect(withVertexAfter(square, edge, [0, 50])[0]?.[0]).toEqual([[0, 0], [100, 0], [100, 100], [0, 100], [0, 50], [0, 0]]);
    expect(edgeAt(square, { x: 20, y: 50 }, 14, project)).toBeNull();
  });

  it('are taken out as long as the ring goes round something; a hole of three goes whole', () => {
    const triangle = withoutVertex(square, { polygon: 0, ring: 0, vertex: 0 });
    expect(triangle?.[0]?.[0]).toEqual([[100, 0], [100, 100], [0, 100], [100, 0]]);
    expect(triangle && withoutVertex(triangle, { polygon: 0, ring: 0, vertex: 2 })).toBeNull();
    expect(withoutVertex(square, { polygon: 0, ring: 1, vertex: 2 })).toEqual([[square[0]?.[0]]]);
  });
});
