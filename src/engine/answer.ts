import type { AreaId } from '../core/domain/identifiers';
import type { AreaFacts, AreaFactsTable, Evaluation } from '../core/scoring/evaluation';
import type { EvaluatedScenario } from '../core/scoring/assessment';
import { packFacts, unpackFacts, type FactsSheet } from './factsSheet';
import { figuresOf, withFigures } from './figures';

/** What of an evaluation is sent whole, when it is another object than before. */
const WHOLE_FIELDS = ['methodVersion', 'datasetHash', 'today', 'conflicts', 'permitted', 'notes'] as const;

type WholeField = (typeof WHOLE_FIELDS)[number];

type EvaluationFigures = Omit<Evaluation, WholeField>;

/** What makes one answer of the one before. What is left out is as it was. */
export interface AnswerDifference {
  readonly whole: Partial<Pick<Evaluation, WholeField>>;
  /** The other fields: their numbers alone, or all of them when they have another form than before. */
  readonly figures: Float64Array<ArrayBuffer> | EvaluationFigures;
  readonly facts: FactsDifference | null;
}

interface FactsDifference {
  /** True when it starts from an empty table. */
  readonly fromScratch: boolean;
  readonly changed: FactsSheet;
}

function figureFields(evaluation: Evaluation): EvaluationFigures {
  const {
    methodVersion: _version,
    datasetHash: _hash,
    today: _today,
    conflicts: _conflicts,
    permitted: _permitted,
    notes: _notes,
    ...figures
  } = evaluation;
  return figures;
}

/** Packs answers for sending, each as its difference from the one before. */
export class AnswerSender {
  private previous: EvaluatedScenario | null = null;
  private previousFigures: EvaluationFigures | null = null;

  /** Sends the next answer whole. */
  startOver(): void {
    this.previous = null;
    this.previousFigures = null;
  }

  /** What is to be sent of an answer. */
  pack(answer: EvaluatedScenario): AnswerDifference {
    const before = this.previous;
    const figures = figureFields(answer.evaluation);
    const difference: AnswerDifference = {
      whole: wholeFields(before?.evaluation ?? null, answer.evaluation),
      figures: (this.previousFigures && figuresOf(this.previousFigures, figures)) ?? figures,
      facts: factsDifference(before?.facts ?? null, answer.facts),
    };
    this.previous = answer;
    this.previousFigures = figures;
    return difference;
  }
}

/** Puts answers together again from their differences. */
export class AnswerReceiver {
  private previous: EvaluatedScenario | null = null;

  /** @throws Error when the difference builds on an answer that never came. */
  unpack({ whole, figures, facts }: AnswerDifference): EvaluatedScenario {
    const { previous } = this;
    const evaluation = { ...previous?.evaluation, ...whole, ...this.figuresAfter(figures) };
    if (!isEvaluation(evaluation)) throw new Error('An answer came before the one that it builds on.');
    this.previous = { evaluation, facts: factsAfter(previous?.facts ?? new Map(), facts) };
    return this.previous;
  }

  private figuresAfter(figures: AnswerDifference['figures']): EvaluationFigures {
    if (!(figures instanceof Float64Array)) return figures;
    if (!this.previous) throw new Error('Numbers came before the answer that they belong to.');
    return withFigures(figureFields(this.previous.evaluation), figures);
  }
}

function isEvaluation(fields: Partial<Evaluation>): fields is Evaluation {
  return WHOLE_FIELDS.every((field) => fields[field] !== undefined);
}

function wholeFields(before: Evaluation | null, after: Evaluation): AnswerDifference['whole'] {
  const { methodVersion, datasetHash, today, conflicts, permitted, notes } = after;
  return {
    ...(before?.methodVersion === methodVersion ? {} : { methodVersion }),
    ...(before?.datasetHash === datasetHash ? {} : { datasetHash }),
    ...(before?.today === today ? {} : { today }),
    ...(before?.conflicts === conflicts ? {} : { conflicts }),
    ...(before?.permitted === permitted ? {} : { permitted }),
    ...(before && haveSameTexts(before.notes, notes) ? {} : { notes }),
  };
}

function haveSameTexts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}

function factsDifference(before: AreaFactsTable | null, after: AreaFactsTable): FactsDifference | null {
  if (before === after) return null;
  if (!before || !haveSameAreas(before, after)) return { fromScratch: true, changed: packFacts(after) };
  const changed = new Map<AreaId, AreaFacts>();
  for (const [id, facts] of after) if (before.get(id) !== facts) changed.set(id, facts);
  return changed.size > 0 ? { fromScratch: false, changed: packFacts(changed) } : null;
}

function haveSameAreas(one: AreaFactsTable, other: AreaFactsTable): boolean {
  if (one.size !== other.size) return false;
  for (const id of other.keys()) if (!one.has(id)) return false;
  return true;
}

function factsAfter(before: AreaFactsTable, difference: FactsDifference | null): AreaFactsTable {
  if (!difference) return before;
  const changed = unpackFacts(difference.changed);
  if (difference.fromScratch) return changed;
  const after = new Map(before);
  for (const [id, facts] of changed) after.set(id, facts);
  return after;
}
