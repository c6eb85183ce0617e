import type { Dataset } from '../../src/core/domain/dataset';
import type { Scenario } from '../../src/core/domain/scenario';
import { createEvaluator } from '../../src/core/scoring/evaluator';
import { UncertaintyRun } from '../../src/core/scoring/uncertainty/uncertainty';
import { rangesOverWeights } from '../../src/core/scoring/uncertainty/weights';
import { measure, once, type Case } from './measure';

const SEED = 1;

/** Draws of what is uncertain, for the shipped scenarios together. */
export function drawCases(place: string, dataset: Dataset, scenarios: readonly Scenario[]): readonly Case[] {
  const assessments = once(() => {
    const evaluator = createEvaluator(dataset);
    return scenarios.map((scenario) => evaluator.assess(scenario));
  });
  const draws = (count: number) => (): unknown => {
    const run = new UncertaintyRun(assessments(), SEED);
    run.advance(count);
    return run.result();
  };
  const times = `× ${scenarios.length} scenarios`;
  return [
    {
      name: `${place}: 100 full draws ${times}`,
      target: 100,
      time: () => measure({ runs: 10, warmUps: 2 }, assessments, draws(100)),
    },
    {
      name: `${place}: 1 000 full draws ${times}`,
      target: 1000,
      time: () => measure({ runs: 5, warmUps: 1 }, assessments, draws(1000)),
    },
    {
      name: `${place}: 10 000 draws of weights ${times}`,
      target: 50,
      time: () =>
        measure(
          { runs: 20, warmUps: 5 },
          () => assessments().map(({ evaluation }) => evaluation.blueGreen),
          (blueGreen) => rangesOverWeights(blueGreen, 10_000, SEED),
        ),
    },
  ];
}
