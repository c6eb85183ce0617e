import type { Dataset } from '../core/domain/dataset';
import type { Scenario } from '../core/domain/scenario';
import type { TakenLayer } from '../core/import/takenLayer';
import type { LonLatMultiPolygon } from '../core/geometry/shapes';
import type { NetworkSummary } from '../core/network/walkingNetwork';
import type { WalkingLines } from '../core/network/walkingLines';
import type { ExportedFile } from '../core/exchange/exportFiles';
import type { Evaluation } from '../core/scoring/evaluation';
import type { EvaluatedScenario } from '../core/scoring/assessment';
import type { ExplainedId, Explanation } from '../core/scoring/explanation';
import type { GroundSurvey } from '../core/scoring/survey';
import type { UncertaintyResult } from '../core/scoring/uncertainty/uncertainty';
import { AnswerReceiver } from './answer';
import { scenarioDifference } from './difference';
import type { ExportOrder } from './export/writeExport';
import { filed } from './layerFile';
import { openWorkerLine, type EngineLine, type OpenLine } from './line';
import { OutlineNumbers } from './outlineNumbers';
import type { DrawOrder, EngineReply, EngineRequest, LayerOrder, MeasuringProgress } from './protocol';

/** What the draws so far say of one or more scenarios. */
export interface Drawn {
  readonly evaluations: readonly Evaluation[];
  readonly uncertainty: UncertaintyResult;
  readonly isLast: boolean;
}

/**
 * Scores scenarios of one data set beside the page. Answers come in the order of the questions, and only what changed
 * since the last one is sent. What cannot be answered rejects with a Norwegian text for the user; the next question
 * starts afresh.
 */
export interface EngineClient {
  readonly evaluate: (scenario: Scenario) => Promise<EvaluatedScenario>;
  /** @param periods the moment: 0 for today, so many of the first periods, null for all of them. */
  readonly explain: (scenario: Scenario, indicator: ExplainedId, periods: number | null) => Promise<Explanation>;
  /** Measures the ground under a stroke that is being drawn. */
  readonly survey: (outline: LonLatMultiPolygon) => Promise<GroundSurvey>;
  /**
   * Draws for a scenario; `onDrawn` hears of every portion. Resolves to true after the last, to false when a newer
   * question put an end to it.
   */
  readonly draw: (scenario: Scenario, order: DrawOrder, onDrawn: (drawn: Drawn) => void) => Promise<boolean>;
  /** As `draw`, of several scenarios with common draws. */
  readonly rank: (scenarios: readonly Scenario[], order: DrawOrder, onDrawn: (drawn: Drawn) => void) => Promise<boolean>;
  /** Walks along a network from now on, or along none; the summary of the network. */
  readonly walk: (lines: WalkingLines | null) => Promise<NetworkSummary | null>;
  /** Writes scenarios as files, along the network in use. */
  readonly export: (scenarios: readonly Scenario[], order: ExportOrder) => Promise<readonly ExportedFile[]>;
  /** Measures on these layers of the user's own from now on. */
  readonly lay: (taken: readonly TakenLayer[]) => void;
  /**
   * Measures the ground with these layers while nothing else is asked: `lay` of the same is then a matter of moments.
   * What was prepared before is forgotten; with the layers in use, nothing else is done. Resolves to true when it is done,
   * to false when it was given up.
   *
   * @param onProgress hears how far it has come
   */
  readonly prepare: (taken: readonly TakenLayer[], onProgress?: (progress: MeasuringProgress) => void) => Promise<boolean>;
  /** Stops what is being prepared at once, by starting anew on the layers in use; other questions are asked again. */
  readonly giveUpPreparing: () => void;
  /** Stops the engine; unanswered questions are rejected. */
  readonly close: () => void;
}

interface Question {
  /** Takes a reply; true when it was the last one. */
  readonly take: (reply: EngineReply) => boolean;
  readonly reject: (problem: Error) => void;
  readonly request: () => Asked;
  /** Ends it without its being answered; null for what is not given up. */
  readonly giveUp: (() => void) | null;
}

type RequestOf<Kind extends EngineRequest['kind']> = Omit<Extract<EngineRequest, { kind: Kind }>, 'question'>;
type Asked = { [Kind in Exclude<EngineRequest['kind'], 'open' | 'lay'>]: RequestOf<Kind> }[Exclude<EngineRequest['kind'], 'open' | 'lay'>];

function reasonOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}

function problemFor(reason: string): Error {
  return new Error(
    `Tallene kunne ikke beregnes (${reason}). Det som vises, gjelder før siste endring. Angre endringen, eller last siden på nytt.`,
  );
}

/** Files, or why they could not be written. */
function filesIn(reply: EngineReply): readonly ExportedFile[] | Error | undefined {
  if (reply.kind === 'notExported') return new Error(`Filen kunne ikke lages (${reply.reason}). Prøv en gang til. Arbeidet ditt er urørt.`);
  return reply.kind === 'exported' ? reply.files : undefined;
}

/**
 * Starts the engine on a data set with the user's own layers in it. An engine that breaks down is started again by the
 * next question.
 */
