import type { ReactNode } from 'react';
import type { ScoreRange } from '../../core/scoring/uncertainty/uncertainty';
import { formatNumber } from '../format/numbers';
import { RESULT_WORDS } from '../words/result';
import { useShownRanges } from './useShownRanges';

/** The range of a score beside its number, when it is known. */
export function RangeText({ score }: { readonly score: 'transit' | 'blueGreen' }): ReactNode {
  const ranges = useShownRanges();
  const range: ScoreRange | null = ranges?.[score] ?? null;
  if (!ranges || !range) return null;
  const why = RESULT_WORDS.rangeWhy(ranges.draws, ranges.seed);
  return (
    <span className="score-range number" title={why} data-testid={`${score}-range`}>
      {RESULT_WORDS.range(formatNumber(range.low), formatNumber(range.high))}
      <span className="sr-only"> ({why})</span>
    </span>
  );
}
