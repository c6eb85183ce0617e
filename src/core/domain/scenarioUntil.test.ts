import { describe, expect, it } from 'vitest';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf } from '../../../tests/support/placeBuilder';
import { createEvaluator } from '../scoring/evaluator';
import { scenarioUntil } from './scenarioUntil';

const dataset = new PlaceBuilder()
  .withStation('stasjon', 500, 500)
  .withStation('ny', 2500, 500, { status: { kind: 'proposed', openingYear: 2033 } })
  .withPolygons('farmland', [rectangle(0, 0, 300, 300)])
  .withResidents(3000, 3000, 100)
  .build();
const scenario = scenarioOf(
  [
    developmentArea('først', rectangle(0, 0, 300, 300), 0, { dwellingsByPeriod: [40, 10] }),
    developmentArea('sist', rectangle(2400, 400, 300, 300), 0, { dwellingsByPeriod: [0, 60], phase: 1 }),
  ],
  { firstYear: 2026, lastYear: 2035, dwellingsPerYear: 12 },
);

describe('a scenario until a year', () => {
  it('is scored as its periods up to that year', () => {
    const evaluator = createEvaluator(dataset);
    const [first, second] = evaluator.evaluate(scenario).evaluation.periods;
    const { evaluation } = evaluator.evaluate(scenarioUntil(scenario, 2030));
    expect(first?.transit.score).not.toBe(second?.transit.score);
    expect(evaluation.transit).toEqual(first?.transit);
    expect(evaluation.blueGreen).toEqual(first?.blueGreen);
    expect(evaluation.dwellings).toEqual(first?.dwellings);
    expect(evaluation.towns).toEqual(first?.towns);
  });

  it('is itself when its programme is over, and the same object each time before that', () => {
    expect(scenarioUntil(scenario, 2035)).toBe(scenario);
    expect(scenarioUntil(scenario, 2050)).toBe(scenario);
    const early = scenarioUntil(scenario, 2030);
    expect(scenarioUntil(scenario, 2034)).toBe(early);
    expect(scenarioUntil(scenario, 2020)).toBe(early);
    expect(early.programme).toMatchObject({ firstYear: 2026, lastYear: 2030 });
    expect([...early.areas.values()].map(({ phase, dwellingsByPeriod }) => [phase, dwellingsByPeriod])).toEqual([
      [null, [40]],
      [null, [0]],
    ]);
  });
});
