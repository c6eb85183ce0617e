import type { Scenario } from '../core/domain/scenario';
import type { AreaFactsTable, Evaluation } from '../core/scoring/evaluation';

/** What the engine says of one scenario. */
export interface EngineAnswer {
  readonly evaluation: Evaluation;
  /** Measured facts of the scenario's areas, which operations need to place dwellings. */
  readonly facts: AreaFactsTable;
}

/** Evaluates a scenario of the open data set. Rejects with an error in Norwegian when it cannot. */
export type Evaluate = (scenario: Scenario) => Promise<EngineAnswer>;

/** Asks for the newest value only: while one question is under way, those in between are dropped. */
export interface LatestOnly<Question> {
  ask(question: Question): void;
}

/**
 * Runs `answer` for the newest question, one at a time and in order.
 * `onAnswer` gets every answer that was worked out, `onFailure` every rejection.
 */
export function latestOnly<Question, Answer>(
  answer: (question: Question) => Promise<Answer>,
  onAnswer: (question: Question, answer: Answer) => void,
  onFailure: (question: Question, problem: unknown) => void,
): LatestOnly<Question> {
  let waiting: { readonly question: Question } | null = null;
  let busy = false;

  async function work(): Promise<void> {
    busy = true;
    while (waiting) {
      const { question } = waiting;
      waiting = null;
      try {
        onAnswer(question, await answer(question));
      } catch (problem) {
        onFailure(question, problem);
      }
    }
    busy = false;
  }

  return {
    ask(question) {
      waiting = { question };
      if (!busy) void work();
    },
  };
}
