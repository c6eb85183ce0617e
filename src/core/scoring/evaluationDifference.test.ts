import { describe, expect, it } from 'vitest';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf } from '../../../tests/support/placeBuilder';
import type { Programme } from '../domain/programme';
import type { DevelopmentArea } from '../domain/developmentArea';
import { LAND_CLASSES, PART_IDS } from './evaluation';
import { evaluationDifference, type Change, type ComparedSide } from './evaluationDifference';
import { createEvaluator } from './evaluator';

const dataset = new PlaceBuilder()
  .withPolygons('farmland', [rectangle(2000, 0, 1000, 1000)])
  .withPolygons('green', [rectangle(2500, 0, 1500, 1000)])
  .withPolygons('builtUp', [rectangle(0, 0, 2000, 2000)])
  .withPolygons('marka', [rectangle(3000, 3000, 900, 900)])
  .withStation('stasjon', 500, 500)
  .withResidents(1500, 1500, 400)
  .build();

function side(areas: readonly DevelopmentArea[], programme: Partial<Programme> = {}): Extract<ComparedSide, { kind: 'scenario' }> {
  const scenario = scenarioOf(areas, programme);
  return { kind: 'scenario', scenario, evaluation: createEvaluator(dataset).evaluate(scenario).evaluation };
}

const near = side([developmentArea('nær', rectangle(450, 450, 100, 100), 80)]);
const far = side([developmentArea('fjern', rectangle(2100, 100, 200, 100), 100, { town: null })]);
const today: ComparedSide = { kind: 'today' };

describe('the difference of two scenarios', () => {
  it('is the second less the first for every number, and the sign turns with the sides', () => {
    const there = evaluationDifference(near, far);
    const back = evaluationDifference(far, near);
    if (!there || !back) throw new Error('Two scenarios have a difference.');
    expect(there.obstacle).toBeNull();
    expect(there.transit.score).toEqual({
      first: near.evaluation.transit.score,
      second: far.evaluation.transit.score,
      difference: (far.evaluation.transit.score ?? NaN) - (near.evaluation.transit.score ?? NaN),
    });
    expect(there.transit.score.difference).toBeLessThan(0);
    expect(there.transit.meanWalkMinutes.difference).toBeGreaterThan(0);
    expect(there.blueGreen.parts.map(({ id }) => id)).toEqual(PART_IDS);
    const farmland = there.blueGreen.parts[0]?.value;
    expect(farmland?.first).toBeCloseTo(0, 6);
    expect(farmland?.difference).toBeGreaterThan(5);
    expect(there.land.map(({ landClass }) => landClass)).toEqual(LAND_CLASSES);
    expect(there.land.find(({ landClass }) => landClass === 'farmland')?.takenDaa.difference).toBeGreaterThan(5);
    expect(there.takenDaa.difference).toBeCloseTo(
      there.land.reduce((sum, { takenDaa }) => sum + (takenDaa.difference ?? NaN), 0),
      9,
    );
    const opposite = ({ difference }: Change): number => -(difference ?? NaN);
    expect(back.transit.score.difference).toBe(opposite(there.transit.score));
    expect(back.takenDaa.difference).toBeCloseTo(opposite(there.takenDaa), 9);
  });

  it('says which conflicts either meets, and where the dwellings went', () => {
    const found = evaluationDifference(near, far);
    expect(found?.conflicts).toHaveLength(1);
    expect(found?.conflicts[0]).toMatchObject({ kind: 'farmland', areas: { first: 0, second: 1, difference: 1 } });
    expect(found?.conflicts[0]?.areaDaa.second).toBeCloseTo(20, 1);
    expect(found?.towns.map(({ town, placed }) => [town, Math.round(placed.difference ?? NaN)])).toEqual([['byen', -80], [null, 100]]);
    expect(found?.dwellings.placed.difference).toBeCloseTo(20, 6);
  });

  it('is no ranking where programmes or years are unequal, or where one is forbidden', () => {
    expect(evaluationDifference(near, side([], { dwellingsPerYear: 12 }))?.obstacle).toBe('unequalDwellings');
    expect(evaluationDifference(near, side([], { lastYear: 2045, dwellingsPerYear: 5 }))?.obstacle).toBe('unequalLastYear');
    const inMarka = side([developmentArea('marka', rectangle(3100, 3100, 100, 100), 80, { town: null })]);
    const forbidden = evaluationDifference(near, inMarka);
    expect(forbidden?.obstacle).toBe('notPermitted');
    expect(forbidden?.forbidden.difference).toBe(1);
  });

  it('to today holds the plan against residents and unbuilt ground, and has no B to speak of', () => {
    const found = evaluationDifference(today, near);
    expect(found?.obstacle).toBe('today');
    expect(found?.transit.score.first).toBe(near.evaluation.today.score);
    expect(found?.transit.score.first).not.toBeNull();
    expect(found?.blueGreen.score).toEqual({ first: null, second: near.evaluation.blueGreen.score, difference: null });
    expect(found?.dwellings.placed).toMatchObject({ first: 0, difference: near.evaluation.dwellings.placed });
    expect(found?.takenDaa.difference).toBeCloseTo(near.evaluation.landAccount.rows.reduce((sum, row) => sum + row.takenDaa, 0), 9);
    expect(evaluationDifference(near, today)?.takenDaa.difference).toBeCloseTo(-(found?.takenDaa.difference ?? NaN), 9);
    expect(evaluationDifference(today, today)).toBeNull();
  });
});
