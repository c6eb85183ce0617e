import { useId, type ReactNode } from 'react';
import { useStores, useView } from '../state/hooks';
import type { Surface } from '../state/viewStore';
import { LayersPanel } from './layers/LayersPanel';
import { ProgramPanel } from './program/ProgramPanel';
import { ResultPanel } from './result/ResultPanel';
import { ScoreStrip } from './result/ScoreStrip';
import { TimeBar } from './time/TimeBar';
import { SURFACE_WORDS } from './words/surfaces';

const TABS: readonly { readonly surface: Surface; readonly title: string; readonly anchor: string; readonly panel: ReactNode }[] = [
  { surface: 'program', title: SURFACE_WORDS.program, anchor: 'program', panel: <ProgramPanel /> },
  { surface: 'result', title: SURFACE_WORDS.result, anchor: 'resultat', panel: <ResultPanel /> },
  { surface: 'layers', title: SURFACE_WORDS.layers, anchor: 'kartlag', panel: <LayersPanel /> },
];

/** Where there is room for one surface only: a sheet below the map, with tabs. The chosen tab folds it. */
export function Sheet(): ReactNode {
  const shown = useView((view) => view.sheet);
  const open = useView((view) => view.sheetOpen);
  const { view } = useStores();
  const id = useId();
  return (
    <main className={open ? 'sheet' : 'sheet is-folded'} data-covers="bottom">
      <div className="sheet-tabs" role="tablist">
        {TABS.map((tab, index) => (
          <button
            key={tab.surface}
            type="button"
            role="tab"
            id={`${id}-${tab.surface}`}
            className="sheet-tab"
            aria-selected={shown === tab.surface}
            aria-expanded={shown === tab.surface && open}
            aria-controls={tab.anchor}
            tabIndex={shown === tab.surface ? 0 : -1}
            onClick={() => {
              if (shown === tab.surface) view.setSheetOpen(!open);
              else view.showSheet(tab.surface);
            }}
            onKeyDown={(event) => {
              const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
              const next = TABS[(index + step + TABS.length) % TABS.length];
              if (step === 0 || !next) return;
              view.showSheet(next.surface);
              document.getElementById(`${id}-${next.surface}`)?.focus();
            }}
          >
            {tab.title}
          </button>
        ))}
      </div>
      <ScoreStrip />
      <TimeBar />
      {TABS.map((tab) => (
        <div
          key={tab.surface}
          id={tab.anchor}
          className="sheet-panel"
          role="tabpanel"
          aria-labelledby={`${id}-${tab.surface}`}
          hidden={shown !== tab.surface || !open}
          tabIndex={-1}
        >
          {shown === tab.surface ? tab.panel : null}
        </div>
      ))}
    </main>
  );
}
