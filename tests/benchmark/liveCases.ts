import type { Dataset } from '../../src/core/domain/dataset';
import type { Scenario } from '../../src/core/domain/scenario';
import type { WalkingNetwork } from '../../src/core/network/walkingNetwork';
import { buildBaseline } from '../../src/core/scoring/baseline';
import { createEvaluator, evaluatorOn } from '../../src/core/scoring/evaluator';
import { AnswerReceiver } from '../../src/engine/answer';
import { scenarioDifference } from '../../src/engine/difference';
import { OutlineNumbers } from '../../src/engine/outlineNumbers';
import { transferablesOf } from '../../src/engine/protocol';
import { Session } from '../../src/engine/session';
import { measure, once, type Case } from './measure';
import { fresh, withMovedPark, withMovedProtection, withMovedStation, withMovedVertex, withOtherDwellings } from './scenarios';

/** What the planner waits for, all milliseconds. */
interface LiveTargets {
  readonly baseline: number;
}

const ALLOCATION_MILLISECONDS = 1;
const VERTEX_MILLISECONDS = 16;
/** A measure is let go of, not dragged: a tenth of a second is at once. */
const MEASURE_MILLISECONDS = 100;
const FROM_SCRATCH_MILLISECONDS = 50;

/**
 * The live path on one data set: the baseline, an evaluation from scratch, and changes as they pass from page to worker
 * and back. The copying that lies between the two threads is part of the work, the drawing of the map is not.
 */
export function liveCases(
  place: string,
  dataset: Dataset,
  scenario: Scenario,
  targets: LiveTargets,
  walkingNetwork?: WalkingNetwork,
): readonly Case[] {
  const options = walkingNetwork ? { walkingNetwork } : {};
  const baseline = once(() => buildBaseline(dataset));
  const evaluator = once(() => evaluatorOn(baseline(), options));
  const changes = (name: string, target: number, change: (run: number) => Scenario): Case => {
    const time = () => {
      const numbers = new OutlineNumbers();
      const session = new Session(evaluator());
      const answers = new AnswerReceiver();
      let known: Scenario | null = null;
      const ask = (next: Scenario): unknown => {
        const request = { kind: 'evaluate', question: 0, difference: scenarioDifference(known, next, numbers) } as const;
        known = next;
        const { difference } = structuredClone(request, { transfer: transferablesOf(request) });
        const reply = { kind: 'evaluated', question: 0, answer: session.evaluate(difference) } as const;
        return answers.unpack(structuredClone(reply, { transfer: transferablesOf(reply) }).answer);
      };
      ask(scenario);
      // A slider is dragged for a second or two: what comes after the first changes is what the hand feels.
      return measure({ runs: 100, warmUps: 100 }, change, ask);
    };
    return { name: `${place}: ${name}`, target, time };
  };
  return [
    {
      name: `${place}: baseline`,
      target: targets.baseline,
      time: () => measure({ runs: 5, warmUps: 1 }, () => null, () => createEvaluator(dataset, options)),
    },
    {
      name: `${place}: full evaluation from scratch, ${scenario.areas.size} areas`,
      target: FROM_SCRATCH_MILLISECONDS,
      // Scenario and evaluator are new each time: nothing that was found of one run is known in the next.
      time: () =>
        measure(
          { runs: 20, warmUps: 5 },
          () => ({ scenario: fresh(scenario), evaluator: evaluatorOn(baseline(), options) }),
          (run) => run.evaluator.evaluate(run.scenario),
        ),
    },
    changes('allocation change → all scores', ALLOCATION_MILLISECONDS, (run) => withOtherDwellings(scenario, run)),
    changes('vertex moved → all scores', VERTEX_MILLISECONDS, (run) => withMovedVertex(scenario, run)),
    changes('station moved → all scores', MEASURE_MILLISECONDS, (run) => withMovedStation(scenario, run)),
    changes('park moved → all scores', MEASURE_MILLISECONDS, (run) => withMovedPark(scenario, run)),
    changes('protection moved → all scores', MEASURE_MILLISECONDS, (run) => withMovedProtection(scenario, run)),
  ];
}
