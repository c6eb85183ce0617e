import type { ReactNode } from 'react';
import { formatSigned } from '../format/signed';
import { COMPARE_WORDS } from '../words/compare';
import { COMPARE_COLUMNS } from './columns';
import { isCoarse, type ComparisonRow, type ScoreAgainst } from './rows';
import { ScoreCell } from './ScoreCell';
import type { RowLink } from './rowLink';

interface CompareRowProps {
  readonly row: ComparisonRow;
  readonly link: RowLink;
  /** Numbers less those of the reference, in place of the numbers. */
  readonly asDifference: boolean;
  /** Score T of today. */
  readonly todayScore: number | null;
}

function Against({ against }: { readonly against: ScoreAgainst | null }): ReactNode {
  if (!against) return <td className="number">–</td>;
  return (
    <td className="number">
      {formatSigned(against.difference, 1)}
      {against.ahead === 'none' ? <span className="compare-note">{COMPARE_WORDS.same}</span> : null}
    </td>
  );
}

/** A score as what it is more than the reference's. */
function DifferenceCell({ row, score }: { readonly row: ComparisonRow; readonly score: 'transit' | 'blueGreen' }): ReactNode {
  const against = row[score === 'transit' ? 'transitAgainst' : 'blueGreenAgainst'];
  return (
    <td className="compare-score" colSpan={2}>
      <span className="number is-strong">{row.isReference ? COMPARE_WORDS.reference : formatSigned(row.difference?.[score].score.difference ?? null, 1)}</span>
      <span className="compare-note">{against?.ahead === 'none' ? COMPARE_WORDS.same : ''}</span>
    </td>
  );
}

/** A scenario with its numbers, or with what they are more than the reference's. Chosen, it is opened. */
export function CompareRow({ row, link, asDifference, todayScore }: CompareRowProps): ReactNode {
  const { scenario, evaluation, isOpen, obstacle, difference } = row;
  const { transit, blueGreen, dwellings, permitted } = evaluation;
  const { lastYear } = scenario.programme;
  const isUnranked = obstacle !== null && obstacle !== 'today';
  const isHovered = link.hovered === scenario.id;
  return (
    <tr
      className={[isOpen ? 'is-open' : '', isUnranked ? 'is-unranked' : '', isHovered ? 'is-hovered' : ''].join(' ')}
      onPointerEnter={() => link.onHover(scenario.id)}
      onPointerLeave={() => link.onHover(null)}
    >
      <th scope="row">
        <button
          type="button"
          className="compare-open"
          aria-current={isOpen}
          aria-label={isOpen ? scenario.name : COMPARE_WORDS.openScenario(scenario.name)}
          onFocus={() => link.onHover(scenario.id)}
          onBlur={() => link.onHover(null)}
          onClick={() => {
            if (!isOpen) link.onOpen(scenario.id);
          }}
        >
          {scenario.name}
        </button>
        <span className="compare-note">
          {[
            isOpen ? `${COMPARE_WORDS.open} · ${COMPARE_WORDS.extent(dwellings.programme, lastYear)}` : '',
            !row.isReference && obstacle !== null && obstacle !== 'today' ? COMPARE_WORDS.obstacle(obstacle, dwellings.programme, lastYear) : '',
          ]
            .filter((note) => note !== '')
            .join(' · ')}
        </span>
        {permitted ? null : <span className="forbidden-word">{COMPARE_WORDS.forbidden}</span>}
      </th>
      {asDifference ? (
        <>
          <DifferenceCell row={row} score="transit" />
          <DifferenceCell row={row} score="blueGreen" />
        </>
      ) : (
        <>
          <ScoreCell score={transit.score} range={row.transit} tick={todayScore} tone="transit" />
          <Against against={row.transitAgainst} />
          <ScoreCell score={blueGreen.score} range={row.blueGreen} tone="blue-green" coarse={isCoarse(blueGreen.parts)} />
          <Against against={row.blueGreenAgainst} />
        </>
      )}
      {COMPARE_COLUMNS.map(({ key, show, showDifference }) => (
        <td key={key} className="number">
          {asDifference ? (row.isReference || !difference ? '–' : showDifference(difference)) : show(evaluation)}
        </td>
      ))}
    </tr>
  );
}
