import type { ReactNode } from 'react';
import type { ScenarioId } from '../../core/domain/identifiers';
import { PART_IDS, type TransitResult } from '../../core/scoring/evaluation';
import { formatNumber, formatQuantity, formatShare } from '../format/numbers';
import { COMPARE_WORDS } from '../words/compare';
import { PART_WORDS } from '../words/result';
import { isCoarse, type ComparisonRow, type ScoreAgainst } from './rows';
import { ScoreCell } from './ScoreCell';

interface CompareTableProps {
  readonly rows: readonly ComparisonRow[];
  readonly today: TransitResult;
  readonly onOpen: (id: ScenarioId) => void;
}

function signed(value: number): string {
  const text = formatNumber(value, 1);
  return value > 0 && /[1-9]/u.test(text) ? `+${text}` : text;
}

function Difference({ against }: { readonly against: ScoreAgainst | null }): ReactNode {
  if (!against) return <td className="number">–</td>;
  return (
    <td className="number">
      {signed(against.difference)}
      {against.ahead === 'none' ? <span className="compare-note">{COMPARE_WORDS.same}</span> : null}
    </td>
  );
}

function TransitCells({ transit }: { readonly transit: TransitResult }): ReactNode {
  return (
    <>
      <td className="number">{formatShare(transit.share500, 0)}</td>
      <td className="number">{formatShare(transit.share1000, 0)}</td>
      <td className="number">{formatNumber(transit.meanWalkMinutes, 1)}</td>
    </>
  );
}

function Row({ row, onOpen }: { readonly row: ComparisonRow; readonly onOpen: (id: ScenarioId) => void }): ReactNode {
  const { scenario, evaluation, isOpen, obstacle } = row;
  const { transit, today, blueGreen, dwellings, conflicts, permitted } = evaluation;
  const { lastYear } = scenario.programme;
  return (
    <tr className={`${isOpen ? 'is-open' : ''}${obstacle === null ? '' : ' is-unranked'}`}>
      <th scope="row">
        <button
          type="button"
          className="compare-open"
          aria-current={isOpen}
          aria-label={isOpen ? scenario.name : COMPARE_WORDS.openScenario(scenario.name)}
          onClick={() => {
            if (!isOpen) onOpen(scenario.id);
          }}
        >
          {scenario.name}
        </button>
        <span className="compare-note">
          {isOpen ? `${COMPARE_WORDS.open} · ${COMPARE_WORDS.extent(dwellings.programme, lastYear)}` : null}
          {!isOpen && obstacle !== null ? COMPARE_WORDS.obstacle(obstacle, dwellings.programme, lastYear) : null}
        </span>
        {permitted ? null : <span className="forbidden-word">{COMPARE_WORDS.forbidden}</span>}
      </th>
      <ScoreCell score={transit.score} range={row.transit} tick={today.score} tone="transit" />
      <Difference against={row.transitAgainst} />
      <ScoreCell score={blueGreen.score} range={row.blueGreen} tone="blue-green" coarse={isCoarse(blueGreen.parts)} />
      <Difference against={row.blueGreenAgainst} />
      <TransitCells transit={transit} />
      {PART_IDS.map((id) => (
        <td key={id} className="number">
          {formatNumber(blueGreen.parts.find((part) => part.id === id)?.score ?? null)}
        </td>
      ))}
      <td className="number">{formatQuantity(row.farmlandDaa)}</td>
      <td className="number">{formatNumber(conflicts.length)}</td>
      <td className="number">{formatNumber(dwellings.unplaced)}</td>
    </tr>
  );
}

/** Every scenario with its numbers, today first. A row opens its scenario. */
export function CompareTable({ rows, today, onOpen }: CompareTableProps): ReactNode {
  return (
    <div className="table-scroll">
      <table className="compare-table">
        <caption className="sr-only">{COMPARE_WORDS.tableName}</caption>
        <thead>
          <tr>
            <th scope="col">{COMPARE_WORDS.scenario}</th>
            <th scope="col">{COMPARE_WORDS.transit}</th>
            <th scope="col" title={COMPARE_WORDS.differenceWhy}>
              {COMPARE_WORDS.difference}
            </th>
            <th scope="col">{COMPARE_WORDS.blueGreen}</th>
            <th scope="col" title={COMPARE_WORDS.differenceWhy}>
              {COMPARE_WORDS.difference}
            </th>
            <th scope="col" title={COMPARE_WORDS.within}>
              {COMPARE_WORDS.within500}
            </th>
            <th scope="col" title={COMPARE_WORDS.within}>
              {COMPARE_WORDS.within1000}
            </th>
            <th scope="col" title={COMPARE_WORDS.walkWhy}>
              {COMPARE_WORDS.walk}
            </th>
            {PART_IDS.map((id) => (
              <th key={id} scope="col" title={`${id} ${PART_WORDS[id].name}, 0–100. ${PART_WORDS[id].says}`}>
                {COMPARE_WORDS.parts[id]}
              </th>
            ))}
            <th scope="col" title={COMPARE_WORDS.farmlandWhy}>
              {COMPARE_WORDS.farmland}
            </th>
            <th scope="col">{COMPARE_WORDS.conflicts}</th>
            <th scope="col">{COMPARE_WORDS.unplaced}</th>
          </tr>
        </thead>
        <tbody>
          <tr className="is-today">
            <th scope="row">{COMPARE_WORDS.today}</th>
            <ScoreCell score={today.score} range={null} tone="transit" />
            <td colSpan={3}>–</td>
            <TransitCells transit={today} />
            <td colSpan={PART_IDS.length + 3}>–</td>
          </tr>
          {rows.map((row) => (
            <Row key={row.scenario.id} row={row} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
