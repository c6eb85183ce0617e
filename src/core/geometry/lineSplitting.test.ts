import { describe, expect, it } from 'vitest';
import { multiPolygonArea, multiPolygonBounds } from './area';
import { splitByLine } from './lineSplitting';
import type { PlanarMultiPolygon } from './shapes';

const square: PlanarMultiPolygon = [[Float64Array.of(0, 0, 100, 0, 100, 100, 0, 100)]];

function areas(polygons: PlanarMultiPolygon, ...line: readonly number[]): readonly (number | null)[] {
  const sides = splitByLine(polygons, Float64Array.from(line));
  return sides ? [Math.round(multiPolygonArea(sides.left)), Math.round(multiPolygonArea(sides.right))] : [null, null];
}

describe('ground split by a line', () => {
  it('lies on the left and on the right of it, as the line runs', () => {
    expect(areas(square, 30, -10, 30, 110)).toEqual([3000, 7000]);
    expect(areas(square, 30, 110, 30, -10)).toEqual([7000, 3000]);
    expect(areas(square, -10, 80, 110, 80)).toEqual([2000, 8000]);
    const { left } = splitByLine(square, Float64Array.of(30, -10, 30, 110))!;
    expect(multiPolygonBounds(left)).toEqual({ minX: 0, minY: 0, maxX: 30, maxY: 100 });
  });

  it('is split all the way, though the line is only a stroke in its middle', () => {
    expect(areas(square, 40, 50, 40, 51)).toEqual([4000, 6000]);
    expect(areas(square, 50, 50, 51, 51)).toEqual([5000, 5000]);
    expect(areas(square, 700, 80, 701, 80)).toEqual([2000, 8000]);
  });

  it('follows the bends of the line, led on from its first and its last leg', () => {
    expect(areas(square, 50, -10, 50, 40, 20, 40, 20, 110)).toEqual([5000 - 30 * 60, 5000 + 30 * 60]);
    expect(areas(square, 50, 30, 50, 40, 20, 40, 20, 45)).toEqual([5000 - 30 * 60, 5000 + 30 * 60]);
  });

  it('may consist of several polygons and holes', () => {
    const hole = Float64Array.of(20, 20, 20, 80, 80, 80, 80, 20);
    const beside = Float64Array.of(200, 0, 250, 0, 250, 100, 200, 100);
    expect(areas([[square[0]![0]!, hole], [beside]], 0, 50, 1, 50)).toEqual([5000 - 1800 + 2500, 5000 - 1800 + 2500]);
  });

  it('lies on one side where the line passes it by', () => {
    expect(areas(square, 150, 0, 150, 10)).toEqual([10_000, 0]);
    expect(areas(square, -50, 0, -50, 10)).toEqual([0, 10_000]);
  });

  it('takes vertices that repeat the one before as one', () => {
    expect(areas(square, 30, 0, 30, 0, 30, 5, 30, 5)).toEqual([3000, 7000]);
    expect(areas(square, 30, 0, 35, 0, 35, 5, 30, 5)).not.toEqual(areas(square, 30, 0, 35, 0, 35, 5));
  });

  it('has no sides of a line that crosses itself, led on or not, nor of one without length', () => {
    expect(areas(square, 10, 10, 90, 90, 90, 10, 10, 90)).toEqual([null, null]);
    expect(areas(square, 0, 0, 50, 0, 50, 20, 40, -20)).toEqual([null, null]);
    expect(areas(square, 10, 10)).toEqual([null, null]);
    expect(areas(square, 10, 10, 10, 10)).toEqual([null, null]);
    expect(areas(square)).toEqual([null, null]);
  });
});
