import type { Dataset } from '../domain/dataset';
import type { TownId } from '../domain/identifiers';
import type { AreaFactsTable } from '../scoring/evaluation';
import type { Moment, ScenarioChanges } from './moment';

/** What came of asking for a change: a moment to apply, nothing to change, or a Norwegian reason why not. */
export type OperationOutcome =
  | { readonly kind: 'moment'; readonly moment: Moment }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly reason: string };

/** What operations need to know beside the scenario itself. */
export interface OperationContext {
  /** Measured of every area of the scenario, with the stations of the programme's last year. */
  readonly facts: AreaFactsTable;
  readonly dataset: Pick<Dataset, 'parameters'>;
}

export const UNCHANGED: OperationOutcome = { kind: 'unchanged' };

/** A change that is turned down. */
export function refused(reason: string): OperationOutcome {
  return { kind: 'refused', reason };
}

/** A change with its Norwegian note. Collections without entries are left out of it. */
export function changed(note: string, changes: ScenarioChanges): OperationOutcome {
  const { areas, ...rest } = changes;
  const all: ScenarioChanges = areas && areas.size > 0 ? { ...rest, areas } : rest;
  return Object.keys(all).length === 0 ? UNCHANGED : { kind: 'moment', moment: { note, changes: all } };
}

/** The name people know a town by; its id where the place does not define it. */
export function townName(context: OperationContext, town: TownId): string {
  return context.dataset.parameters.towns.find((candidate) => candidate.id === town)?.name ?? town;
}
