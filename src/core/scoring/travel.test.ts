import { describe, expect, it } from 'vitest';
import { identifier, type StationId } from '../domain/identifiers';
import type { Station, StationMode } from '../domain/station';
import { toLonLat } from '../geometry/projection';
import { serviceSet, waitMinutes } from './service';
import { accessibilityBand, departureScore, meanTravel } from './travel';

const ORIGIN = { x: 590_000, y: 6_640_000 };

function station(id: string, mode: StationMode, line: string, departuresPerHour: number, eastMetres = 0): Station {
  return {
    id: identifier<StationId>(id),
    name: id,
    mode,
    line,
    status: { kind: 'inOperation' },
    position: toLonLat({ x: ORIGIN.x + eastMetres, y: ORIGIN.y }),
    accuracyMetres: 15,
    departuresPerHour,
    source: 'test',
  };
}

const serviceOf = (...stations: Station[]) => serviceSet(stations, 'today', new Map());

describe('door-to-departure time and its score', () => {
  it.each([
    [400, 8, 9.5, 0.732],
    [1000, 4, 20.75, 0.336],
    [100, 30, 3, 1],
  ])('%i m walk and %i departures an hour give %f minutes and %f', (walk, departures, minutes, score) => {
    const departure = walk / 80 + waitMinutes(departures);
    expect(departure).toBeCloseTo(minutes, 10);
    expect(departureScore(departure)).toBeCloseTo(score, 3);
  });

  it('gives full points to five minutes and halves for every ten more', () => {
    expect(departureScore(5)).toBe(1);
    expect(departureScore(15)).toBe(0.5);
    expect(departureScore(25)).toBe(0.25);
    expect(departureScore(Infinity)).toBe(0);
  });
});

describe('the bands of the rail accessibility index', () => {
  it('include their upper ends', () => {
    expect([0, 0.1, 2.5, 2.6, 5, 10, 15, 20, 25, 40, 41].map(accessibilityBand)).toEqual([
      0, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8,
    ]);
  });
});

describe('travel over several points', () => {
  it('walks the straight line times 1.3 to the nearest station, and departs from the best', () => {
    const near = station('near', 'metro', '3', 1);
    const frequent = station('frequent', 'train', 'L1', 12, 800);
    const travel = meanTravel(Float64Array.of(ORIGIN.x, ORIGIN.y + 300), serviceOf(near, frequent));
    expect(travel?.walkMinutes).toBeCloseTo((300 * 1.3) / 80, 5);
    expect(travel?.share500).toBe(1);
    const walk = 1.3 * Math.hypot(800, 300);
    expect(travel?.departureMinutes).toBeCloseTo(walk / 80 + 30 / 12 + 0.75, 5);
  });

  it('averages over the points', () => {
    const travel = meanTravel(
      Float64Array.of(ORIGIN.x, ORIGIN.y, ORIGIN.x, ORIGIN.y + 600, ORIGIN.x, ORIGIN.y + 2000),
      serviceOf(station('a', 'train', 'L1', 4)),
    );
    expect(travel?.share500).toBeCloseTo(1 / 3, 12);
    expect(travel?.share1000).toBeCloseTo(2 / 3, 12);
    expect(travel?.bandShares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('is nothing for no points, and finite where it can be without stations', () => {
    expect(meanTravel(new Float64Array(0), serviceOf())).toBeNull();
    const hardlyEver = serviceOf(station('sjelden', 'train', 'L1', 1.67e-307));
    expect(meanTravel(Float64Array.of(ORIGIN.x, ORIGIN.y, ORIGIN.x, ORIGIN.y + 9), hardlyEver)!.departureMinutes).toBeLessThan(Infinity);
    const travel = meanTravel(Float64Array.of(ORIGIN.x, ORIGIN.y), serviceOf());
    expect(travel?.score).toBe(0);
    expect(travel?.share1000).toBe(0);
    expect(travel?.accessibilityIndex).toBe(0);
  });
});

describe('the stations in service', () => {
  const planned: Station = {
    ...station('planned', 'metro', 'F', 8),
    status: { kind: 'underConstruction', project: identifier('f'), openingYear: 2029 },
  };

  it('include a project from its opening year, unless it is switched off', () => {
    expect(serviceSet([planned], 2028, new Map()).stations).toHaveLength(0);
    expect(serviceSet([planned], 2029, new Map()).stations).toHaveLength(1);
    expect(serviceSet([planned], 2035, new Map([[identifier('f'), false]])).stations).toHaveLength(0);
    expect(serviceSet([planned], 'today', new Map()).stations).toHaveLength(0);
  });

  it('leave out a station without departures', () => {
    expect(serviceOf(station('a', 'train', 'L1', 0)).stations).toHaveLength(0);
  });
});
