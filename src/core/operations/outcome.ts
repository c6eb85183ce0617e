import type { Dataset } from '../domain/dataset';
import type { TownId } from '../domain/identifiers';
import type { Scenario } from '../domain/scenario';
import type { AreaFactsTable } from '../scoring/evaluation';
import type { Moment, ScenarioChanges } from './moment';

/** A change that can be made of a scenario once all its areas are measured. */
export type Completion = (scenario: Scenario, context: OperationContext) => OperationOutcome;

/** What came of asking for a change: a moment to apply, nothing to change, or a Norwegian reason why not. */
export type OperationOutcome =
  | {
      readonly kind: 'moment';
      readonly moment: Moment;
      /** The rest of the same step, where it has to wait for outlines to be measured. */
      readonly completion?: Completion;
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly reason: string };

/** What operations need to know beside the scenario itself. */
export interface OperationContext {
  /** Measured of the scenario's areas as they lie, with the stations of the programme's last year; new outlines may be missing. */
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
