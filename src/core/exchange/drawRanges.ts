import type { Assessment } from '../scoring/assessment';
import { once } from '../scoring/once';
import { UncertaintyRun, type ScoreRange, type UncertaintyResult } from '../scoring/uncertainty/uncertainty';
import { canonical } from './roundedNumbers';

/** How many draws to make, from which seed. */
export interface DrawsOrder {
  readonly draws: number;
  readonly seed: number;
}

/** Most draws that are made anew for a file that tells of them; one that asks for more would keep the machine busy. */
export const MOST_DRAWS = 100_000;

/** The ranges of one scenario's scores, and how they were drawn. */
export interface DrawnRanges extends DrawsOrder {
  readonly generator: string;
  readonly transit: ScoreRange | null;
  readonly blueGreen: ScoreRange | null;
}

/** What the ranges say and how they came about, in Norwegian, for those who read a file with them. */
export function rangesText({ draws, seed }: DrawsOrder): string {
  return `Spennet går fra 5- til 95-prosentilen av ${draws} trekninger med frø ${seed}: så mye kan poengene endre seg med det som er antatt og det som er unøyaktig.`;
}

/** Draws for scenarios all at once: the same order always gives the same ranges (method §7). */
export function drawRanges(assessments: readonly Assessment[], { draws, seed }: DrawsOrder): UncertaintyResult {
  const run = new UncertaintyRun(assessments, seed);
  run.advance(draws);
  return run.result();
}

const known = new WeakMap<Assessment, Map<string, DrawnRanges>>();

/** Ranges of one scenario for itself, to the digits that an export tells; drawn once for each order. */
export function rangesOf(assessment: Assessment, order: DrawsOrder): DrawnRanges {
  const drawn = once(known, assessment, () => new Map<string, DrawnRanges>());
  const key = `${order.draws} ${order.seed}`;
  const before = drawn.get(key);
  if (before) return before;
  const { generator, seed, draws, scenarios: [scenario] } = drawRanges([assessment], order);
  const ranges = canonical({ generator, seed, draws, transit: scenario?.transit ?? null, blueGreen: scenario?.blueGreen ?? null });
  drawn.set(key, ranges);
  return ranges;
}
