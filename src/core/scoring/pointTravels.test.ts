import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { straightforwardTravel } from '../../../tests/support/straightforwardTravel';
import type { StationMode } from '../domain/station';
import { PointTravels } from './pointTravels';
import type { ServiceSet, ServiceStation } from './service';
import { StraightWalks } from './walks';

const metres = fc.integer({ min: -6000, max: 6000 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

const serviceArbitrary = fc
  .array(fc.record({ x: metres, y: metres, waitMinutes: fc.integer({ min: 1, max: 40 }), line: fc.nat(3) }), { maxLength: 12 })
  .map((stations): ServiceSet => {
    const modeOf = (line: number): StationMode => (line % 2 === 0 ? 'train' : 'metro');
    return {
      key: '',
      stations: stations.map((station): ServiceStation => ({ ...station, key: '', mode: modeOf(station.line) })),
      lineModes: [0, 1, 2, 3].map(modeOf),
    };
  });

describe('transit proximity of points together', () => {
  it('is that of each with all stations, to the last bit', () => {
    const points = fc
      .tuple(metres, metres, fc.integer({ min: 1, max: 3000 }), fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 120 }))
      .map(([x, y, side, parts]) => Float64Array.from(parts.flatMap(([east, north]) => [x + side * east, y + side * north])));
    fc.assert(
      fc.property(serviceArbitrary, fc.array(points, { minLength: 1, maxLength: 4 }), fc.constantFrom(0.9, 1, 1.3), (service, groups, factor) => {
        const walks = new StraightWalks(service, factor);
        const found = new PointTravels(service, walks);
        for (const group of groups) {
          const from = Math.floor(group.length / 6);
          found.find(group, from, group.length / 2);
          for (let point = from; point < group.length / 2; point += 1) {
            const expected = straightforwardTravel(service, walks, group[2 * point]!, group[2 * point + 1]!);
            expect(found.nearestMetres[point - from]).toBe(expected.nearestMetres);
            expect(found.departureMinutes[point - from]).toBe(expected.departureMinutes);
            expect(found.accessibilityIndexes[point - from]).toBe(expected.accessibilityIndex);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the rail accessibility index', () => {
  const station = (mode: StationMode, line: number): ServiceStation => ({ key: '', x: 0, y: 0, waitMinutes: 4.5, mode, line });

  /** The index where walks are so long. */
  function indexAt(stations: readonly ServiceStation[], lineModes: readonly StationMode[], walks: readonly number[]): number {
    const found = new PointTravels({ key: '', stations, lineModes }, { leastFactor: 0, startAt: () => undefined, metresTo: (index) => walks[index]! });
    found.find(Float64Array.of(0, 0), 0, 1);
    return found.accessibilityIndexes[0]!;
  }

  it('is 3.158 for one train line at 400 m with 8 departures an hour', () => {
    expect(indexAt([station('train', 0)], ['train'], [400])).toBeCloseTo(30 / 9.5, 12);
  });

  it('counts a line once, at its best station', () => {
    expect(indexAt([station('train', 0), station('train', 0)], ['train'], [400, 300])).toBeCloseTo(30 / (300 / 80 + 4.5), 12);
  });

  it('adds half of the other lines of a mode, and modes in full', () => {
    const one = 30 / 9.5;
    const stations = [station('train', 0), station('train', 1), station('metro', 2)];
    expect(indexAt(stations, ['train', 'train', 'metro'], [400, 400, 400])).toBeCloseTo(one + one / 2 + one, 12);
  });

  it('reaches 960 m and no farther', () => {
    expect(indexAt([station('train', 0)], ['train'], [960])).toBeCloseTo(30 / (12 + 4.5), 12);
    expect(indexAt([station('train', 0)], ['train'], [960.01])).toBe(0);
  });
});
