import type { ReactNode } from 'react';
import { COMPARE_WORDS } from '../words/compare';
import type { ComparisonRow } from './rows';

/** In words: how each scenario that may be ranked stands to the open one. */
export function Verdicts({ rows, openName }: { readonly rows: readonly ComparisonRow[]; readonly openName: string }): ReactNode {
  const ranked = rows.filter(({ isOpen, obstacle }) => !isOpen && obstacle === null);
  return (
    <section aria-labelledby="verdicts-heading" className="verdicts">
      <h3 id="verdicts-heading">{COMPARE_WORDS.against(openName)}</h3>
      {ranked.length === 0 ? (
        <p className="quiet">{COMPARE_WORDS.noneToRank}</p>
      ) : (
        <ul>
          {ranked.map(({ scenario, transitAgainst, blueGreenAgainst }) => (
            <li key={scenario.id}>
              <strong>{scenario.name}</strong>: {COMPARE_WORDS.verdict(transitAgainst, blueGreenAgainst)}.
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
