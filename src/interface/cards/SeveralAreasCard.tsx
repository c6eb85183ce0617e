import type { ReactNode } from 'react';
import { areaDwellings } from '../../core/domain/developmentArea';
import { useModel, useStores, useView } from '../../state/hooks';
import { Icon } from '../parts/icons';
import { CARD_WORDS } from '../words/card';
import { AreaActions } from './AreaActions';

/** Several areas that are chosen together, and what can be done with them. */
export function SeveralAreasCard(): ReactNode {
  const first = useView((view) => view.selectedArea);
  const others = useView((view) => view.alsoSelected);
  const isPinned = useView((view) => view.pinned !== null);
  const areas = useModel((model) => model.tracked.scenario.areas);
  const { view } = useStores();
  if (isPinned || first === null || others.size === 0) return null;
  const chosen = [first, ...others].map((id) => areas.get(id)).filter((area) => area !== undefined);
  const dwellings = chosen.reduce((sum, area) => sum + areaDwellings(area), 0);
  return (
    <section className="surface target-card" aria-label={CARD_WORDS.severalChosen(chosen.length)} aria-live="polite">
      <header className="target-head">
        <h2 className="target-title">{CARD_WORDS.severalChosen(chosen.length)}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label={CARD_WORDS.close}
          onClick={() => {
            view.selectArea(null);
          }}
        >
          <Icon name="close" size={18} />
        </button>
      </header>
      <div className="target-body">
        <p className="target-fact number">{CARD_WORDS.dwellingsText(dwellings)}</p>
        <AreaActions several />
      </div>
    </section>
  );
}
