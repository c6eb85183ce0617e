import type { Dataset } from '../domain/dataset';
import type { Scenario } from '../domain/scenario';
import type { AreaId } from '../domain/identifiers';
import type { Assessment } from '../scoring/assessment';
import type { AreaFactsTable, ConflictKind, Evaluation } from '../scoring/evaluation';
import type { DrawnRanges } from './drawRanges';
import type { NetworkIdentity } from './networkIdentity';
import type { MapRaster } from './report/mapRaster';

/** A scenario, what it scores and what is measured of its areas, all on one data set. */
export interface ExportedScenario {
  readonly scenario: Scenario;
  readonly evaluation: Evaluation;
  readonly facts: AreaFactsTable;
  readonly dataset: Dataset;
  /** What the walks followed; null when they are the straight line times the detour factor. */
  readonly walkingNetwork: NetworkIdentity | null;
  /** Left out or null where none are told. */
  readonly ranges?: DrawnRanges | null;
  /** Rasters that lie on the ground where it is drawn, the last uppermost; they count in no number. Left out where there are none. */
  readonly rasters?: readonly MapRaster[];
}

/** A scenario as it was assessed, ready to leave. */
export function exportedOf(
  { scenario, evaluation, facts, baseline }: Assessment,
  walkingNetwork: NetworkIdentity | null,
  ranges: DrawnRanges | null = null,
): ExportedScenario {
  return { scenario, evaluation, facts, dataset: baseline.dataset, walkingNetwork, ranges };
}

const CONFLICT_NAMES: Readonly<Record<ConflictKind, string>> = {
  marka: 'Marka',
  sea: 'sjø',
  farmland: 'dyrka mark',
  shoreBelt: 'strandsonen',
  watercourseBelt: 'belte langs vassdrag',
  natureReserve: 'naturvernområde',
  flood: 'flomsone',
  quickClay: 'kvikkleiresone',
  noise: 'støysone',
  valuableNature: 'verdifull natur',
  protection: 'vern i planen',
};

/** What each area meets that is to be spared; areas that meet nothing are left out. */
export function conflictsByArea({ conflicts }: Evaluation): ReadonlyMap<AreaId, readonly ConflictKind[]> {
  const kinds = new Map<AreaId, readonly ConflictKind[]>();
  for (const { area, kind } of conflicts) kinds.set(area, [...(kinds.get(area) ?? []), kind]);
  return kinds;
}

/** Conflicts in words, with commas between; empty for none. */
export function conflictText(kinds: readonly ConflictKind[] | undefined): string {
  return (kinds ?? []).map((kind) => CONFLICT_NAMES[kind]).join(', ');
}
