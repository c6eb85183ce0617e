import type { TakenLayer } from '../core/import/takenLayer';
import { createWalkingNetwork, type WalkingNetwork } from '../core/network/walkingNetwork';
import type { WalkingLines } from '../core/network/walkingLines';
import type { Baseline } from '../core/scoring/baseline';
import { evaluatorOn, type Evaluator } from '../core/scoring/evaluator';
import { surveyGround } from '../core/scoring/survey';
import { DrawJob } from './drawJob';
import { LayingGround } from './layingGround';
import { isFiled, readForMeasuring } from './layerFile';
import type { EngineReply, EngineRequest, LayerOrder, MeasuringStage } from './protocol';
import { Session } from './session';

type GroundOrder = Extract<EngineRequest, { kind: 'open' | 'lay' | 'prepare' }>;
type ReadLayers = LayerOrder<TakenLayer>;
type Question = Exclude<EngineRequest, GroundOrder | { kind: 'export' }>;

function reasonOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}

/** What the worker does: every question gets an answer, whatever goes wrong. */
class EngineService {
  private readonly tell: (reply: EngineReply) => void;
  private ground: LayingGround | null = null;
  private baseline: Baseline | null = null;
  private network: WalkingNetwork | null = null;
  /** An evaluator on a baseline that was built ahead of time. */
  private prepared: { readonly baseline: Baseline; readonly evaluator: Evaluator } | null = null;
  private session: Session | null = null;
  private obstacle = 'No data set has been opened.';
  private job: DrawJob | null = null;
  private lines: WalkingLines | null = null;

  /** @param tell hears of what is told while a request is served */
  constructor(tell: (reply: EngineReply) => void) {
    this.tell = tell;
  }

  /** Whether draws are under way: `work` then makes the next portion. */
  get hasWork(): boolean {
    return this.job !== null;
  }

  /** Takes a question; the replies to it that are ready, in order. */
  serve(request: Question): readonly EngineReply[] {
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

  /** Measures the ground with the layers of an order, which are read. */
  measureGround(request: GroundOrder, layers: ReadLayers): readonly EngineReply[] {
    switch (request.kind) {
      case 'open':
        this.ground = new LayingGround(request.dataset, layers);
        this.measureOn(this.ground.first.bind(this.ground));
        return [];
      case 'prepare':
        return [this.prepare(request.question, layers)];
      case 'lay': {
        const givenUp = this.giveUp();
        this.measureOn(() => {
          if (!this.ground) throw new Error(this.obstacle);
          return this.ground.lay(layers);
        });
        return givenUp;
      }
    }
  }

  /** Does without the layers of an order that could not be read. */
  missLayers(request: GroundOrder, reason: string): readonly EngineReply[] {
    if (request.kind === 'prepare') return [{ kind: 'failed', question: request.question, reason }];
    this.baseline = null;
    this.obstacle = reason;
    return this.giveUp();
  }

  /** Builds what `layers` would ask for, and measures the scenario at hand on it. */
  private prepare(question: number, layers: ReadLayers): EngineReply {
    this.prepared = null;
    try {
      const tell = (stage: MeasuringStage, done: number | null): void => this.tell({ kind: 'preparing', question, progress: { stage, done } });
      const baseline = this.ground?.prepare(layers, tell);
      if (baseline) {
        const evaluator = this.evaluatorAlong(baseline);
        this.prepared = { baseline, evaluator };
        tell('scenario', null);
        this.session?.measureAhead(evaluator);
      }
      return { kind: 'prepared', question };
    } catch (problem) {
      this.prepared = null;
      return { kind: 'failed', question, reason: reasonOf(problem) };
    }
  }

  private measureOn(build: () => Baseline): void {
    try {
      this.baseline = build();
      const evaluator = this.prepared?.baseline === this.baseline ? this.prepared.evaluator : this.evaluatorAlong(this.baseline);
      if (this.session) this.session.use(evaluator);
      else this.session = new Session(evaluator);
    } catch (problem) {
      this.baseline = null;
      this.obstacle = reasonOf(problem);
    }
    this.prepared = null;
  }

  private evaluatorAlong(baseline: Baseline): Evaluator {
    return evaluatorOn(baseline, this.network ? { walkingNetwork: this.network } : {});
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
        this.network = request.lines && createWalkingNetwork(request.lines);
        // What was measured ahead walks another way.
        this.prepared = null;
        session.use(this.evaluatorAlong(baseline));
        return [{ kind: 'walked', question, summary: this.network?.summary ?? null }];
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

function isGroundOrder(request: EngineRequest): request is GroundOrder {
  return request.kind === 'open' || request.kind === 'lay' || request.kind === 'prepare';
}

/**
 * Serves requests from a port, and makes draws between them: a portion at a time, so that a newer request is never kept
 * waiting for more than one. While the files of layers are read, what comes after them waits its turn.
 */
export function serveOn(port: { send: (reply: EngineReply) => void }): (request: EngineRequest) => void {
  const service = new EngineService(port.send);
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

  const sendAll = (replies: readonly EngineReply[]): void => {
    for (const reply of replies) port.send(reply);
    ring();
  };

  function serveOrder(request: GroundOrder): Promise<void> | null {
    const { ids, added } = request.layers;
    const whole = added.filter((layer): layer is TakenLayer => !isFiled(layer));
    if (whole.length === added.length) {
      sendAll(service.measureGround(request, { ids, added: whole }));
      return null;
    }
    return Promise.all(added.map(readForMeasuring)).then(
      (read) => sendAll(service.measureGround(request, { ids, added: read })),
      (problem: unknown) => sendAll(service.missLayers(request, reasonOf(problem))),
    );
  }

  /** Resolves when the next request can be served; null for at once. */
  function serve(request: EngineRequest): Promise<void> | null {
    if (isGroundOrder(request)) return serveOrder(request);
    if (request.kind === 'export') void service.export(request).then(port.send);
    else sendAll(service.serve(request));
    return null;
  }

  let busy: Promise<void> | null = null;
  return (request) => {
    const served = busy ? busy.then(() => serve(request) ?? undefined) : serve(request);
    busy = served;
    void served?.then(() => {
      if (busy === served) busy = null;
    });
  };
}
