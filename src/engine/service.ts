import { withTakenLayers } from '../core/import/importedDataset';
import { createWalkingNetwork, type NetworkSummary } from '../core/network/walkingNetwork';
import type { WalkingLines } from '../core/network/walkingLines';
import { buildBaseline, type Baseline } from '../core/scoring/baseline';
import { evaluatorOn } from '../core/scoring/evaluator';
import { surveyGround } from '../core/scoring/survey';
import { DrawJob } from './drawJob';
import type { EngineReply, EngineRequest } from './protocol';
import { Session } from './session';

type Question = Exclude<EngineRequest, { kind: 'open' | 'export' }>;

function reasonOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}

/** What the worker does: every question gets an answer, whatever goes wrong. */
class EngineService {
  private baseline: Baseline | null = null;
  private session: Session | null = null;
  private obstacle = 'No data set has been opened.';
  private job: DrawJob | null = null;
  private lines: WalkingLines | null = null;

  /** Whether draws are under way: `work` then makes the next portion. */
  get hasWork(): boolean {
    return this.job !== null;
  }

  /** Takes a request; the replies to it that are ready, in order. */
  serve(request: Question | Extract<EngineRequest, { kind: 'open' }>): readonly EngineReply[] {
    if (request.kind === 'open') {
      try {
        this.baseline = buildBaseline(withTakenLayers(request.dataset, request.taken));
        this.session = new Session(evaluatorOn(this.baseline));
      } catch (problem) {
        this.obstacle = reasonOf(problem);
      }
      return [];
    }
    const { question } = request;
    const { session, baseline } = this;
    if (!session || !baseline) return [{ kind: 'failed', question, reason: this.obstacle }];
    const givenUp = request.kind === 'explain' || request.kind === 'survey' ? [] : this.giveUp();
    try {
      return [...givenUp, ...this.answer(session, baseline, request)];
    } catch (problem) {
      return [...givenUp, { kind: 'failed', question, reason: reasonOf(problem) }];
    }
  }

  /** Writes scenarios as files. What writes them is fetched when it is first asked for. */
  async export({ question, scenarios, order }: Extract<EngineRequest, { kind: 'export' }>): Promise<EngineReply> {
    const { session, lines, obstacle } = this;
    if (!session) return { kind: 'notExported', question, reason: obstacle };
    try {
      const { writeExport } = await import('./export/writeExport');
      return { kind: 'exported', question, files: await writeExport(session.assessAll(scenarios), lines, order) };
    } catch (problem) {
      return { kind: 'notExported', question, reason: reasonOf(problem) };
    }
  }

  /** Makes the next portion of the draws under way; null when there are none. */
  work(): EngineReply | null {
    const { job } = this;
    if (!job) return null;
    try {
      const reply = job.advance();
      if (reply.isLast) this.job = null;
      return reply;
    } catch (problem) {
      this.job = null;
      return { kind: 'failed', question: job.question, reason: reasonOf(problem) };
    }
  }

  private answer(session: Session, baseline: Baseline, request: Question): readonly EngineReply[] {
    const { question } = request;
    switch (request.kind) {
      case 'evaluate':
        return [{ kind: 'evaluated', question, answer: session.evaluate(request.difference) }];
      case 'explain':
        return [{ kind: 'explained', question, explanation: session.explain(request.difference, request.indicator, request.periods) }];
      case 'survey':
        return [{ kind: 'surveyed', question, survey: surveyGround(baseline, request.outline) }];
      case 'walk':
        this.lines = request.lines;
        return [{ kind: 'walked', question, summary: walk(session, baseline, request.lines) }];
      case 'draw':
        this.job = new DrawJob(question, [session.assess(request.difference)], request.order);
        return [];
      case 'rank':
        this.job = new DrawJob(question, session.assessAll(request.scenarios), request.order);
        return [];
    }
  }

  private giveUp(): readonly EngineReply[] {
    const { job } = this;
    this.job = null;
    return job ? [{ kind: 'superseded', question: job.question }] : [];
  }
}

function walk(session: Session, baseline: Baseline, lines: WalkingLines | null): NetworkSummary | null {
  const walkingNetwork = lines && createWalkingNetwork(lines);
  session.use(evaluatorOn(baseline, walkingNetwork ? { walkingNetwork } : {}));
  return walkingNetwork?.summary ?? null;
}

/**
 * Serves requests from a port, and makes draws between them: a portion at a time, so that a newer request is never kept
 * waiting for more than one.
 */
export function serveOn(port: { send: (reply: EngineReply) => void }): (request: EngineRequest) => void {
  const service = new EngineService();
  const { port1: later, port2: bell } = new MessageChannel();
  let isRung = false;
  const ring = (): void => {
    if (isRung || !service.hasWork) return;
    isRung = true;
    bell.postMessage(null, []);
  };
  later.addEventListener('message', () => {
    isRung = false;
    const reply = service.work();
    if (reply) port.send(reply);
    ring();
  });
  later.start();
  return (request) => {
    if (request.kind === 'export') {
      void service.export(request).then(port.send);
      return;
    }
    for (const reply of service.serve(request)) port.send(reply);
    ring();
  };
}
