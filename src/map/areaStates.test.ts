import { describe, expect, it } from 'vitest';
import { developmentArea, rectangle, scenarioOf } from '../../tests/support/placeBuilder';
import { identifier, type AreaId } from '../core/domain/identifiers';
import type { AreaFacts, Conflict } from '../core/scoring/evaluation';
import { areaStates, changedStates } from './areaStates';

const id = (name: string): AreaId => identifier<AreaId>(name);
const ground: AreaFacts['groundDaa'] = { sea: 0, lake: 0, farmland: 0, marka: 0, green: 0, builtUp: 0, other: 0 };
const factsOf = (landDaa: number, capacity: number): AreaFacts => ({ landDaa, capacity, meanDepartureMinutes: 5, groundDaa: ground });

const scenario = scenarioOf([
  developmentArea('half', rectangle(0, 0, 100, 100), 20, { dwellingsByPeriod: [20, 30] }),
  developmentArea('full', rectangle(200, 0, 100, 100), 150),
  developmentArea('unknown', rectangle(400, 0, 100, 100), 40),
]);
const facts = new Map([
  [id('half'), factsOf(10, 100)],
  [id('full'), factsOf(10, 100)],
]);

describe('area states', () => {
  it('measures placed dwellings per daa of land, up to capacity', () => {
    const states = areaStates(scenario, facts, []);
    expect(states.get(id('half'))).toEqual({ density: 5, overCapacity: false, forbidden: false });
    expect(states.get(id('full'))).toEqual({ density: 10, overCapacity: true, forbidden: false });
    expect(states.get(id('unknown'))).toEqual({ density: 0, overCapacity: false, forbidden: false });
  });

  it('counts only the periods that are shown', () => {
    expect(areaStates(scenario, facts, [], 1).get(id('half'))?.density).toBe(2);
    expect(areaStates(scenario, facts, [], 2).get(id('half'))?.density).toBe(5);
  });

  it('takes fractions that rounding left above capacity as full, not over', () => {
    const brimming = new Map([[id('full'), factsOf(10, 150 - 1e-9)]]);
    expect(areaStates(scenario, brimming, []).get(id('full'))?.overCapacity).toBe(false);
  });

  it('marks areas with forbidden conflicts, not those with warnings', () => {
    const conflict = (area: string, severity: Conflict['severity']): Conflict => ({
      kind: 'marka', severity, area: id(area), areaDaa: 1, position: [10, 60], layers: [],
    });
    const states = areaStates(scenario, facts, [conflict('half', 'warning'), conflict('full', 'forbidden')]);
    expect([...states.values()].map(({ forbidden }) => forbidden)).toEqual([false, true, false]);
  });

  it('finds what changed and nothing else', () => {
    const before = areaStates(scenario, facts, []);
    expect(changedStates(before, areaStates(scenario, facts, []))).toEqual([]);
    const after = areaStates(scenario, new Map([...facts, [id('half'), factsOf(20, 100)]]), []);
    expect(changedStates(before, after)).toEqual([[id('half'), { density: 2.5, overCapacity: false, forbidden: false }]]);
  });
});
