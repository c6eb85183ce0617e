import type { Dataset } from '../../src/core/domain/dataset';
import type { Scenario } from '../../src/core/domain/scenario';
import { PlaceGround } from '../../src/core/geodata/placeGround';
import { EMPTY_HISTORY, record, recordContinuing, redo, undo, type Tracked } from '../../src/core/operations/history';
import type { OperationContext, OperationOutcome } from '../../src/core/operations/outcome';
import { createEvaluator, type Evaluator } from '../../src/core/scoring/evaluator';

type Step = (scenario: Scenario, context: OperationContext, ground: PlaceGround) => OperationOutcome;

/** Someone at work on a scenario without a page: every step is measured and completed before the next. */
export class Desk {
  readonly ground: PlaceGround;
  private readonly dataset: Dataset;
  private readonly evaluator: Evaluator;
  tracked: Tracked;

  constructor(dataset: Dataset, scenario: Scenario) {
    this.dataset = dataset;
    this.ground = new PlaceGround(dataset);
    this.evaluator = createEvaluator(dataset);
    this.tracked = { scenario, history: EMPTY_HISTORY };
  }

  get scenario(): Scenario {
    return this.tracked.scenario;
  }

  get context(): OperationContext {
    return { dataset: this.dataset, facts: this.evaluator.evaluate(this.scenario).facts };
  }

  /** Takes a step; why it was refused, or null. */
  take(step: Step): string | null {
    const outcome = step(this.scenario, this.context, this.ground);
    if (outcome.kind === 'refused') return outcome.reason;
    if (outcome.kind === 'unchanged') return null;
    this.tracked = record(this.tracked, outcome.moment);
    const rest = outcome.completion?.(this.scenario, this.context);
    if (rest?.kind === 'refused') throw new Error(`A step that was begun could not be completed: ${rest.reason}`);
    if (rest?.kind === 'moment') this.tracked = recordContinuing(this.tracked, rest.moment);
    return null;
  }

  undo(): void {
    this.tracked = undo(this.tracked);
  }

  redo(): void {
    this.tracked = redo(this.tracked);
  }
}
