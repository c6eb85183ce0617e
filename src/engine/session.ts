import type { Scenario } from '../core/domain/scenario';
import { explain } from '../core/scoring/explain';
import type { Assessment } from '../core/scoring/assessment';
import type { Evaluator } from '../core/scoring/evaluator';
import type { ExplainedId, Explanation } from '../core/scoring/explanation';
import { AnswerSender, type AnswerDifference } from './answer';
import type { ScenarioDifference } from './difference';
import { ReceivedScenario } from './receivedScenario';
import { withKnownOutlines } from './knownOutlines';

/**
 * Evaluates a scenario that is told by its differences from the one before. Whatever takes a difference throws what
 * `ReceivedScenario.receive` and the evaluator throw; the next difference must then be from scratch.
 */
export class Session {
  private readonly received = new ReceivedScenario();
  private readonly answers = new AnswerSender();
  private evaluator: Evaluator;

  constructor(evaluator: Evaluator) {
    this.evaluator = evaluator;
  }

  /** Measures the scenario at hand with an evaluator that may be used next, so that it has its measurements then. */
  measureAhead(evaluator: Evaluator): void {
    const { latest } = this.received;
    if (latest) evaluator.evaluate(latest);
  }

  /** Measures anew with another evaluator, of the same place. */
  use(evaluator: Evaluator): void {
    this.evaluator = evaluator;
  }

  /** The answer, as its difference from the one before; whole when the scenario came from scratch. */
  evaluate(difference: ScenarioDifference): AnswerDifference {
    if (difference.fromScratch) this.answers.startOver();
    return this.answers.pack(this.evaluator.evaluate(this.received.receive(difference)));
  }

  explain(difference: ScenarioDifference, indicator: ExplainedId, periods: number | null): Explanation {
    return explain(this.assess(difference), indicator, periods);
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
