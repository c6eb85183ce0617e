import type { Evaluator } from '../core/scoring/evaluator';
import type { Evaluation } from '../core/scoring/evaluation';
import type { ScenarioDifference } from './difference';
import { packFacts, type FactsSheet } from './factsSheet';
import { ReceivedScenario } from './receivedScenario';

/** What the worker says of a scenario. */
export interface SessionAnswer {
  readonly evaluation: Evaluation;
  readonly facts: FactsSheet;
}

/** Evaluates a scenario that is told by its differences from the one before. */
export class Session {
  private readonly received = new ReceivedScenario();

  private readonly evaluator: Evaluator;

  constructor(evaluator: Evaluator) {
    this.evaluator = evaluator;
  }

  /** @throws what `ReceivedScenario.receive` and the evaluator throw; the next difference must then be from scratch. */
  evaluate(difference: ScenarioDifference): SessionAnswer {
    const { evaluation, facts } = this.evaluator.evaluate(this.received.receive(difference));
    return { evaluation, facts: packFacts(facts) };
  }
}
