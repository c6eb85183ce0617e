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
