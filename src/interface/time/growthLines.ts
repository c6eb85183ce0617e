import type { TownId } from '../../core/domain/identifiers';
import type { Evaluation } from '../../core/scoring/evaluation';

/** Dwellings placed by the end of each period, 0 first. */
export interface GrowthLine {
  readonly town: TownId | null;
  readonly placed: readonly number[];
}

/** The cumulative growth of every town, then of what is outside them. */
export function growthLines({ periods, towns }: Pick<Evaluation, 'periods' | 'towns'>): readonly GrowthLine[] {
  return [
    ...towns.map(({ town }, index) => ({ town, placed: [0, ...periods.map((period) => period.towns[index]?.placed ?? 0)] })),
    { town: null, placed: [0, ...periods.map(({ outside }) => outside.inAreas + outside.spread)] },
  ];
}

/** The round number at or above `value` that the axis ends at: 1, 2 or 5 times a power of ten. */
export function axisEnd(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return (([1, 2, 5].find((step) => step * power >= value) ?? 10) * power);
}

/**
 * Heights for labels at `wanted`, moved apart so that none is nearer the next than `gap`, within `bottom`. They keep
 * their order.
 */
export function apart(wanted: readonly number[], gap: number, bottom: number): readonly number[] {
  const order = wanted.map((height, index) => ({ height, index })).toSorted((one, other) => one.height - other.height);
  const placed: number[] = [];
  let limit = -Infinity;
  for (const { height } of order) {
    limit = Math.max(height, limit + gap);
    placed.push(limit);
  }
  let ceiling = bottom;
  for (let at = placed.length - 1; at >= 0; at -= 1) {
    placed[at] = Math.min(placed[at] ?? 0, ceiling);
    ceiling = (placed[at] ?? 0) - gap;
  }
  const heights = wanted.map(() => 0);
  for (const [at, { index }] of order.entries()) heights[index] = placed[at] ?? 0;
  return heights;
}
