import type { ReactNode } from 'react';
import type { ScoreRange } from '../../core/scoring/uncertainty/uncertainty';
import { formatNumber } from '../format/numbers';
import { ScoreBar } from '../parts/ScoreBar';
import { COMPARE_WORDS } from '../words/compare';

interface ScoreCellProps {
  readonly score: number | null;
  readonly range: ScoreRange | null;
  readonly tick?: number | null;
  readonly tone: 'transit' | 'blue-green';
  readonly coarse?: boolean;
}

/** A score with its bar, its range as a whisker, and the range in figures. */
export function ScoreCell({ score, range, tick = null, tone, coarse = false }: ScoreCellProps): ReactNode {
  return (
    <td className="compare-score">
      <span className="number is-strong">{formatNumber(score, 1)}</span>
      <span className="compare-range number">{range ? COMPARE_WORDS.range(range.low, range.high) : ''}</span>
      <ScoreBar score={score} range={range} tick={tick} tone={tone} coarse={coarse} />
    </td>
  );
}
