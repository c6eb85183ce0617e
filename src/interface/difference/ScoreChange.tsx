import type { ReactNode } from 'react';
import { leadOf } from '../../core/scoring/ranking';
import type { Change } from '../../core/scoring/evaluationDifference';
import type { DrawnDifference } from '../../state/drawnDifference';
import { formatNumber } from '../format/numbers';
import { formatSigned } from '../format/signed';
import { ScoreBar } from '../parts/ScoreBar';
import { DIFFERENCE_WORDS } from '../words/difference';

interface ScoreChangeProps {
  readonly score: 'transit' | 'blueGreen';
  readonly change: Change;
  readonly drawn: DrawnDifference | null;
  /** Draws are on their way. */
  readonly isDrawing: boolean;
}

/** One score of both sides: how far apart they are, and whether the draws tell them apart. */
export function ScoreChange({ score, change, drawn, isDrawing }: ScoreChangeProps): ReactNode {
  const share = drawn?.secondHigher[score] ?? null;
  const lead = leadOf(share === null ? null : 1 - share);
  const verdict = lead !== null && share !== null ? DIFFERENCE_WORDS.verdict(lead, share) : isDrawing ? DIFFERENCE_WORDS.drawing : '';
  const tone = score === 'transit' ? 'transit' : 'blue-green';
  return (
    <section className="score-change" aria-label={DIFFERENCE_WORDS[score]}>
      <h3 className="score-change-name">{DIFFERENCE_WORDS[score]}</h3>
      <p className="score-change-number number" data-testid={`${score}-difference`}>
        {formatSigned(change.difference, 1)} <span className="change-unit">{change.difference === null ? '' : DIFFERENCE_WORDS.points}</span>
      </p>
      {verdict === '' ? null : (
        <p className="score-change-verdict" title={drawn ? DIFFERENCE_WORDS.verdictWhy(drawn.draws) : undefined}>
          {verdict}
        </p>
      )}
      {(['first', 'second'] as const).map((side) => (
        <div key={side} className="score-change-side">
          <span>{side === 'first' ? 'A' : 'B'}</span>
          <ScoreBar score={change[side]} range={drawn?.[side][score] ?? null} tone={tone} />
          <span className="number">{formatNumber(change[side], 1)}</span>
        </div>
      ))}
    </section>
  );
}
