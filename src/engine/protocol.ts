import type { Dataset } from '../core/domain/dataset';
import type { Scenario } from '../core/domain/scenario';
import type { LonLatMultiPolygon } from '../core/geometry/shapes';
import type { TakenLayer } from '../core/import/takenLayer';
import type { NetworkSummary } from '../core/network/walkingNetwork';
import type { WalkingLines } from '../core/network/walkingLines';
import type { ExportedFile } from '../core/exchange/exportFiles';
import type { BaselineStage } from '../core/scoring/baseline';
import type { Evaluation } from '../core/scoring/evaluation';
import type { ExplainedId, Explanation } from '../core/scoring/explanation';
import type { GroundSurvey } from '../core/scoring/survey';
import type { UncertaintyResult } from '../core/scoring/uncertainty/uncertainty';
import type { AnswerDifference } from './answer';
import type { ScenarioDifference } from './difference';
import type { ExportOrder } from './export/writeExport';
import type { FiledLayer } from './layerFile';

/** How many draws to make, from which seed. */
export interface DrawOrder {
  readonly draws: number;
  readonly seed: number;
}

/** Layers of the user's own in their order; those that the engine has not are told whole, or with the files they are in. */
export interface LayerOrder<Layer extends TakenLayer | FiledLayer = TakenLayer | FiledLayer> {
  readonly ids: readonly string[];
  readonly added: readonly Layer[];
}

/** What the engine is at when it measures the ground anew: stages of the baseline, and the scenario at hand last. */
export type MeasuringStage = BaselineStage | 'scenario';

/** How far the measuring of new ground has come. */
export interface MeasuringProgress {
  readonly stage: MeasuringStage;
  /** Part of the stage, 0–1; null while there is nothing to go by. */
  readonly done: number | null;
}

/** Sent to the worker. `open` comes first and once; the others are an order to lay layers, and questions, each with a number of its own. */
export type EngineRequest =
  /** `layers`: the user's own, packed, to be laid into the data set. */
  | { readonly kind: 'open'; readonly dataset: Dataset; readonly layers: LayerOrder }
  /** Measures on these layers of the user's own from now on. What is drawn is given up. */
  | { readonly kind: 'lay'; readonly layers: LayerOrder }
  /** Measures the ground with these layers while nothing is asked, since they are likely to be laid next. */
  | { readonly kind: 'prepare'; readonly question: number; readonly layers: LayerOrder }
  | { readonly kind: 'walk'; readonly question: number; readonly lines: WalkingLines | null }
  | { readonly kind: 'evaluate'; readonly question: number; readonly difference: ScenarioDifference }
  | {
      readonly kind: 'explain';
      readonly question: number;
      readonly difference: ScenarioDifference;
      readonly indicator: ExplainedId;
      /** The moment it speaks of: 0 for today, so many of the first periods, null for all of them. */
      readonly periods: number | null;
    }
  /** The ground under a stroke that is being drawn. Draws under way go on. */
  | { readonly kind: 'survey'; readonly question: number; readonly outline: LonLatMultiPolygon }
  /** Ranges of the scenario at hand. Given up when any later question comes that changes what is drawn. */
  | {
      readonly kind: 'draw';
      readonly question: number;
      readonly difference: ScenarioDifference;
      readonly order: DrawOrder;
    }
  /** Evaluations and common draws of several scenarios. */
  | {
      readonly kind: 'rank';
      readonly question: number;
      readonly scenarios: readonly Scenario[];
      readonly order: DrawOrder;
    }
  /** Scenarios as files. Draws under way go on. */
  | {
      readonly kind: 'export';
      readonly question: number;
      readonly scenarios: readonly Scenario[];
      readonly order: ExportOrder;
    };

/** Sent back: one for each question, and for draws one after each portion until `isLast`. */
export type EngineReply =
  | { readonly kind: 'walked'; readonly question: number; readonly summary: NetworkSummary | null }
  | { readonly kind: 'prepared'; readonly question: number }
  /** How far preparing has come; more than one for a question. */
  | { readonly kind: 'preparing'; readonly question: number; readonly progress: MeasuringProgress }
  | { readonly kind: 'evaluated'; readonly question: number; readonly answer: AnswerDifference }
  | { readonly kind: 'surveyed'; readonly question: number; readonly survey: GroundSurvey }
  | { readonly kind: 'explained'; readonly question: number; readonly explanation: Explanation }
  | {
      readonly kind: 'drawn';
      readonly question: number;
      /** In the order of the scenarios. */
      readonly evaluations: readonly Evaluation[];
      readonly uncertainty: UncertaintyResult;
      readonly isLast: boolean;
    }
  | { readonly kind: 'exported'; readonly question: number; readonly files: readonly ExportedFile[] }
  /** Files that could not be written; the engine is as it was. */
  | { readonly kind: 'notExported'; readonly question: number; readonly reason: string }
  /** Draws that were given up for something newer. */
  | { readonly kind: 'superseded'; readonly question: number }
  /** `reason` is what the program says of its failure; it is not meant for the user as it stands. */
  | { readonly kind: 'failed'; readonly question: number; readonly reason: string };

/** The arrays of a message that are handed over instead of copied. */
export function transferablesOf(message: EngineRequest | EngineReply): ArrayBuffer[] {
  switch (message.kind) {
    case 'evaluate':
    case 'explain':
    case 'draw': {
      const { dwellings } = message.difference;
      return dwellings ? [dwellings.positions.buffer, dwellings.dwellings.buffer] : [];
    }
    case 'evaluated': {
      const { figures, facts } = message.answer;
      return [...(figures instanceof Float64Array ? [figures.buffer] : []), ...(facts ? [facts.changed.rows.buffer] : [])];
    }
    case 'exported':
      return message.files.flatMap(({ content }) => (typeof content === 'string' || !(content.buffer instanceof ArrayBuffer) ? [] : [content.buffer]));
    default:
      return [];
  }
}
