import type { ReactNode } from 'react';
import type { Change } from '../../core/scoring/evaluationDifference';
import { DIFFERENCE_WORDS } from '../words/difference';

/** A number of both sides and what is between them. */
export interface ChangeRow {
  readonly key: string;
  readonly name: string;
  readonly title?: string;
  /** What is to be known of the difference. */
  readonly note?: string;
  readonly change: Change;
  readonly show: (value: number | null) => string;
  readonly showDifference: (value: number | null) => string;
  /** What the difference is counted in. */
  readonly unit: string;
}

/** Numbers of A, of B, and B less A. */
export function ChangeTable({ name, rows, sum }: {
  readonly name: string;
  readonly rows: readonly ChangeRow[];
  readonly sum?: ChangeRow;
}): ReactNode {
  return (
    <table className="plain-table change-table">
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">{name}</span>
          </th>
          <th scope="col">A</th>
          <th scope="col">B</th>
          <th scope="col">{DIFFERENCE_WORDS.difference}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.key} row={row} />
        ))}
      </tbody>
      {sum ? (
        <tfoot>
          <Row row={sum} />
        </tfoot>
      ) : null}
    </table>
  );
}

function Row({ row: { name, title, note, change, show, showDifference, unit } }: { readonly row: ChangeRow }): ReactNode {
  return (
    <tr>
      <th scope="row" title={title}>
        {name}
        {note === undefined ? null : <span className="change-note"> {note}</span>}
      </th>
      <td className="number">{show(change.first)}</td>
      <td className="number">{show(change.second)}</td>
      <td className="number is-strong">
        {showDifference(change.difference)} <span className="change-unit">{change.difference === null ? '' : unit}</span>
      </td>
    </tr>
  );
}
