import type { Dataset } from '../core/domain/dataset';
import type { Evaluation } from '../core/scoring/evaluation';
import type { ScenarioDifference } from './difference';
import type { FactsSheet } from './factsSheet';

/** Sent to the worker. `open` comes first and once. */
export type EngineRequest =
  | { readonly kind: 'open'; readonly dataset: Dataset }
  | { readonly kind: 'evaluate'; readonly question: number; readonly difference: ScenarioDifference };

/** Sent back, one for each `evaluate`, in order. */
export type EngineReply =
  | { readonly kind: 'evaluated'; readonly question: number; readonly evaluation: Evaluation; readonly facts: FactsSheet }
  /** `reason` is what the program says of its failure; it is not meant for the user as it stands. */
  | { readonly kind: 'failed'; readonly question: number; readonly reason: string };

/** The arrays of a message that are handed over instead of copied. */
export function transferablesOf(message: EngineRequest | EngineReply): ArrayBuffer[] {
  switch (message.kind) {
    case 'evaluate':
      return message.difference.dwellings ? [message.difference.dwellings.dwellings.buffer] : [];
    case 'evaluated':
      return [message.facts.rows.buffer];
    case 'open':
    case 'failed':
      return [];
  }
}
