import fc from 'fast-check';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { multiPolygonArea, signedRingArea } from './area';
import {
  lonLatToStatisticsGrid,
  outlineFaults,
  planarToStatisticsGrid,
  statisticsGridToLonLat,
  statisticsGridToPlanar,
  toLonLat,
  toLonLatMultiPolygon,
  toPlanarLine,
  toPlanarMultiPolygon,
  toPlanarPoint,
  toPlanarRing,
  trustOutline,
} from './projection';
import type { LonLat, LonLatMultiPolygon } from './shapes';

/** Transverse Mercator by Krüger's series to n⁴, GRS80; written apart from proj4 as a check on it. */
function kruger([longitude, latitude]: LonLat, centralMeridian: number): { x: number; y: number } {
  const semiMajor = 6378137;
  const flattening = 1 / 298.257222101;
  const n = flattening / (2 - flattening);
  const eccentricity = Math.sqrt(flattening * (2 - flattening));
  const radius = (semiMajor / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
  const alpha = [
    n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3 + (41 / 180) * n ** 4,
    (13 / 48) * n ** 2 - (3 / 5) * n ** 3 + (557 / 1440) * n ** 4,
    (61 / 240) * n ** 3 - (103 / 140) * n ** 4,
    (49561 / 161280) * n ** 4,
  ];
  const phi = (latitude * Math.PI) / 180;
  const lambda = ((longitude - centralMeridian) * Math.PI) / 180;
  const tau = Math.sinh(
    Math.atanh(Math.sin(phi)) - eccentricity * Math.atanh(eccentricity * Math.sin(phi)),
  );
  const xi = Math.atan2(tau, Math.cos(lambda));
  const eta = Math.atanh(Math.sin(lambda) / Math.sqrt(1 + tau ** 2));
  let northing = xi;
  let easting = eta;
  alpha.forEach((factor, index) => {
    const multiple = 2 * (index + 1);
    northing += factor * Math.sin(multiple * xi) * Math.cosh(multiple * eta);
    easting += factor * Math.cos(multiple * xi) * Math.sinh(multiple * eta);
  });
  return { x: 500_000 + 0.9996 * radius * easting, y: 0.9996 * radius * northing };
}

const position = fc.tuple(
  fc.double({ min: 10, max: 11, noNaN: true }),
  fc.double({ min: 59.5, max: 60.5, noNaN: true }),
);

describe('projection', () => {
  it('gives the figures that PROJ publishes for UTM zone 32', () => {
    // Manual of gie, PROJ's own regression test (https://proj.org/apps/gie.html): operation proj=utm zone=32 ellps=GRS80.
    // The first is also what the quick start of its programming interface prints.
    const quickStart = toPlanarPoint([12, 55]);
    expect(quickStart.x).toBeCloseTo(691875.63214, 4);
    expect(quickStart.y).toBeCloseTo(6098907.82501, 4);
    const toolExample = toPlanarPoint([12, 56]);
    expect(toolExample.x).toBeCloseTo(687071.4391, 4);
    expect(toolExample.y).toBeCloseTo(6210141.3267, 4);
  });

  it('gives the same figures six degrees farther east in zone 33, and west of the meridian', () => {
    const inZone33 = lonLatToStatisticsGrid([18, 55]);
    expect(inZone33.x).toBeCloseTo(691875.63214, 4);
    expect(inZone33.y).toBeCloseTo(6098907.82501, 4);
    const mirrored = lonLatToStatisticsGrid([12, 56]);
    expect(mirrored.x).toBeCloseTo(1_000_000 - 687071.4391, 4);
    expect(mirrored.y).toBeCloseTo(6210141.3267, 4);
    expect(toPlanarPoint([6, 55]).x).toBeCloseTo(1_000_000 - 691875.63214, 4);
  });

  it('goes back from the published figures to the degrees', () => {
    const [longitude, latitude] = toLonLat({ x: 691875.63214, y: 6098907.82501 });
    expect(longitude).toBeCloseTo(12, 9);
    expect(latitude).toBeCloseTo(55, 9);
    const [gridLongitude, gridLatitude] = statisticsGridToLonLat({ x: 687071.4391, y: 6210141.3267 });
    expect(gridLongitude).toBeCloseTo(18, 8);
    expect(gridLatitude).toBeCloseTo(56, 8);
  });

  it('agrees with an independent series to a tenth of a millimetre in both zones', () => {
    fc.assert(
      fc.property(position, (lonLat) => {
        const zone32 = kruger(lonLat, 9);
        const zone33 = kruger(lonLat, 15);
        const planar = toPlanarPoint(lonLat);
        const grid = lonLatToStatisticsGrid(lonLat);
        expect(Math.hypot(planar.x - zone32.x, planar.y - zone32.y)).toBeLessThan(1e-4);
        expect(Math.hypot(grid.x - zone33.x, grid.y - zone33.y)).toBeLessThan(1e-4);
      }),
    );
  });

  it('places a statistics cell where Statistics Norway has it', () => {
    // The south-east corner of cell 22557506649000.
    const [longitude, latitude] = statisticsGridToLonLat({ x: 255_750 + 250, y: 6_649_000 });
    expect(longitude).toBeCloseTo(10.63575, 5);
    expect(latitude).toBeCloseTo(59.9061, 5);
  });

  it('comes back to where it started', () => {
    fc.assert(
      fc.property(position, (lonLat) => {
        const back = toLonLat(toPlanarPoint(lonLat));
        expect(back[0]).toBeCloseTo(lonLat[0], 10);
        expect(back[1]).toBeCloseTo(lonLat[1], 10);
        const planar = toPlanarPoint(lonLat);
        const round = statisticsGridToPlanar(planarToStatisticsGrid(planar));
        expect(Math.hypot(round.x - planar.x, round.y - planar.y)).toBeLessThan(1e-4);
      }),
    );
  });

  it('comes back also from far outside the zone and from near the pole', () => {
    for (const lonLat of [[45, 60], [-30, 50], [9.5, 89.5], [29.5, 70]] as const) {
      const back = toLonLat(toPlanarPoint(lonLat));
      expect(back[0]).toBeCloseTo(lonLat[0], 6);
      expect(back[1]).toBeCloseTo(lonLat[1], 8);
    }
  });

  it('is as proj4 has it, to the last digit, where the series is not used', () => {
    const utm = proj4('+proj=longlat +datum=WGS84 +no_defs', '+proj=utm +zone=32 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs');
    for (const lonLat of [[29.5, 60], [-11.5, 60], [60, 45], [10.7, 89.5], [10.7, -89.5]] as const) {
      const { x, y } = toPlanarPoint(lonLat);
      expect([x, y]).toEqual(utm.forward([...lonLat]));
    }
  });

  it('takes rings of no positions and of one as they are', () => {
    expect(toPlanarRing([])).toHaveLength(0);
    expect([...toPlanarRing([[10.5, 59.9]])]).toEqual(Object.values(toPlanarPoint([10.5, 59.9])));
    expect(toPlanarRing([[10.5, 59.9], [10.6, 59.9], [10.5, 59.91]])).toHaveLength(6);
    expect(toPlanarRing([[10.5, 59.9], [10.6, 59.9], [10.6, 59.91]])).toHaveLength(6);
    expect(toPlanarRing([[10.5, 59.9], [10.6, 59.91], [10.6, 59.9]])).toHaveLength(6);
    expect(toPlanarRing([[10.5, 59.9], [10.6, 59.9], [10.5, 59.9]])).toHaveLength(4);
  });

  it('opens closed rings and turns them the right way', () => {
    const exterior: LonLat[] = [[10.5, 59.9], [10.5, 59.91], [10.52, 59.91], [10.52, 59.9], [10.5, 59.9]];
    const hole: LonLat[] = [[10.505, 59.902], [10.51, 59.902], [10.51, 59.905], [10.505, 59.902]];
    const polygons: LonLatMultiPolygon = [[exterior, hole]];
    const planar = toPlanarMultiPolygon(polygons);
    expect(planar[0]?.map((ring) => ring.length)).toEqual([8, 6]);
    expect(signedRingArea(planar[0]![0]!)).toBeGreaterThan(0);
    expect(signedRingArea(planar[0]![1]!)).toBeLessThan(0);
    const back = toLonLatMultiPolygon(planar);
    expect(back[0]?.[0]?.[0]).toEqual(back[0]?.[0]?.at(-1));
    expect(back[0]?.[0]).toHaveLength(5);
  });

  it('projects an object once and an open ring whole', () => {
    const ring: LonLat[] = [[10.5, 59.9], [10.52, 59.9], [10.52, 59.91]];
    const polygons: LonLatMultiPolygon = [[ring]];
    expect(toPlanarMultiPolygon(polygons)).toBe(toPlanarMultiPolygon(polygons));
    expect(toPlanarMultiPolygon([[ring]])).not.toBe(toPlanarMultiPolygon(polygons));
    expect(toPlanarLine(ring)).toBe(toPlanarLine(ring));
    expect(toPlanarRing(ring)).toHaveLength(6);
  });

  it('mends what is not valid, once for each object, and tells what was wrong', () => {
    const bowTie: LonLatMultiPolygon = [[[[10.5, 59.9], [10.52, 59.91], [10.52, 59.9], [10.5, 59.91], [10.5, 59.9]]]];
    const lobe: LonLatMultiPolygon = [[[[10.5, 59.9], [10.51, 59.905], [10.5, 59.91], [10.5, 59.9]]]];
    const mended = toPlanarMultiPolygon(bowTie);
    expect(outlineFaults(bowTie)).toEqual(['crossingEdges']);
    expect(mended).toHaveLength(2);
    expect(multiPolygonArea(mended) / multiPolygonArea(toPlanarMultiPolygon(lobe))).toBeCloseTo(2, 2);
    expect(toPlanarMultiPolygon(bowTie)).toBe(mended);
    expect(toPlanarMultiPolygon([[[[10.5, 59.9], [10.5, 59.9]]]])).toEqual([]);
  });

  it('takes what is known to be mended as it is', () => {
    const known: LonLatMultiPolygon = [[[[10.5, 59.9], [10.52, 59.91], [10.52, 59.9], [10.5, 59.91], [10.5, 59.9]]]];
    trustOutline(known);
    expect(outlineFaults(known)).toEqual([]);
    expect(toPlanarMultiPolygon(known)).toEqual([[toPlanarRing(known[0]![0]!)]]);
  });
});
