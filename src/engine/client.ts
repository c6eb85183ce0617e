import type { Dataset } from '../core/domain/dataset';
import type { Scenario } from '../core/domain/scenario';
import type { EvaluatedScenario } from '../core/scoring/evaluator';
import { scenarioDifference } from './difference';
import { unpackFacts } from './factsSheet';
import { openWorkerLine, type EngineLine, type OpenLine } from './line';
import { OutlineNumbers } from './outlineNumbers';
import type { EngineReply } from './protocol';

/** Scores scenarios of one data set beside the page. */
export interface EngineClient {
  /**
   * Evaluates a scenario; answers come in the order of the questions. Only what changed since the last one is sent.
   * Rejects with a Norwegian text for the user when it cannot; the next question starts afresh.
   */
  readonly evaluate: (scenario: Scenario) => Promise<EvaluatedScenario>;
  /** Stops the engine; unanswered questions are rejected. */
  readonly close: () => void;
}

interface Question {
  readonly resolve: (answer: EvaluatedScenario) => void;
  readonly reject: (problem: Error) => void;
}

function reasonOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}

function problemFor(reason: string): Error {
  return new Error(
    `Tallene kunne ikke beregnes (${reason}). Det som vises, gjelder før siste endring. Angre endringen, eller last siden på nytt.`,
  );
}

/** Starts the engine on a data set. An engine that breaks down is started again by the next question. */
export function createEngineClient(dataset: Dataset, openLine: OpenLine = openWorkerLine): EngineClient {
  const numbers = new OutlineNumbers();
  const questions = new Map<number, Question>();
  let latestQuestion = 0;
  let line: EngineLine | null = null;
  /** The scenario that the engine knows; null when it has to be told from scratch. */
  let known: Scenario | null = null;

  function stop(reason: string): void {
    line?.close();
    line = null;
    known = null;
    const unanswered = [...questions.values()];
    questions.clear();
    for (const { reject } of unanswered) reject(problemFor(reason));
  }

  function take(reply: EngineReply): void {
    const question = questions.get(reply.question);
    questions.delete(reply.question);
    if (reply.kind === 'failed') {
      known = null;
      question?.reject(problemFor(reply.reason));
    } else {
      question?.resolve({ evaluation: reply.evaluation, facts: unpackFacts(reply.facts) });
    }
  }

  function start(): EngineLine {
    const started = openLine({
      onReply: take,
      onBreakdown(reason) {
        if (line === started) stop(reason);
      },
    });
    line = started;
    started.send({ kind: 'open', dataset });
    return started;
  }

  // At once, so that the baseline is under way before the first question.
  start();

  return {
    evaluate: (scenario) =>
      new Promise((resolve, reject) => {
        latestQuestion += 1;
        questions.set(latestQuestion, { resolve, reject });
        try {
          const open = line ?? start();
          const difference = scenarioDifference(known, scenario, numbers);
          known = scenario;
          open.send({ kind: 'evaluate', question: latestQuestion, difference });
        } catch (problem) {
          stop(reasonOf(problem));
        }
      }),
    close: () => stop('beregningen er avsluttet'),
  };
}
