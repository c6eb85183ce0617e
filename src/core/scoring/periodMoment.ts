import type { BlueGreenResult, DwellingAccount, Evaluation, OutsideResult, TownResult, TransitResult } from './evaluation';

/** What a scenario comes to at one moment: today, or the end of one of its periods. */
export interface PeriodMoment {
  /** The last year counted, or null for today. */
  readonly year: number | null;
  readonly transit: TransitResult;
  /** Null today: nothing is built on anything yet. */
  readonly blueGreen: BlueGreenResult | null;
  readonly dwellings: DwellingAccount | null;
  readonly persons: number;
  readonly towns: readonly TownResult[];
  readonly outside: OutsideResult | null;
}

/**
 * What `evaluation` says of the end of its first `periods` periods.
 * @param periods 0 for today; null, or more than there are, for the whole programme
 */
export function momentOf(evaluation: Evaluation, periods: number | null): PeriodMoment {
  if (periods === 0) {
    return {
      year: null,
      transit: evaluation.today,
      blueGreen: null,
      dwellings: null,
      persons: 0,
      towns: [],
      outside: null,
    };
  }
  const last = evaluation.periods.length;
  const result = evaluation.periods[Math.min(periods ?? last, last) - 1];
  if (!result) throw new RangeError('An evaluation has at least one period.');
  return { ...result, year: result.period.lastYear };
}
