import { periodsOf } from '../core/domain/programme';
import type { Scenario } from '../core/domain/scenario';

/** A side of a comparison with all its years. */
export type WholeSide = { readonly kind: 'today' } | { readonly kind: 'scenario'; readonly scenario: Scenario };

/** The last years of the periods of both sides, the very last left out. */
export function periodEnds(sides: readonly WholeSide[]): readonly number[] {
  const ends = sides.flatMap((side) => (side.kind === 'today' ? [] : periodsOf(side.scenario.programme).map(({ lastYear }) => lastYear)));
  return [...new Set(ends)].toSorted((one, other) => one - other).slice(0, -1);
}

/** The last year of so many of a scenario's periods; null for none of them, and for all. */
export function periodEnd({ programme }: Scenario, periods: number | null): number | null {
  return periods === null ? null : (periodsOf(programme)[periods - 1]?.lastYear ?? null);
}
