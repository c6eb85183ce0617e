import type { TownId } from './identifiers';

/** How many dwellings, when, and how they are shared out between the towns and the rest of the municipality. */
export interface Programme {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly dwellingsPerYear: number;
  /** Part of all dwellings that goes to the towns, 0–1; the rest is growth outside them. */
  readonly townsShare: number;
  /** Each town's part of what goes to the towns, 0–1; the parts sum to 1. */
  readonly shareByTown: ReadonlyMap<TownId, number>;
  /** Towns whose share stays when another town's share is changed. */
  readonly lockedTowns: ReadonlySet<TownId>;
}

/** A run of years, both ends included. */
export interface Period {
  readonly firstYear: number;
  readonly lastYear: number;
}

export const PERIOD_YEARS = 5;

/** Years of the programme, both ends included. */
export function programmeYears(programme: Pick<Programme, 'firstYear' | 'lastYear'>): number {
  return programme.lastYear - programme.firstYear + 1;
}

/** All dwellings of the programme, up to its last year. */
export function programmeDwellings(programme: Programme): number {
  return programme.dwellingsPerYear * programmeYears(programme);
}

/** Periods of five years from the first year; the last may be shorter. */
export function periodsOf(programme: Pick<Programme, 'firstYear' | 'lastYear'>): readonly Period[] {
  const periods: Period[] = [];
  for (let year = programme.firstYear; year <= programme.lastYear; year += PERIOD_YEARS) {
    periods.push({ firstYear: year, lastYear: Math.min(year + PERIOD_YEARS - 1, programme.lastYear) });
  }
  return periods;
}

/** Dwellings that the programme gives a town in all its years. */
export function townQuota(programme: Programme, town: TownId): number {
  return programmeDwellings(programme) * programme.townsShare * (programme.shareByTown.get(town) ?? 0);
}

/** Dwellings that the programme leaves for growth outside the towns in all its years. */
export function outsideQuota(programme: Programme): number {
  return programmeDwellings(programme) * (1 - programme.townsShare);
}
