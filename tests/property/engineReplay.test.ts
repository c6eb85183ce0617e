import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/core/domain/scenario';
import { buildBaseline } from '../../src/core/scoring/baseline';
import { evaluatorOn } from '../../src/core/scoring/evaluator';
import { seededRandom } from '../../src/core/scoring/uncertainty/random';
import { AnswerReceiver } from '../../src/engine/answer';
import { scenarioDifference } from '../../src/engine/difference';
import { OutlineNumbers } from '../../src/engine/outlineNumbers';
import { Session } from '../../src/engine/session';
import { EDITED_PLACE, editedScenario, firstScenario } from '../support/scenarioEdits';

const SEEDS = 100;
const OPERATIONS = 200;
const CHECK_EVERY = 40;

/** Work, not a wait: a slow machine may take its time. */
const PATIENCE_MILLISECONDS = 300_000;

const baseline = buildBaseline(EDITED_PLACE);

/**
 * Edits a scenario step by step through one session, holds it now and then against an evaluation from scratch, and
 * names the steps at which they differ.
 */
function differencesIn(seed: number): readonly string[] {
  const differences: string[] = [];
  const random = seededRandom(seed);
  const numbers = new OutlineNumbers();
  const session = new Session(evaluatorOn(baseline));
  const answers = new AnswerReceiver();
  let known: Scenario | null = null;
  let scenario = firstScenario(random);
  for (let step = 1; step <= OPERATIONS; step += 1) {
    scenario = editedScenario(scenario, random);
    const sent = session.evaluate(structuredClone(scenarioDifference(known, scenario, numbers)));
    const answer = answers.unpack(structuredClone(sent));
    known = scenario;
    if (step % CHECK_EVERY !== 0) continue;
    if (!isDeepStrictEqual(answer, evaluatorOn(baseline).evaluate(structuredClone(scenario)))) differences.push(`seed ${seed}, step ${step}`);
  }
  return differences;
}

describe('the engine, edited step by step', () => {
  for (let first = 0; first < SEEDS; first += 25) {
    it(`says what it would say from scratch: seeds ${first + 1}–${first + 25}, ${OPERATIONS} edits each`, () => {
      const seeds = Array.from({ length: 25 }, (_, index) => first + 1 + index);
      expect(seeds.flatMap(differencesIn)).toEqual([]);
    }, PATIENCE_MILLISECONDS);
  }
});
