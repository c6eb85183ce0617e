import { describe, expect, it } from 'vitest';
import { EDITED_PLACE, editedScenario, firstScenario } from '../../../tests/support/scenarioEdits';
import { buildBaseline } from './baseline';
import { evaluatorOn } from './evaluator';
import { seededRandom } from './uncertainty/random';

describe('a scenario that is edited step by step', () => {
  it.each([1, 2, 3])('is evaluated as it would be from scratch: seed %i', (seed) => {
    const baseline = buildBaseline(EDITED_PLACE);
    const stepwise = evaluatorOn(baseline);
    const random = seededRandom(seed);
    let scenario = firstScenario(random);
    for (let checked = 0; checked < 15; checked += 1) {
      for (let step = 0; step < 4; step += 1) {
        scenario = editedScenario(scenario, random);
        stepwise.evaluate(scenario);
      }
      expect(stepwise.evaluate(scenario)).toEqual(evaluatorOn(baseline).evaluate(structuredClone(scenario)));
    }
  });
});
