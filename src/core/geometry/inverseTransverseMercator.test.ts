import fc from 'fast-check';
import proj4 from 'proj4';
import { expect, test } from 'vitest';
import { isWithinSeries, unprojectTransverse } from './inverseTransverseMercator';
import { projectTransverse } from './transverseMercator';

const plane = proj4('+proj=longlat +datum=WGS84 +no_defs', '+proj=utm +zone=33 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs');
const norwegian = fc.record({ longitude: fc.double({ min: 4, max: 32, noNaN: true }), latitude: fc.double({ min: 57, max: 72, noNaN: true }) });

test('what was projected comes back to where it was, within a tenth of a nanodegree', () => {
  fc.assert(
    fc.property(norwegian, fc.integer({ min: 31, max: 36 }), ({ longitude, latitude }, zone) => {
      const meridian = 6 * zone - 183;
      const planar = new Float64Array(2);
      projectTransverse(longitude, latitude, meridian, planar, 0);
      fc.pre(isWithinSeries(planar[0]!, planar[1]!));
      const degrees = new Float64Array(4);
      unprojectTransverse(planar[0]!, planar[1]!, meridian, degrees, 2);
      expect(Math.abs(degrees[2]! - longitude)).toBeLessThan(1e-10);
      expect(Math.abs(degrees[3]! - latitude)).toBeLessThan(1e-10);
    }),
  );
});

test('agrees with proj4 to a hundredth of a millimetre', () => {
  fc.assert(
    fc.property(fc.double({ min: -300_000, max: 1_300_000, noNaN: true }), fc.double({ min: 6_300_000, max: 8_000_000, noNaN: true }), (x, y) => {
      const [longitude, latitude] = plane.inverse([x, y]);
      const degrees = new Float64Array(2);
      unprojectTransverse(x, y, 15, degrees, 0);
      expect(Math.abs(degrees[0]! - longitude)).toBeLessThan(1e-10);
      expect(Math.abs(degrees[1]! - latitude)).toBeLessThan(1e-10);
    }),
  );
});

test('comes back within a few units in the last place, wherever the series is used: no term of it is wrong', () => {
  const planar = new Float64Array(2);
  const degrees = new Float64Array(2);
  const off: string[] = [];
  for (let latitude = -88; latitude <= 88; latitude += 4) {
    for (let away = -15; away <= 15; away += 1) {
      projectTransverse(9 + away, latitude, 9, planar, 0);
      if (!isWithinSeries(planar[0]!, planar[1]!)) continue;
      unprojectTransverse(planar[0]!, planar[1]!, 9, degrees, 0);
      const eastOff = Math.abs(degrees[0]! - 9 - away) * Math.cos((latitude * Math.PI) / 180);
      const northOff = Math.abs(degrees[1]! - latitude);
      if (!(eastOff < 1e-13 && northOff < 1e-13)) off.push(`${away}° from the middle at ${latitude}°: ${eastOff}, ${northOff}`);
    }
  }
  expect(off).toEqual([]);
});

test('the series is for a million metres from its middle, and not for the poles', () => {
  expect([isWithinSeries(1_500_000, 0), isWithinSeries(-500_000, 0), isWithinSeries(500_000, 9_900_000), isWithinSeries(500_000, -9_900_000)]).toEqual([true, true, true, true]);
  expect([isWithinSeries(1_500_001, 0), isWithinSeries(-500_001, 0), isWithinSeries(500_000, 9_900_001), isWithinSeries(500_000, -9_900_001)]).toEqual([false, false, false, false]);
});
