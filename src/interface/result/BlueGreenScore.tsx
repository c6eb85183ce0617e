import type { ReactNode } from 'react';
import type { BlueGreenResult } from '../../core/scoring/evaluation';
import { useModel } from '../../state/hooks';
import { formatNumber } from '../format/numbers';
import { Badge } from '../parts/Badge';
import { ExplainButton } from '../parts/ExplainButton';
import { ScoreBar } from '../parts/ScoreBar';
import { RESULT_WORDS } from '../words/result';
import { missingGround } from './missingGround';
import { PartRow } from './PartRow';
import { RangeText } from './RangeText';
import { useShownRanges } from './useShownRanges';

/** The blue-green score and its parts. */
export function BlueGreenScore({ blueGreen }: { readonly blueGreen: BlueGreenResult }): ReactNode {
  const range = useShownRanges()?.blueGreen ?? null;
  const scored = blueGreen.parts.filter((part) => part.score !== null);
  const accuracies = blueGreen.parts.flatMap(({ status }) => (status.kind === 'coarse' ? [status.accuracyMetres] : []));
  const coarse = accuracies.length > 0;
  const missing = missingGround(useModel((model) => model.dataset.layers));
  return (
    <section className="score" aria-labelledby="blue-green-heading">
      <h3 className="score-name" id="blue-green-heading" title={RESULT_WORDS.blueGreenSays}>
        {RESULT_WORDS.blueGreen}
      </h3>
      <p className="score-figure">
        <ExplainButton number="B" name={RESULT_WORDS.blueGreen} className="score-number number" testId="blue-green-score">
          {formatNumber(blueGreen.score, 1)}
        </ExplainButton>
        <span className="score-unit">{blueGreen.score === null ? RESULT_WORDS.noScore : RESULT_WORDS.outOf}</span>
        <RangeText score="blueGreen" />
        {coarse ? (
          <span className="score-today">
            <Badge kind="coarse" title={RESULT_WORDS.coarseWhy(Math.max(...accuracies))}>
              {RESULT_WORDS.coarse}
            </Badge>
          </span>
        ) : null}
      </p>
      <ScoreBar score={blueGreen.score} range={range} tone="blue-green" coarse={coarse} />
      <ul className="menu-list parts">
        {blueGreen.parts.map((part) => (
          <PartRow key={part.id} part={part} />
        ))}
      </ul>
      {coarse && missing.length > 0 ? <p className="small quiet score-note">{RESULT_WORDS.hardlyDiffers(missing)}</p> : null}
      <p className="sr-only">{RESULT_WORDS.weights(scored.length)}</p>
    </section>
  );
}
