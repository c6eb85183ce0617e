import { useId, useState, type ReactNode } from 'react';
import type { Evaluation, PeriodResult } from '../../core/scoring/evaluation';
import { useModel } from '../../state/hooks';
import { formatNumber, formatYears } from '../format/numbers';
import { RESULT_WORDS } from '../words/result';

type Quantity = 'dwellings' | 'persons';

/** What is placed in a town (by its place in the list), or outside the towns, up to the end of a period. */
function upTo(period: PeriodResult | undefined, town: number | 'outside', quantity: Quantity): number {
  if (!period) return 0;
  if (town === 'outside') {
    const { inAreas, spread, persons } = period.outside;
    return quantity === 'persons' ? persons : inAreas + spread;
  }
  const result = period.towns[town];
  return (quantity === 'persons' ? result?.persons : result?.placed) ?? 0;
}

/** New dwellings or residents by town and period. */
export function PeopleTable({ evaluation }: { readonly evaluation: Evaluation }): ReactNode {
  const [quantity, setQuantity] = useState<Quantity>('dwellings');
  const towns = useModel((model) => model.dataset.parameters.towns);
  const group = useId();
  const { periods } = evaluation;
  const nameOf = new Map(towns.map((town) => [town.id, town.name]));
  const rows = [
    ...evaluation.towns.map(({ town }, index) => ({ key: town as string, name: nameOf.get(town) ?? town, town: index })),
    { key: 'outside', name: RESULT_WORDS.outside, town: 'outside' as const },
  ];
  const inPeriod = (index: number, town: number | 'outside'): number =>
    upTo(periods[index], town, quantity) - upTo(periods[index - 1], town, quantity);
  const sumOver = (of: (town: number | 'outside') => number): number => rows.reduce((sum, row) => sum + of(row.town), 0);
  const choices: readonly (readonly [Quantity, string])[] = [
    ['dwellings', RESULT_WORDS.dwellingsChoice],
    ['persons', RESULT_WORDS.personsChoice],
  ];
  return (
    <>
      <fieldset className="segments is-slim">
        <legend className="sr-only">{RESULT_WORDS.tableChoice}</legend>
        {choices.map(([choice, text]) => (
          <label key={choice} className="segment">
            <input
              type="radio"
              name={group}
              checked={quantity === choice}
              onChange={() => {
                setQuantity(choice);
              }}
            />
            {text}
          </label>
        ))}
      </fieldset>
      <section className="table-scroll" aria-label={RESULT_WORDS.people}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">{RESULT_WORDS.town}</span>
              </th>
              {periods.map(({ period }) => (
                <th key={period.firstYear} scope="col" className="number">
                  {formatYears(period)}
                </th>
              ))}
              {periods.length > 1 ? <th scope="col">{RESULT_WORDS.sum}</th> : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                {periods.map(({ period }, index) => (
                  <td key={period.firstYear} className="number">
                    {formatNumber(inPeriod(index, row.town))}
                  </td>
                ))}
                {periods.length > 1 ? (
                  <td className="number is-strong">{formatNumber(upTo(periods.at(-1), row.town, quantity))}</td>
                ) : null}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{RESULT_WORDS.sum}</th>
              {periods.map(({ period }, index) => (
                <td key={period.firstYear} className="number">
                  {formatNumber(sumOver((town) => inPeriod(index, town)))}
                </td>
              ))}
              {periods.length > 1 ? (
                <td className="number is-strong">{formatNumber(sumOver((town) => upTo(periods.at(-1), town, quantity)))}</td>
              ) : null}
            </tr>
          </tfoot>
        </table>
      </section>
      <p className="small quiet">{RESULT_WORDS.peopleWhy}</p>
    </>
  );
}
