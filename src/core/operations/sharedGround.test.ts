import { describe, expect, it } from 'vitest';
import { Desk } from '../../../tests/support/desk';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf } from '../../../tests/support/placeBuilder';
import { createEvaluator } from '../scoring/evaluator';
import { claimGround, sharedGround } from './sharedGround';

const dataset = new PlaceBuilder().withStation('stasjon', 500, 500).build();
const byHand = { setByHand: true };
const west = developmentArea('vest', rectangle(0, 0, 300, 300), 10, byHand);
const east = developmentArea('øst', rectangle(200, 0, 300, 300), 10, byHand);
const beside = developmentArea('ved siden av', rectangle(500, 0, 300, 300), 10, byHand);
const far = developmentArea('borte', rectangle(2000, 2000, 300, 300), 10, byHand);
const scenario = scenarioOf([west, east, beside, far]);

describe('ground under two areas', () => {
  it('is found once for each pair, and edges in common are none', () => {
    const [pair, ...more] = sharedGround(scenario.areas, new Set());
    expect(more).toEqual([]);
    expect([pair?.area.id, pair?.other.id]).toEqual([west.id, east.id]);
    expect(pair?.squareMetres).toBeCloseTo(100 * 300, 0);
  });

  it('is not looked for among areas that are known to lie apart', () => {
    expect(sharedGround(scenario.areas, new Set([west.id, east.id]))).toEqual([]);
    expect(sharedGround(scenario.areas, new Set([west.id]))).toHaveLength(1);
  });

  it('is counted twice in the land account until one area has it alone', () => {
    const landDaa = (of: typeof scenario): number => {
      const { evaluation } = createEvaluator(dataset).evaluate(of);
      return evaluation.landAccount.rows.reduce((sum, { areaDaa }) => sum + areaDaa, 0);
    };
    const desk = new Desk(dataset, scenario);
    expect(landDaa(desk.scenario)).toBeCloseTo(4 * 90, 1);
    expect(desk.take((at, context) => claimGround(at, context, east.id))).toBeNull();
    expect(landDaa(desk.scenario)).toBeCloseTo(4 * 90 - 30, 1);
    expect(sharedGround(desk.scenario.areas, new Set())).toEqual([]);
    expect(desk.scenario.areas.get(east.id)?.outline).toBe(east.outline);
    expect(desk.tracked.history.past.at(-1)?.forward.note).toBe('øst tar grunn fra 1 felt');
    desk.undo();
    expect(desk.scenario).toEqual(scenario);
  });

  it('is nothing to take where none is shared', () => {
    const desk = new Desk(dataset, scenario);
    desk.take((at, context) => claimGround(at, context, far.id));
    expect(desk.scenario).toBe(scenario);
  });
});
