import type { ScoreRange, UncertaintyResult } from '../core/scoring/uncertainty/uncertainty';

const formats = [0, 1, 2].map(
  (decimals) => new Intl.NumberFormat('nb-NO', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
);

/** A number in Norwegian with fixed decimals; a dash where there is none. */
export function fixed(value: number | null, decimals: 0 | 1 | 2 = 1): string {
  if (value === null) return '–';
  // Adding zero turns −0 into 0; so does what rounds to it.
  const text = formats[decimals]?.format(value + 0) ?? '';
  return /^[−-][0,]+$/u.test(text) ? text.slice(1) : text;
}

/** A part of one as a percentage. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${fixed(share * 100)} %`;
}

/** A number with its unit; a dash where there is none. */
export function withUnit(value: number | null, unit: string, decimals: 0 | 1 | 2 = 1): string {
  return value === null ? '–' : `${fixed(value, decimals)} ${unit}`;
}

/** 5 and 95 % of the draws of a score; a dash where there is none. */
export function rangeOf(range: ScoreRange | null): string {
  return range === null ? '–' : `${fixed(range.low)}–${fixed(range.high)}`;
}

/** What the draws were made by, so that anyone can make them again. */
export function drawnFrom({ generator, seed, draws }: Pick<UncertaintyResult, 'generator' | 'seed' | 'draws'>): string {
  return `5–95 % av ${fixed(draws, 0)} trekninger: ${generator}, frø ${seed}`;
}
