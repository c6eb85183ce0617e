import type { ScoreRange, UncertaintyResult } from '../core/scoring/uncertainty/uncertainty';

/** What common draws of the two say. */
export interface DrawnDifference {
  /** Share of the draws in which the second has the higher score, 0–1; null where either has none. */
  readonly secondHigher: { readonly transit: number | null; readonly blueGreen: number | null };
  /** The same for each part of the blue-green score, in the order of `PART_IDS`. */
  readonly secondHigherParts: readonly (number | null)[];
  readonly first: { readonly transit: ScoreRange | null; readonly blueGreen: ScoreRange | null };
  readonly second: { readonly transit: ScoreRange | null; readonly blueGreen: ScoreRange | null };
  readonly draws: number;
}

/** What draws of a first and a second scenario say; null where they say nothing of two. */
export function drawnOf({ pairs, parts, scenarios, draws }: UncertaintyResult): DrawnDifference | null {
  const [shares] = pairs;
  const [first, second] = scenarios;
  if (!shares || !first || !second) return null;
  const rest = (share: number | null): number | null => (share === null ? null : 1 - share);
  const secondHigher = { transit: rest(shares.transit), blueGreen: rest(shares.blueGreen) };
  return { secondHigher, secondHigherParts: parts[0]?.shares.map(rest) ?? [], first, second, draws };
}
