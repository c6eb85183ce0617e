import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signedRingArea } from './area';
import { clipToHalfPlane, type Axis } from './halfPlaneClipping';

const SQUARE = [0, 0, 10, 0, 10, 10, 0, 10];

/** The same with x and y exchanged. */
const turned = (ring: readonly number[]): number[] => ring.map((_, index) => ring[index % 2 === 0 ? index + 1 : index - 1]!);

const areaOf = (ring: readonly number[]): number => Math.abs(signedRingArea(Float64Array.from(ring)));

describe('a ring cut by a line across an axis', () => {
  it('keeps what lies on the side that is asked for', () => {
    expect(clipToHalfPlane(SQUARE, 0, 4, 1)).toEqual([0, 0, 4, 0, 4, 10, 0, 10]);
    expect(clipToHalfPlane(SQUARE, 0, 4, -1)).toEqual([4, 0, 10, 0, 10, 10, 4, 10]);
    expect(clipToHalfPlane(SQUARE, 1, 4, 1)).toEqual([0, 4, 0, 0, 10, 0, 10, 4]);
    expect(areaOf(clipToHalfPlane(SQUARE, 1, 4, -1))).toBe(60);
  });

  it('is whole on one side and nothing on the other where the line passes it by', () => {
    expect(clipToHalfPlane(SQUARE, 0, 10, 1)).toEqual(SQUARE);
    expect(clipToHalfPlane(SQUARE, 0, 0, -1)).toEqual(SQUARE);
    expect(clipToHalfPlane(SQUARE, 0, -1, 1)).toEqual([]);
    expect(clipToHalfPlane(SQUARE, 0, 11, -1)).toEqual([]);
    expect(clipToHalfPlane(SQUARE, 1, 11, -1)).toEqual([]);
  });

  it('is nothing where it has less than three corners', () => {
    expect(clipToHalfPlane([], 0, 5, 1)).toEqual([]);
    expect(clipToHalfPlane([0, 0, 10, 10], 0, 5, 1)).toEqual([]);
    expect(clipToHalfPlane([0, 0, 10, 0, 5, 10], 0, 20, 1)).toEqual([0, 0, 10, 0, 5, 10]);
  });

  it('is cut where its slanted edges meet the line, whichever way they run', () => {
    const triangle = [100, 200, 108, 204, 100, 208];
    expect(clipToHalfPlane(triangle, 0, 102, 1)).toEqual([100, 200, 102, 201, 102, 207, 100, 208]);
    expect(clipToHalfPlane(turned(triangle), 1, 102, 1)).toEqual(turned([100, 200, 102, 201, 102, 207, 100, 208]));
    expect(clipToHalfPlane([100, 208, 108, 204, 100, 200], 0, 102, 1)).toEqual([100, 208, 102, 207, 102, 201, 100, 200]);
  });

  it('is cut in the same points by both of its neighbours, to the last digit, and keeps all its ground', () => {
    const coordinate = fc.double({ min: 1, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(coordinate, { minLength: 6, maxLength: 6 }), coordinate, fc.constantFrom<Axis>(0, 1), (ring, line, axis) => {
        const [low, high] = [clipToHalfPlane(ring, axis, line, 1), clipToHalfPlane(ring, axis, line, -1)];
        const reversed = [ring[4]!, ring[5]!, ring[2]!, ring[3]!, ring[0]!, ring[1]!];
        const onLine = (clipped: readonly number[]): readonly number[] =>
          clipped.filter((_, index) => index % 2 !== axis && clipped[index + (axis === 0 ? -1 : 1)] === line).toSorted((one, other) => one - other);
        expect(onLine(clipToHalfPlane(reversed, axis, line, 1))).toEqual(onLine(low));
        expect(Math.abs(areaOf(low) + areaOf(high) - areaOf(ring))).toBeLessThan(1e-3);
      }),
    );
  });
});
