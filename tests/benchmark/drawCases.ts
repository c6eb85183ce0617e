import type { Dataset } from '../../src/core/domain/dataset';
import type { Scenario } from '../../src/core/domain/scenario';
import { createEvaluator } from '../../src/core/scoring/evaluator';
import { UncertaintyRun } from '../../src/core/scoring/uncertainty/uncertainty';
import { rangesOverWeights } from '../../src/core/scoring/uncertainty/weights';
import { measure, type Row } from './measure';

const SEED = 1;

/** Draws of what is uncertain, for the shipped scenarios together. */
export function drawCases(place: string, dataset: Dataset, scenarios: readonly Scenario[]): readonly Row[] {
  const evaluator = createEvaluator(dataset);
  const assessments = scenarios.map((scenario) => evaluator.assess(scenario));
  const blueGreen = assessments.map(({ evaluation }) => evaluation.blueGreen);
  const draws = (count: number) => (): unknown => {
    const run = new UncertaintyRun(assessments, SEED);
    run.advance(count);
    return run.result();
  };
  const times = `× ${scenarios.length} scenarios`;
  return [
    {
      name: `${place}: 100 full draws ${times}`,
      target: 100,
      timing: measure({ runs: 10, warmUps: 2 }, () => null, draws(100)),
    },
    {
      name: `${place}: 1 000 full draws ${times}`,
      target: 1000,
      timing: measure({ runs: 5, warmUps: 1 }, () => null, draws(1000)),
    },
    {
      name: `${place}: 10 000 draws of weights ${times}`,
      target: 50,
      timing: measure({ runs: 20, warmUps: 5 }, () => null, () => rangesOverWeights(blueGreen, 10_000, SEED)),
    },
  ];
}
