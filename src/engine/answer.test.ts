import { describe, expect, it } from 'vitest';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf } from '../../tests/support/placeBuilder';
import type { Scenario } from '../core/domain/scenario';
import { createEvaluator } from '../core/scoring/evaluator';
import { AnswerReceiver, AnswerSender } from './answer';

const dataset = new PlaceBuilder()
  .withPolygons('farmland', [rectangle(0, 0, 100, 100)])
  .withStation('stasjon', 500, 500)
  .build();
const evaluator = createEvaluator(dataset);
const first = developmentArea('a', rectangle(50, 50, 100, 100), 40);
const second = developmentArea('b', rectangle(400, 400, 100, 100), 40);
const plan = scenarioOf([first, second]);

function withDwellings(dwellings: number): Scenario {
  return { ...plan, areas: new Map(plan.areas).set(first.id, { ...first, dwellingsByPeriod: [dwellings, 0] }) };
}

describe('an answer sent as its difference', () => {
  it('is only numbers when only dwellings change, and the rest stays the same objects', () => {
    const sender = new AnswerSender();
    const receiver = new AnswerReceiver();
    const before = receiver.unpack(structuredClone(sender.pack(evaluator.evaluate(plan))));
    const answer = evaluator.evaluate(withDwellings(50));
    const sent = sender.pack(answer);
    expect(sent.whole).toEqual({});
    expect(sent.facts).toBeNull();
    expect(sent.figures).toBeInstanceOf(Float64Array);
    const after = receiver.unpack(structuredClone(sent));
    expect(after).toEqual(answer);
    expect(after.facts).toBe(before.facts);
    expect(after.evaluation.conflicts).toBe(before.evaluation.conflicts);
    expect(after.evaluation.today).toBe(before.evaluation.today);
  });

  it('brings the facts of the changed area alone', () => {
    const sender = new AnswerSender();
    const receiver = new AnswerReceiver();
    const before = receiver.unpack(structuredClone(sender.pack(evaluator.evaluate(plan))));
    const moved = { ...plan, areas: new Map(plan.areas).set(second.id, { ...second, outline: rectangle(400, 450, 100, 100) }) };
    const answer = evaluator.evaluate(moved);
    const sent = sender.pack(answer);
    expect(sent.facts?.changed.ids).toEqual([second.id]);
    const after = receiver.unpack(structuredClone(sent));
    expect(after).toEqual(answer);
    expect(after.facts.get(first.id)).toBe(before.facts.get(first.id));
  });

  it('is whole where conflicts, notes or its form change, and where areas come and go', () => {
    const sender = new AnswerSender();
    const receiver = new AnswerReceiver();
    const none = scenarioOf([], { dwellingsPerYear: 0 });
    for (const scenario of [plan, withDwellings(0), withDwellings(5000), none, plan, scenarioOf([second])]) {
      const answer = evaluator.evaluate(scenario);
      expect(receiver.unpack(structuredClone(sender.pack(answer)))).toEqual(answer);
    }
  });

  it('is told whole to a receiver that starts over, and refused by one that missed the first', () => {
    const sender = new AnswerSender();
    sender.pack(evaluator.evaluate(plan));
    const difference = sender.pack(evaluator.evaluate(withDwellings(41)));
    expect(() => new AnswerReceiver().unpack(difference)).toThrow(/before/u);
    sender.startOver();
    const answer = evaluator.evaluate(withDwellings(42));
    expect(new AnswerReceiver().unpack(structuredClone(sender.pack(answer)))).toEqual(answer);
  });
});
