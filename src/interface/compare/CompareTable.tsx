import type { ReactNode } from 'react';
import type { TransitResult } from '../../core/scoring/evaluation';
import { formatSigned } from '../format/signed';
import { COMPARE_WORDS } from '../words/compare';
import { COMPARE_COLUMNS } from './columns';
import { CompareRow } from './CompareRow';
import type { RowLink } from './rowLink';
import type { ComparisonRow } from './rows';
import { ScoreCell } from './ScoreCell';

interface CompareTableProps {
  readonly rows: readonly ComparisonRow[];
  readonly today: TransitResult;
  readonly link: RowLink;
  /** Numbers less those of the reference, in place of the numbers. */
  readonly asDifference: boolean;
  readonly referenceName: string;
}

/** Every scenario with its numbers, today first. A row opens its scenario. */
export function CompareTable({ rows, today, link, asDifference, referenceName }: CompareTableProps): ReactNode {
  const against = COMPARE_WORDS.differenceWhy(referenceName);
  const reference = rows.find(({ isReference }) => isReference);
  const todayLess = (score: number | null): string =>
    formatSigned(score === null || today.score === null ? null : today.score - score, 1);
  return (
    <div className="table-scroll">
      <table className="compare-table">
        <caption className="sr-only">{asDifference ? COMPARE_WORDS.differenceTable(referenceName) : COMPARE_WORDS.tableName}</caption>
        <thead>
          <tr>
            <th scope="col">{COMPARE_WORDS.scenario}</th>
            {[COMPARE_WORDS.transit, COMPARE_WORDS.blueGreen].map((score) =>
              asDifference ? (
                <th key={score} scope="col" colSpan={2} title={against}>
                  {score}
                </th>
              ) : (
                <HeadPair key={score} score={score} against={against} />
              ),
            )}
            {COMPARE_COLUMNS.map(({ key, title, why }) => (
              <th key={key} scope="col" title={why}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="is-today">
            <th scope="row">{COMPARE_WORDS.today}</th>
            {asDifference ? (
              <td className="compare-score" colSpan={2}>
                <span className="number is-strong">{reference ? todayLess(reference.evaluation.transit.score) : COMPARE_WORDS.reference}</span>
              </td>
            ) : (
              <>
                <ScoreCell score={today.score} range={null} tone="transit" />
                <td>–</td>
              </>
            )}
            <td colSpan={2}>–</td>
            {COMPARE_COLUMNS.map(({ key, showToday }) => (
              <td key={key} className="number">
                {showToday && !asDifference ? showToday(today) : '–'}
              </td>
            ))}
          </tr>
          {rows.map((row) => (
            <CompareRow key={row.scenario.id} row={row} link={link} asDifference={asDifference} todayScore={today.score} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HeadPair({ score, against }: { readonly score: string; readonly against: string }): ReactNode {
  return (
    <>
      <th scope="col">{score}</th>
      <th scope="col" title={against}>
        {COMPARE_WORDS.difference}
      </th>
    </>
  );
}
