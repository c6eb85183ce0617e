import type { ReactNode } from 'react';
import { formatNumber, formatQuantity } from '../format/numbers';
import { TABLE_WORDS } from '../words/table';
import type { RowSum } from './areaRows';

interface SumTableProps {
  readonly heading: string;
  readonly sums: readonly RowSum<string>[];
  readonly total: RowSum<null>;
}

function Cells({ areas, landDaa, dwellings, capacity }: Omit<RowSum<unknown>, 'key'>): ReactNode {
  return (
    <>
      <td className="number">{formatNumber(areas)}</td>
      <td className="number">{formatQuantity(landDaa)}</td>
      <td className="number">{formatNumber(dwellings)}</td>
      <td className="number">{formatNumber(capacity)}</td>
    </>
  );
}

/** Areas added up, with the sum of them all below. */
export function SumTable({ heading, sums, total }: SumTableProps): ReactNode {
  return (
    <div className="table-window">
      <table className="table-sums">
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col">{TABLE_WORDS.count}</th>
            <th scope="col">{TABLE_WORDS.columns.land}</th>
            <th scope="col">{TABLE_WORDS.columns.dwellings}</th>
            <th scope="col">{TABLE_WORDS.columns.capacity}</th>
          </tr>
        </thead>
        <tbody>
          {sums.map(({ key, ...sum }) => (
            <tr key={key}>
              <th scope="row">{key}</th>
              <Cells {...sum} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{TABLE_WORDS.total}</th>
            <Cells {...total} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
