import type { ReactNode } from 'react';
import type { LandAccount } from '../../core/scoring/evaluation';
import { LAND_CLASS_NAMES } from '../../core/scoring/explanation';
import { formatQuantity } from '../format/numbers';
import { ExplainButton } from '../parts/ExplainButton';
import { RESULT_WORDS } from '../words/result';

/** The ground under the areas with dwellings by class, and how much of it is taken. */
export function LandAccountTable({ account }: { readonly account: LandAccount }): ReactNode {
  const sum = (of: 'areaDaa' | 'takenDaa'): number => account.rows.reduce((total, row) => total + row[of], 0);
  return (
    <>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{RESULT_WORDS.landAccount}</span>
            </th>
            <th scope="col">{RESULT_WORDS.ground}</th>
            <th scope="col">{RESULT_WORDS.taken}</th>
          </tr>
        </thead>
        <tbody>
          {account.rows.map((row) => (
            <tr key={row.landClass} className="explain-row">
              <th scope="row">
                <ExplainButton number={row.landClass}>{LAND_CLASS_NAMES[row.landClass]}</ExplainButton>
              </th>
              <td className="number">{formatQuantity(row.areaDaa)}</td>
              <td className="number is-strong">{formatQuantity(row.takenDaa)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{RESULT_WORDS.sum}</th>
            <td className="number">{formatQuantity(sum('areaDaa'))}</td>
            <td className="number is-strong">{formatQuantity(sum('takenDaa'))}</td>
          </tr>
        </tfoot>
      </table>
      <p className="small quiet">
        {RESULT_WORDS.landAccountWhy}{' '}
        {account.outsideSpreadDaa > 0 ? RESULT_WORDS.outsideSpread(account.outsideSpreadDaa) : ''}
      </p>
    </>
  );
}
