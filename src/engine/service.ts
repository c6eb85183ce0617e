import { createEvaluator } from '../core/scoring/evaluator';
import type { EngineReply, EngineRequest } from './protocol';
import { Session } from './session';

function reasonOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}

/** What the worker does with each request: every question gets an answer, whatever goes wrong. */
export function createService(): (request: EngineRequest) => EngineReply | null {
  let session: Session | null = null;
  let obstacle = 'No data set has been opened.';

  return (request) => {
    if (request.kind === 'open') {
      try {
        session = new Session(createEvaluator(request.dataset));
      } catch (problem) {
        obstacle = reasonOf(problem);
      }
      return null;
    }
    const { question, difference } = request;
    if (!session) return { kind: 'failed', question, reason: obstacle };
    try {
      return { kind: 'evaluated', question, ...session.evaluate(difference) };
    } catch (problem) {
      return { kind: 'failed', question, reason: reasonOf(problem) };
    }
  };
}
