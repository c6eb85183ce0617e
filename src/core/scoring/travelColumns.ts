import { ACCESSIBILITY_BANDS } from './evaluation';
import type { MeasuredArea } from './measuredArea';
import type { Travel } from './travel';

/** Where the figures of a `Travel` lie in a row of numbers. */
export const TRAVEL_FIGURES = { score: 0, share500: 1, share1000: 2, walkMinutes: 3, accessibilityIndex: 4, bands: 5 } as const;

export const TRAVEL_ROW_LENGTH = TRAVEL_FIGURES.bands + ACCESSIBILITY_BANDS.length;

const NOT_FOUND = 0;
const FOUND = 1;
const NO_HOMES = 2;

/** Writes the figures of a travel to a row of numbers. */
export function writeTravelRow(travel: Travel, rows: Float64Array, start: number): void {
  rows[start + TRAVEL_FIGURES.score] = travel.score;
  rows[start + TRAVEL_FIGURES.share500] = travel.share500;
  rows[start + TRAVEL_FIGURES.share1000] = travel.share1000;
  rows[start + TRAVEL_FIGURES.walkMinutes] = travel.walkMinutes;
  rows[start + TRAVEL_FIGURES.accessibilityIndex] = travel.accessibilityIndex;
  rows.set(travel.bandShares, start + TRAVEL_FIGURES.bands);
}

/** Transit proximity of each area's homes, as objects and as rows of numbers: found when it is asked for, and then kept. */
export class TravelColumns {
  /** `TRAVEL_ROW_LENGTH` figures for each area; those of an area stand once `rowOf` has been asked for it. */
  readonly rows: Float64Array;
  private readonly areas: readonly MeasuredArea[];
  private readonly find: (area: MeasuredArea) => Travel | null;
  private readonly states: Uint8Array;

  constructor(areas: readonly MeasuredArea[], find: (area: MeasuredArea) => Travel | null) {
    this.areas = areas;
    this.find = find;
    this.states = new Uint8Array(areas.length);
    this.rows = new Float64Array(areas.length * TRAVEL_ROW_LENGTH);
  }

  /** Where in `rows` the figures of the area at a position begin; -1 when it has no homes. */
  rowOf(position: number): number {
    const start = position * TRAVEL_ROW_LENGTH;
    let state = this.states[position]!;
    if (state === NOT_FOUND) {
      const travel = this.at(position);
      state = travel ? FOUND : NO_HOMES;
      if (travel) writeTravelRow(travel, this.rows, start);
      this.states[position] = state;
    }
    return state === FOUND ? start : -1;
  }

  /** Transit proximity of the area at a position; null when it has no homes. */
  at(position: number): Travel | null {
    return this.find(this.areas[position]!);
  }
}
