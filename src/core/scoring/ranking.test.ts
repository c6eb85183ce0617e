import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../../tests/support/placeBuilder';
import { leadOf, rankingObstacle, type Rankable } from './ranking';

function plan(programme: number, lastYear: number, permitted = true): Rankable {
  const scenario = scenarioOf([]);
  return {
    scenario: { programme: { ...scenario.programme, lastYear } },
    evaluation: { dwellings: { programme, placed: 0, unplaced: programme, overCapacity: 0 }, permitted },
  };
}

describe('who may be ranked against whom', () => {
  it('takes the same number of dwellings and the same last year', () => {
    expect(rankingObstacle(plan(8250, 2035), plan(8250.000001, 2035))).toBeNull();
    expect(rankingObstacle(plan(8250, 2035), plan(8249, 2035))).toBe('unequalDwellings');
    expect(rankingObstacle(plan(8250, 2035), plan(8250, 2050))).toBe('unequalLastYear');
  });

  it('leaves out what is forbidden, whichever it is', () => {
    expect(rankingObstacle(plan(8250, 2035, false), plan(8250, 2035))).toBe('notPermitted');
    expect(rankingObstacle(plan(8250, 2035), plan(6000, 2035, false))).toBe('notPermitted');
  });
});

describe('who is ahead', () => {
  it('is the one that is higher in more than 95 % of the draws, or neither', () => {
    expect([1, 0.951, 0.95, 0.5, 0.05, 0.049, 0].map(leadOf)).toEqual(['first', 'first', 'none', 'none', 'none', 'second', 'second']);
    expect(leadOf(null)).toBeNull();
  });
});
