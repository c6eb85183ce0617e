import type { ReactNode } from 'react';
import type { ScoreRange } from '../../core/scoring/uncertainty/uncertainty';

interface ScoreBarProps {
  /** 0–100, or null when there is none. */
  readonly score: number | null;
  /** A second score to hold it against, such as today's. */
  readonly tick?: number | null;
  /** The whisker: where 5–95 % of the draws lie, when that is known. */
  readonly range?: ScoreRange | null;
  readonly tone: 'transit' | 'blue-green';
  readonly coarse?: boolean;
}

/** A score as a bar of 0–100. The number beside it says the same to screen readers. */
export function ScoreBar({ score, tick = null, range = null, tone, coarse = false }: ScoreBarProps): ReactNode {
  return (
    <div className={`score-bar is-${tone}${coarse ? ' is-coarse' : ''}`} aria-hidden="true">
      <div className="score-bar-track">
        <div className="score-bar-fill" style={{ width: `${score ?? 0}%` }} />
      </div>
      {range === null ? null : (
        <div className="score-bar-whisker" style={{ left: `${range.low}%`, width: `${range.high - range.low}%` }} />
      )}
      {tick === null ? null : <div className="score-bar-tick" style={{ left: `${tick}%` }} />}
    </div>
  );
}
