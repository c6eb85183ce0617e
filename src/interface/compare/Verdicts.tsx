import type { ReactNode } from 'react';
import { COMPARE_WORDS } from '../words/compare';
import type { ComparisonRow } from './rows';

interface VerdictsProps {
  readonly rows: readonly ComparisonRow[];
  readonly referenceName: string;
  /** Today is no plan to be ranked against. */
  readonly isToday: boolean;
}

/** In words: how each scenario that may be ranked stands to the reference. */
export function Verdicts({ rows, referenceName, isToday }: VerdictsProps): ReactNode {
  const ranked = rows.filter(({ isReference, obstacle }) => !isReference && obstacle === null);
  return (
    <section aria-labelledby="verdicts-heading" className="verdicts">
      <h3 id="verdicts-heading">{COMPARE_WORDS.heldAgainst(referenceName)}</h3>
      {ranked.length === 0 ? (
        <p className="quiet">{isToday ? COMPARE_WORDS.todayIsNoPlan : COMPARE_WORDS.noneToRank}</p>
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
