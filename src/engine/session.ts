import type { Scenario } from '../core/domain/scenario';
import { explain } from '../core/scoring/explain';
import type { Evaluation } from '../core/scoring/evaluation';
import type { Assessment, Evaluator } from '../core/scoring/evaluator';
import type { ExplainedId, Explanation } from '../core/scoring/explanation';
import type { ScenarioDifference } from './difference';
import { packFacts, type FactsSheet } from './factsSheet';
import { ReceivedScenario } from './receivedScenario';
import { withKnownOutlines } from './knownOutlines';

/** What the worker says of a scenario. */
export interface SessionAnswer {
  readonly evaluation: Evaluation;
  readonly facts: FactsSheet;
}

/**
 * Evaluates a scenario that is told by its differences from the one before. Whatever takes a difference throws what
 * `ReceivedScenario.receive` and the evaluator throw; the next difference must then be from scratch.
 */
export class Session {
  private readonly received = new ReceivedScenario();
  private evaluator: Evaluator;

  constructor(evaluator: Evaluator) {
    this.evaluator = evaluator;
  }

  /** Measures anew with another evaluator of the same data set. */
  use(evaluator: Evaluator): void {
    this.evaluator = evaluator;
  }

  evaluate(difference: ScenarioDifference): SessionAnswer {
    const { evaluation, facts } = this.evaluator.evaluate(this.received.receive(difference));
    return { evaluation, facts: packFacts(facts) };
  }

  explain(difference: ScenarioDifference, indicator: ExplainedId): Explanation {
    return explain(this.assess(difference), indicator);
  }

  assess(difference: ScenarioDifference): Assessment {
    return this.evaluator.assess(this.received.receive(difference));
  }

  /** Assesses scenarios that were copied whole. */
  assessAll(scenarios: readonly Scenario[]): readonly Assessment[] {
    const { dataset } = this.evaluator;
    return scenarios.map((scenario) => this.evaluator.assess(withKnownOutlines(scenario, dataset)));
  }
}
