import type { ReactNode } from 'react';
import { useStores } from '../../state/hooks';
import { TIME_WORDS } from '../words/time';

/** Says that the page speaks of another moment than the end of the programme, and the way back. */
export function ShownMoment({ year }: { readonly year: number | null }): ReactNode {
  const { view } = useStores();
  return (
    <div className="callout is-first">
      <p>
        {TIME_WORDS.shown(year)}{' '}
        <button
          type="button"
          className="text-button"
          onClick={() => {
            view.showPeriods(null);
          }}
        >
          {TIME_WORDS.showAll}
        </button>
      </p>
    </div>
  );
}
