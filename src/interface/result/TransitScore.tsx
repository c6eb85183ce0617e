import type { ReactNode } from 'react';
import type { TransitResult } from '../../core/scoring/evaluation';
import { formatNumber, formatShare } from '../format/numbers';
import { ExplainButton } from '../parts/ExplainButton';
import { ScoreBar } from '../parts/ScoreBar';
import { RESULT_WORDS } from '../words/result';
import { RangeText } from './RangeText';
import { useShownRanges } from './useShownRanges';

/** Transit proximity with today beside it, and what it is made of. */
export function TransitScore({ transit, today }: { readonly transit: TransitResult; readonly today: TransitResult }): ReactNode {
  const range = useShownRanges()?.transit ?? null;
  const rows = [
    { id: 'T1', name: RESULT_WORDS.within500, of: (of: TransitResult) => formatShare(of.share500, 0) },
    { id: 'T1', name: RESULT_WORDS.within1000, of: (of: TransitResult) => formatShare(of.share1000, 0) },
    { id: 'T2', name: RESULT_WORDS.walk, of: (of: TransitResult) => RESULT_WORDS.minutes(of.meanWalkMinutes) },
    { id: 'T3', name: RESULT_WORDS.railIndex, of: (of: TransitResult) => formatNumber(of.accessibilityIndex?.mean ?? null, 1) },
  ] as const;
  return (
    <section className="score" aria-labelledby="transit-heading">
      <h3 className="score-name" id="transit-heading" title={RESULT_WORDS.transitSays}>
        {RESULT_WORDS.transit}
      </h3>
      <p className="score-figure">
        <ExplainButton number="T" name={RESULT_WORDS.transit} className="score-number number" testId="transit-score">
          {formatNumber(transit.score, 1)}
        </ExplainButton>
        <span className="score-unit">{transit.score === null ? RESULT_WORDS.noScore : RESULT_WORDS.outOf}</span>
        <RangeText score="transit" />
        <span className="score-today number">
          <span className="score-today-mark" aria-hidden="true" />
          {RESULT_WORDS.today}{' '}
          <ExplainButton number="T" isToday name={RESULT_WORDS.ofToday(RESULT_WORDS.transit)} testId="transit-today">
            {formatNumber(today.score, 1)}
          </ExplainButton>
        </span>
      </p>
      <ScoreBar score={transit.score} range={range} tick={today.score} tone="transit" />
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{RESULT_WORDS.transit}</span>
            </th>
            <th scope="col">{RESULT_WORDS.plan}</th>
            <th scope="col">{RESULT_WORDS.todayHeading}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name} className="explain-row">
              <th scope="row">
                <ExplainButton number={row.id}>{row.name}</ExplainButton>
              </th>
              <td className="number is-strong">{row.of(transit)}</td>
              <td className="number">
                <ExplainButton number={row.id} isToday name={RESULT_WORDS.ofToday(row.name)} className="is-own-cell">
                  {row.of(today)}
                </ExplainButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
