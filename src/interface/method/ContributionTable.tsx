import { useState, type ReactNode } from 'react';
import { columnText } from '../../core/method/figureText';
import type { IndicatorId } from '../../core/method/indicators';
import type { ExplanationRow, ExplanationTable, RowSubject } from '../../core/scoring/explanation';
import { METHOD_WORDS } from './words';

const ROWS_AT_FIRST = 8;

/** What a planner can do with the ground behind a number. */
export interface GroundActions {
  /** Move the map to an area or a town. */
  readonly onShow: (subject: RowSubject) => void;
  /** Mark an area or a town on the map while it is pointed at; null lets go. */
  readonly onHighlight: (subject: RowSubject | null) => void;
  readonly onExplain: (indicator: IndicatorId) => void;
}

function RowName({ row, actions }: { readonly row: ExplanationRow; readonly actions: GroundActions }): ReactNode {
  const { subject, name } = row;
  if (subject.kind === 'indicator') {
    return (
      <button
        type="button"
        className="method-link"
        title={METHOD_WORDS.explain(name)}
        onClick={() => {
          actions.onExplain(subject.indicator);
        }}
      >
        {name}
      </button>
    );
  }
  if (subject.kind !== 'area' && subject.kind !== 'town') return name;
  const mark = (): void => {
    actions.onHighlight(subject);
  };
  const letGo = (): void => {
    actions.onHighlight(null);
  };
  return (
    <button
      type="button"
      className="method-link"
      title={METHOD_WORDS.showOnMap(name)}
      onClick={() => {
        actions.onShow(subject);
      }}
      onPointerEnter={mark}
      onPointerLeave={letGo}
      onFocus={mark}
      onBlur={letGo}
    >
      {name}
    </button>
  );
}

function keyOf({ subject, name }: ExplanationRow): string {
  return subject.kind === 'area' ? subject.area : `${subject.kind} ${name}`;
}

/** Where a number comes from: the largest contributions, all of them when asked, and their sum. */
export function ContributionTable({ table, actions }: {
  readonly table: ExplanationTable;
  readonly actions: GroundActions;
}): ReactNode {
  const [all, setAll] = useState(false);
  const { columns, rows, totals } = table;
  if (rows.length === 0) return <p className="quiet">{METHOD_WORDS.none}</p>;
  const cells = columns.map((_, column) =>
    columnText([...rows.map(({ values }) => values[column] ?? null), totals[column] ?? null]),
  );
  const shown = all ? rows : rows.slice(0, ROWS_AT_FIRST);
  return (
    <>
      <div className="table-scroll">
        <table className="plain-table contributions">
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">{table.title}</span>
              </th>
              {columns.map(({ name, unit }) => (
                <th key={name} scope="col">
                  {name}
                  {unit === '' || unit === name.toLowerCase() ? null : <span className="contributions-unit">{unit}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, position) => (
              <tr key={keyOf(row)}>
                <th scope="row">
                  <RowName row={row} actions={actions} />
                </th>
                {columns.map(({ name }, column) => (
                  <td key={name} className="number">
                    {cells[column]?.[position]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{METHOD_WORDS.sum}</th>
              {columns.map(({ name, gives }, column) => (
                <td key={name} className={gives === null ? 'number' : 'number is-strong'}>
                  {cells[column]?.at(-1)}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      {rows.length > ROWS_AT_FIRST ? (
        <button
          type="button"
          className="method-link"
          aria-expanded={all}
          onClick={() => {
            setAll(!all);
          }}
        >
          {all ? METHOD_WORDS.showFewer : METHOD_WORDS.showAll(rows.length)}
        </button>
      ) : null}
    </>
  );
}
