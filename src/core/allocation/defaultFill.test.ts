import { describe, expect, it } from 'vitest';
import { SQUARE } from '../../../tests/property/scenarioArbitraries';
import type { DevelopmentArea } from '../domain/developmentArea';
import { identifier, type AreaId, type TownId } from '../domain/identifiers';
import type { Programme } from '../domain/programme';
import type { AreaFacts } from '../scoring/evaluation';
import { defaultFill } from './defaultFill';

const town = identifier<TownId>('byen');
const idOf = (text: string): AreaId => identifier<AreaId>(text);

/** 20 a year for ten years in one town: 200 dwellings, half in each period. */
const programme: Programme = {
  firstYear: 2026,
  lastYear: 2035,
  dwellingsPerYear: 20,
  townsShare: 1,
  shareByTown: new Map([[town, 1]]),
  lockedTowns: new Set(),
};

function area(id: string, byHand: readonly number[] | null = null): DevelopmentArea {
  return {
    id: idOf(id),
    name: id,
    origin: 'default',
    outline: SQUARE,
    town,
    typology: 'blokk',
    developableShare: 0.5,
    dwellingsByPeriod: byHand ?? [0, 0],
    setByHand: byHand !== null,
    phase: null,
    note: '',
  };
}

/** Every area holds 80. */
function facts(minutes: number): AreaFacts {
  return {
    landDaa: 16,
    capacity: 80,
    meanDepartureMinutes: minutes,
    groundDaa: { sea: 0, lake: 0, farmland: 0, marka: 0, green: 0, builtUp: 16, other: 0 },
  };
}

function filling(areas: readonly DevelopmentArea[], minutes: Readonly<Record<string, number>>): Readonly<Record<string, readonly number[]>> {
  const table = new Map(Object.entries(minutes).map(([id, value]) => [idOf(id), facts(value)]));
  const scenario = { programme, areas: new Map(areas.map((entry) => [entry.id, entry])) };
  return Object.fromEntries(defaultFill(scenario, table));
}

describe('defaultFill', () => {
  it('pours nearest first, period by period', () => {
    const result = filling([area('a'), area('b'), area('c')], { a: 9, b: 5, c: 7 });
    expect(result).toEqual({ b: [80, 0], c: [20, 60], a: [0, 40] });
  });

  it('breaks ties by id, whatever order the areas come in', () => {
    for (const order of [['a', 'b', 'c'], ['c', 'b', 'a'], ['b', 'c', 'a']]) {
      expect(filling(order.map((id) => area(id)), { a: 5, b: 5, c: 5 })).toEqual({ a: [80, 0], b: [20, 60], c: [0, 40] });
    }
  });

  it('fills areas without any station in reach last', () => {
    expect(filling([area('a'), area('b'), area('c')], { a: Infinity, b: 5, c: Infinity })).toEqual({ b: [80, 0], a: [20, 60], c: [0, 40] });
  });

  it('counts what is set by hand against the quota of its period', () => {
    expect(filling([area('a'), area('b'), area('hand', [60, 10])], { a: 5, b: 7, hand: 1 })).toEqual({ a: [40, 40], b: [0, 50] });
  });

  it('holds back early for what is set by hand late, so that the quota is never passed', () => {
    // 170 by hand in the second period leave 30 of 200 in all, though 100 are due in the first.
    expect(filling([area('a'), area('hand', [0, 170])], { a: 5, hand: 1 })).toEqual({ a: [30, 0] });
  });

  it('leaves nothing to fill where hands have taken more than the quota', () => {
    expect(filling([area('a'), area('hand', [300, 0])], { a: 5, hand: 1 })).toEqual({ a: [0, 0] });
  });

  it('throws on an area that has not been measured', () => {
    expect(() => filling([area('a')], {})).toThrow(RangeError);
  });
});
