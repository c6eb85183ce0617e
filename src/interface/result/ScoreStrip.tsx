import type { ReactNode } from 'react';
import { useModel } from '../../state/hooks';
import { formatNumber } from '../format/numbers';
import { ScoreBar } from '../parts/ScoreBar';
import { RESULT_WORDS } from '../words/result';
import { useShownRanges } from './useShownRanges';

/** Both scores in one line, in sight while the program is changed. */
export function ScoreStrip(): ReactNode {
  const evaluation = useModel((model) => model.evaluated?.evaluation ?? null);
  const ranges = useShownRanges();
  if (!evaluation) return null;
  const { transit, today, blueGreen } = evaluation;
  return (
    <div className="score-strip">
      <div>
        <span>{RESULT_WORDS.transit}</span> <strong className="number">{formatNumber(transit.score, 1)}</strong>
        <ScoreBar score={transit.score} range={ranges?.transit ?? null} tick={today.score} tone="transit" />
      </div>
      <div>
        <span>{RESULT_WORDS.blueGreen}</span> <strong className="number">{formatNumber(blueGreen.score, 1)}</strong>
        <ScoreBar
          score={blueGreen.score}
          range={ranges?.blueGreen ?? null}
          tone="blue-green"
          coarse={blueGreen.parts.some(({ status }) => status.kind === 'coarse')}
        />
      </div>
    </div>
  );
}
