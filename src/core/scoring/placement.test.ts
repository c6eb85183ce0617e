import { describe, expect, it } from 'vitest';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf, TOWN } from '../../../tests/support/placeBuilder';
import type { Dataset } from '../domain/dataset';
import type { Scenario } from '../domain/scenario';
import type { Evaluation } from './evaluation';
import { createEvaluator } from './evaluator';

const place = new PlaceBuilder()
  .withPolygons('farmland', [rectangle(2000, 0, 1000, 1000)])
  .withPolygons('marka', [rectangle(0, 3000, 4000, 1000)])
  .withStation('stasjon', 500, 500)
  .withResidents(3000, 2000, 100)
  .build();

const evaluate = (scenario: Scenario, dataset: Dataset = place): Evaluation => createEvaluator(dataset).evaluate(scenario).evaluation;

describe('dwellings by town and outside', () => {
  const inTown = developmentArea('a', rectangle(400, 400, 100, 100), 60);
  const outside = developmentArea('b', rectangle(3000, 1500, 100, 50), 70, { town: null, typology: 'rekkehus' });
  const both = evaluate(scenarioOf([inTown, outside], { dwellingsPerYear: 20, townsShare: 0.6 }));

  it('have quotas, capacities and persons of their own', () => {
    const [town] = both.towns;
    expect(town).toMatchObject({ town: TOWN, quota: 120 });
    expect(town!.placed).toBeCloseTo(60, 6);
    expect(town!.overCapacity).toBeCloseTo(0, 6);
    expect(town!.unplaced).toBeCloseTo(60, 6);
    expect(town!.capacity).toBeCloseTo(100, 3);
    expect(town!.persons).toBeCloseTo(120, 6);
    expect(both.outside.quota).toBeCloseTo(80, 9);
    expect(both.outside.inAreas).toBeCloseTo(20, 3);
    expect(both.outside.overCapacity).toBeCloseTo(50, 3);
    expect(both.outside.spread).toBeCloseTo(10, 6);
    expect(both.outside.unplaced).toBeCloseTo(50, 3);
    expect(both.outside.persons).toBeCloseTo((20 + 10) * 2.6, 2);
  });

  it('sum to those of the scenario', () => {
    expect(both.dwellings.programme).toBe(200);
    expect(both.dwellings.placed).toBeCloseTo(90, 3);
    expect(both.dwellings.unplaced).toBeCloseTo(110, 3);
    expect(both.dwellings.overCapacity).toBeCloseTo(50, 3);
    expect(both.persons).toBeCloseTo(120 + 78, 2);
    expect(both.shareInTowns).toBeCloseTo(60 / 90, 5);
    // 60/10 daa of blokk, all 5 daa of rekkehus, 10/4 daa of the spread.
    expect(both.dwellingsPerDaa).toBeCloseTo(90 / (6 + 5 + 2.5), 3);
    expect(both.shareOnBuiltUp).toBeCloseTo(10 / 90, 5);
  });

  it('score by where they are placed, and weigh by how many', () => {
    const town = both.towns[0]!.transitScore!;
    const rest = both.outside.transitScore!;
    expect(town).toBeGreaterThan(rest);
    expect(both.transit.score).toBeCloseTo((60 * town + 30 * rest) / 200, 3);
    expect(both.transit.share1000).toBeCloseTo(60 / 200, 9);
    expect(both.transit.accessibilityIndex!.bandShares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(both.transit.accessibilityIndex!.bandShares[0]).toBeCloseTo(30 / 90, 4);
  });

  it('are all of them near a station and never more than all, however parts of dwellings sum', () => {
    const near = (id: string, dwellings: number, rest: { town?: null } = {}) =>
      developmentArea(id, rectangle(450, 450, 100, 100), dwellings, rest);
    // By area 0.1 + 0.1 + 0.4 is 0.6000000000000001; by town 0.1 + 0.4 + 0.1 is 0.6.
    const parts = scenarioOf([near('a', 0.1), near('b', 0.1, { town: null }), near('c', 0.4)], { dwellingsPerYear: 0 });
    const { transit } = evaluate(parts);
    expect(transit.homes).toBe(0.6);
    expect([transit.share500, transit.share1000]).toEqual([1, 1]);
    expect(Math.max(...transit.accessibilityIndex!.bandShares)).toBe(1);
  });

  it('of an area whose town is unknown count outside', () => {
    const stray = developmentArea('c', rectangle(400, 600, 100, 100), 10, { town: null });
    expect(evaluate(scenarioOf([stray], { townsShare: 1 })).outside.inAreas).toBeCloseTo(10, 6);
  });

  it('without homes have no score', () => {
    const none = evaluate(scenarioOf([], { dwellingsPerYear: 10, townsShare: 1 }));
    expect(none.towns[0]!.transitScore).toBeNull();
    expect(none.outside.transitScore).toBeNull();
    expect(none.transit).toMatchObject({ score: 0, homes: 100, share500: 0, meanWalkMinutes: null, accessibilityIndex: null });
    expect([none.shareInTowns, none.shareOnBuiltUp, none.dwellingsPerDaa]).toEqual([null, null, null]);
  });
});

describe('conflicts', () => {
  const straddling = developmentArea('x', rectangle(1950, 100, 100, 100), 10);
  const inMarka = developmentArea('y', rectangle(100, 2980, 100, 30), 10);

  it('come forbidden first, then the largest', () => {
    const { conflicts, permitted } = evaluate(scenarioOf([straddling, inMarka]));
    expect(conflicts.map(({ kind, severity }) => [kind, severity])).toEqual([['marka', 'forbidden'], ['farmland', 'warning']]);
    expect(conflicts.map(({ areaDaa }) => Number(areaDaa.toFixed(3)))).toEqual([1, 5]);
    expect(conflicts.map(({ layers }) => layers)).toEqual([['marka-3'], ['farmland-2']]);
    expect(permitted).toBe(false);
  });

  it('have a place inside both the area and what it meets', () => {
    const [conflict] = evaluate(scenarioOf([straddling])).conflicts;
    const [west, south] = rectangle(2000, 100, 1, 1)[0]![0]![0]!;
    const [east, north] = rectangle(2050, 200, 1, 1)[0]![0]![0]!;
    expect(conflict!.position[0]).toBeGreaterThan(west);
    expect(conflict!.position[0]).toBeLessThan(east);
    expect(conflict!.position[1]).toBeGreaterThan(south);
    expect(conflict!.position[1]).toBeLessThan(north);
  });

  it('of less than 10 m² are put down to rounding', () => {
    const sliver = (width: number) => evaluate(scenarioOf([developmentArea('z', rectangle(1900, 100, 100 + width, 100), 10)])).conflicts;
    expect(sliver(0.09)).toHaveLength(0);
    expect(sliver(0.12)).toHaveLength(1);
  });

  it('are none for areas without dwellings, and leave a plan permitted', () => {
    const evaluation = evaluate(scenarioOf([{ ...inMarka, dwellingsByPeriod: [0, 0] }, developmentArea('n', rectangle(100, 100, 50, 50), 5)]));
    expect(evaluation.conflicts).toEqual([]);
    expect(evaluation.permitted).toBe(true);
  });
});

describe('notes', () => {
  it('name areas outside the municipality, however far, and those without land', () => {
    const straying = developmentArea('Kanten', rectangle(-50, 100, 100, 100), 5);
    const far = developmentArea('Langt borte', rectangle(-9000, 100, 100, 100), 5);
    const notes = evaluate(scenarioOf([straying, far])).notes;
    expect(notes).toContain('Utenfor kommunen: Kanten, Langt borte.');
    expect(notes).toContain('Har ikke landareal å bygge på: Langt borte.');
    expect(evaluate(scenarioOf([developmentArea('Inne', rectangle(100, 100, 50, 50), 5)])).notes).toEqual([]);
    expect(evaluate(scenarioOf([{ ...far, dwellingsByPeriod: [0, 0] }])).notes).toEqual([]);
  });

  it('say when areas hold more than the programme', () => {
    const area = developmentArea('a', rectangle(400, 400, 100, 100), 30);
    expect(evaluate(scenarioOf([area], { dwellingsPerYear: 3 })).notes).toEqual([]);
    expect(evaluate(scenarioOf([area], { dwellingsPerYear: 2 })).notes.join()).toContain('10 boliger mer');
  });
});

describe('today', () => {
  it('speaks of residents, who live on the land of their cell', () => {
    const { today } = evaluate(scenarioOf([]), new PlaceBuilder().withStation('s', 500, 500).withResidents(375, 375, 80).withResidents(3500, 3500, 20).build());
    expect(today.homes).toBe(100);
    expect(today.share500).toBeCloseTo(0.8, 9);
    expect(today.share1000).toBeCloseTo(0.8, 9);
    expect(today.accessibilityIndex!.bandShares[0]).toBeCloseTo(0.2, 9);
    expect(evaluate(scenarioOf([]), new PlaceBuilder().withStation('s', 500, 500).build()).today).toMatchObject({ score: null, homes: 0 });
  });

  it('counts residents off land, and off the lattice, where they are', () => {
    const atSea = new PlaceBuilder({ withLand: false })
      .withPolygons('land', [rectangle(0, 0, 1000, 4000)])
      .withStation('s', 2125, 2125)
      .withResidents(2000, 2000, 7)
      .withResidents(2120, 2120, 3, 5)
      .withResidents(500, 500, 0)
      .build();
    const { today } = evaluate(scenarioOf([]), atSea);
    expect(today.homes).toBe(10);
    expect(today.share500).toBe(1);
    expect(today.meanWalkMinutes).toBeLessThan(3);
  });
});
