import fc from 'fast-check';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { projectTransverse, SERIES_REACH_DEGREES } from './transverseMercator';

const utm = (zone: number) => proj4('+proj=longlat +ellps=GRS80 +no_defs', `+proj=utm +zone=${zone} +ellps=GRS80 +units=m +no_defs`);

function project(longitude: number, latitude: number, meridian: number): readonly [x: number, y: number] {
  const planar = new Float64Array(4);
  projectTransverse(longitude, latitude, meridian, planar, 2);
  expect([planar[0], planar[1]]).toEqual([0, 0]);
  return [planar[2]!, planar[3]!];
}

describe('the transverse Mercator projection', () => {
  it('agrees with proj4 to ten nanometres in and around its zone, a few units in the last place of a northing', () => {
    fc.assert(
      fc.property(fc.double({ min: 2, max: 16, noNaN: true }), fc.double({ min: -84, max: 84, noNaN: true }), (longitude, latitude) => {
        const [x, y] = project(longitude, latitude, 9);
        const [expectedX, expectedY] = utm(32).forward([longitude, latitude]);
        expect(Math.abs(x - expectedX)).toBeLessThan(1e-8);
        expect(Math.abs(y - expectedY)).toBeLessThan(1e-8);
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with proj4 to a micrometre as far as it is used', () => {
    fc.assert(
      fc.property(fc.double({ min: -SERIES_REACH_DEGREES, max: SERIES_REACH_DEGREES, noNaN: true }), fc.double({ min: -89, max: 89, noNaN: true }), (away, latitude) => {
        const [x, y] = project(15 + away, latitude, 15);
        const [expectedX, expectedY] = utm(33).forward([15 + away, latitude]);
        expect(Math.hypot(x - expectedX, y - expectedY)).toBeLessThan(1e-6);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps the central meridian and the equator straight', () => {
    expect(project(9, 0, 9)).toEqual([500_000, 0]);
    expect(project(9, 60, 9)[0]).toBe(500_000);
    expect(project(12, 0, 9)[1]).toBe(0);
  });
});