export function createEngineClient(
  dataset: Dataset,
  openLine: OpenLine = openWorkerLine,
  taken: readonly TakenLayer[] = [],
): EngineClient {
  const numbers = new OutlineNumbers();
  const answers = new AnswerReceiver();
  const questions = new Map<number, Question>();
  let latestQuestion = 0;
  let line: EngineLine | null = null;
  let network: WalkingLines | null = null;
  let inUse = taken;
  /** Layers that the engine at the other end has. */
  let told: ReadonlySet<TakenLayer> = new Set();
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
    if (reply.kind === 'failed') {
      known = null;
      questions.delete(reply.question);
      question?.reject(problemFor(reply.reason));
      return;
    }
    try {
      if (question?.take(reply)) questions.delete(reply.question);
    } catch (problem) {
      stop(reasonOf(problem));
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
    told = new Set();
    started.send({ kind: 'open', dataset, layers: orderOf(inUse) });
    told = new Set(inUse);
    if (network) started.send({ kind: 'walk', question: 0, lines: network });
    return started;
  }

  function orderOf(layers: readonly TakenLayer[]): LayerOrder {
    return { ids: layers.map(({ id }) => id), added: layers.filter((layer) => !told.has(layer)).map(filed) };
  }

  /** Asks; `answerIn` finds the answer in a reply, or undefined while there is more to come. */
  function ask<Answer>(
    request: () => Asked,
    answerIn: (reply: EngineReply) => Answer | undefined,
    givenUp: { readonly answer: Answer } | null = null,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      latestQuestion += 1;
      const question = latestQuestion;
      questions.set(question, {
        reject,
        request,
        giveUp: givenUp && (() => resolve(givenUp.answer)),
        take(reply) {
          const answer = answerIn(reply);
          if (answer === undefined) return false;
          resolve(answer);
          return true;
        },
      });
      try {
        const open = line ?? start();
        open.send({ ...request(), question });
      } catch (problem) {
        stop(reasonOf(problem));
      }
    });
  }

  function differenceTo(scenario: Scenario): ReturnType<typeof scenarioDifference> {
    const difference = scenarioDifference(known, scenario, numbers);
    known = scenario;
    return difference;
  }

  function hearDraws(onDrawn: (drawn: Drawn) => void): (reply: EngineReply) => boolean | undefined {
    return (reply) => {
      if (reply.kind === 'superseded') return false;
      if (reply.kind !== 'drawn') return undefined;
      const { evaluations, uncertainty, isLast } = reply;
      onDrawn({ evaluations, uncertainty, isLast });
      return isLast ? true : undefined;
    };
  }

  // At once, so that the baseline is under way before the first question.
  start();

  return {
    evaluate: (scenario) =>
      ask(
        () => ({ kind: 'evaluate', difference: differenceTo(scenario) }),
        (reply) => (reply.kind === 'evaluated' ? answers.unpack(reply.answer) : undefined),
      ),
    explain: (scenario, indicator, periods) =>
      ask(
        () => ({ kind: 'explain', difference: differenceTo(scenario), indicator, periods }),
        (reply) => (reply.kind === 'explained' ? reply.explanation : undefined),
      ),
    survey: (outline) =>
      ask(
        () => ({ kind: 'survey', outline }),
        (reply) => (reply.kind === 'surveyed' ? reply.survey : undefined),
      ),
    draw: (scenario, order, onDrawn) =>
      ask(() => ({ kind: 'draw', difference: differenceTo(scenario), order }), hearDraws(onDrawn)),
    rank: (scenarios, order, onDrawn) => ask(() => ({ kind: 'rank', scenarios, order }), hearDraws(onDrawn)),
    walk: (lines) => {
      network = lines;
      return ask(
        () => ({ kind: 'walk', lines }),
        (reply) => (reply.kind === 'walked' ? reply.summary : undefined),
      );
    },
    async export(scenarios, order) {
      const answer = await ask(() => ({ kind: 'export', scenarios, order }), filesIn);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    lay(next) {
      inUse = next;
      // One that has stopped is told when it starts.
      line?.send({ kind: 'lay', layers: orderOf(next) });
      told = new Set(next);
    },
    prepare: (next, onProgress) =>
      ask(
        () => {
          const layers = orderOf(next);
          told = new Set([...inUse, ...next]);
          return { kind: 'prepare', layers };
        },
        (reply) => {
          if (reply.kind === 'preparing') onProgress?.(reply.progress);
          return reply.kind === 'prepared' ? true : undefined;
        },
        { answer: false },
      ),
    giveUpPreparing() {
      const givenUp = [...questions].filter(([, { giveUp }]) => giveUp !== null);
      if (givenUp.length === 0) return;
      for (const [number, { giveUp }] of givenUp) {
        questions.delete(number);
        giveUp?.();
      }
      line?.close();
      line = null;
      known = null;
      const started = start();
      for (const [question, { request }] of questions) started.send({ ...request(), question });
    },
    close: () => stop('beregningen er avsluttet'),
  };
}
