import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ORIGIN, rectangle } from '../../../tests/support/placeBuilder';
import type { Station } from '../domain/station';
import { identifier, type StationId } from '../domain/identifiers';
import { LatticeFrame } from '../geometry/latticeFrame';
import { toLonLat } from '../geometry/projection';
import { OutsideBook } from './neighbourhoods';
import { ResidentTravel } from './residentTravel';
import { serviceSet } from './service';
import { travelOfResidents } from './spread';
import { StraightWalks } from './walks';

const SIDE = 8000;
const metres = fc.integer({ min: 0, max: SIDE - 300 });

/** Homes in squares of 250 m with four points each. */
const residentsArbitrary = fc.array(fc.record({ x: metres, y: metres, weight: fc.integer({ min: 1, max: 9 }) }), { minLength: 1, maxLength: 60 }).map((cells) => {
  const points = cells.flatMap(({ x, y }) => [[x, y], [x + 125, y], [x, y + 125], [x + 250, y + 250]]);
  const weights = cells.flatMap(({ weight }) => [weight, weight, weight, weight]);
  return {
    points: Float64Array.from(points.flatMap(([x, y]) => [ORIGIN.x + x!, ORIGIN.y + y!])),
    weights: Float64Array.from(weights),
    total: weights.reduce((sum, weight) => sum + weight, 0),
  };
});

const stationArbitrary = fc.record({ x: metres, y: metres, line: fc.nat(2), departures: fc.integer({ min: 1, max: 12 }) });

const stationsOf = (drawn: readonly { x: number; y: number; line: number; departures: number }[]): readonly Station[] =>
  drawn.map(({ x, y, line, departures }, index) => ({
    id: identifier<StationId>(`stasjon-${index}`),
    name: `Stasjon ${index}`,
    mode: line === 0 ? 'train' : 'metro',
    line: `L${line}`,
    status: { kind: 'inOperation' },
    position: toLonLat({ x: ORIGIN.x + x, y: ORIGIN.y + y }),
    accuracyMetres: 15,
    departuresPerHour: departures,
    source: 'test',
  }));

/** A number that can be compared: -1 for no walk at all. */
const finite = (minutes: number): number => (Number.isFinite(minutes) ? minutes : -1);

const frame = new LatticeFrame({ minX: ORIGIN.x, minY: ORIGIN.y, maxX: ORIGIN.x + SIDE, maxY: ORIGIN.y + SIDE }, 25);

describe('transit proximity of residents outside the towns', () => {
  it('is that of each of them, whichever stations come, go or move', () => {
    const stations = fc.array(stationArbitrary, { maxLength: 6 });
    fc.assert(
      fc.property(residentsArbitrary, stations, stations, fc.nat(6), metres, (residents, first, second, kept, edge) => {
        const today = serviceSet(stationsOf(first), 'today', new Map());
        const later = serviceSet(stationsOf([...first.slice(0, kept), ...second]), 'today', new Map());
        const book = new OutsideBook(residents, frame, [rectangle(0, 0, edge + 10, 2000)]);
        const travel = new ResidentTravel(book.neighbourhoods, today, (service) => new StraightWalks(service));
        const outside = book.of([rectangle(0, 0, edge + 10, 3000)]);
        for (const service of [today, later]) {
          const found = travel.outside(outside, service);
          const expected = travelOfResidents(outside.residents, service);
          expect(found === null).toBe(expected === null);
          if (!found || !expected) continue;
          for (const figure of ['score', 'share500', 'share1000', 'accessibilityIndex'] as const) expect(found[figure]).toBeCloseTo(expected[figure], 9);
          expect(finite(found.walkMinutes)).toBeCloseTo(finite(expected.walkMinutes), 6);
          found.bandShares.forEach((share, band) => expect(share).toBeCloseTo(expected.bandShares[band]!, 9));
        }
        expect(travel.today()?.score).toBeCloseTo(travelOfResidents(residents, today)!.score, 9);
      }),
      { numRuns: 150 },
    );
  });

  const points = Float64Array.from([100, 100, 1000, 1000, 1000, 1100].map((metre, index) => metre + (index % 2 === 0 ? ORIGIN.x : ORIGIN.y)));
  const book = new OutsideBook({ points, weights: Float64Array.of(1, 2, 4), total: 7 }, frame, [rectangle(900, 900, 200, 150)]);

  it('leaves out those in the middle of whose cell a town lies, whose neighbourhood the towns of the data set do not cut', () => {
    const { residents, whole, rest } = book.of([rectangle(900, 900, 200, 150)]);
    expect([...residents.weights]).toEqual([1, 4]);
    expect([...whole]).toEqual([0, 2]);
    expect(rest.weights).toHaveLength(0);
    expect([...residents.points.subarray(2)]).toEqual([ORIGIN.x + 1000, ORIGIN.y + 1100]);
  });

  it('takes those of a neighbourhood that a drawn outline cuts one by one', () => {
    const { residents, whole, rest } = new OutsideBook({ points, weights: Float64Array.of(1, 2, 4), total: 7 }, frame, []).of([rectangle(900, 900, 200, 150)]);
    expect([...residents.weights]).toEqual([1, 4]);
    expect([...whole]).toEqual([0]);
    expect([...rest.weights]).toEqual([4]);
  });
});
