import { areaDwellings } from '../core/domain/developmentArea';
import type { AreaId } from '../core/domain/identifiers';
import type { Scenario } from '../core/domain/scenario';
import { areaDensity } from '../core/scoring/areaDensity';
import type { AreaFactsTable, Conflict } from '../core/scoring/evaluation';

/** What the map shows of an area besides its ground. */
export interface AreaState {
  /** Placed dwellings per daa of land, 0 when nothing is known or placed. */
  readonly density: number;
  readonly overCapacity: boolean;
  readonly forbidden: boolean;
}

/** Dwellings over capacity by less than this come from rounding of fractions. */
const CAPACITY_TOLERANCE = 1e-6;

/** The state of every area of the scenario, with dwellings of its first `periods` periods. */
export function areaStates(
  scenario: Pick<Scenario, 'areas'>,
  facts: AreaFactsTable | null,
  conflicts: readonly Conflict[],
  periods?: number,
): ReadonlyMap<AreaId, AreaState> {
  const forbidden = new Set(conflicts.filter(({ severity }) => severity === 'forbidden').map(({ area }) => area));
  const states = new Map<AreaId, AreaState>();
  for (const [id, area] of scenario.areas) {
    const dwellings = areaDwellings(area, periods);
    const known = facts?.get(id);
    states.set(id, {
      density: areaDensity(area, known, periods),
      overCapacity: known !== undefined && dwellings > known.capacity + CAPACITY_TOLERANCE,
      forbidden: forbidden.has(id),
    });
  }
  return states;
}

function same(one: AreaState | undefined, other: AreaState): boolean {
  return (
    one !== undefined &&
    one.density === other.density &&
    one.overCapacity === other.overCapacity &&
    one.forbidden === other.forbidden
  );
}

/** The states that differ from what is shown, so that a drag of a slider touches no more than it must. */
export function changedStates(
  shown: ReadonlyMap<AreaId, AreaState>,
  wanted: ReadonlyMap<AreaId, AreaState>,
): readonly (readonly [AreaId, AreaState])[] {
  return [...wanted].filter(([id, state]) => !same(shown.get(id), state));
}
