import type { Assessment } from '../scoring/assessment';
import { UncertaintyRun, type UncertaintyResult } from '../scoring/uncertainty/uncertainty';

/** How many draws to make, from which seed. */
export interface DrawsOrder {
  readonly draws: number;
  readonly seed: number;
}

/** Draws for scenarios all at once: the same order always gives the same ranges (method §7). */
export function drawRanges(assessments: readonly Assessment[], { draws, seed }: DrawsOrder): UncertaintyResult {
  const run = new UncertaintyRun(assessments, seed);
  run.advance(draws);
  return run.result();
}
