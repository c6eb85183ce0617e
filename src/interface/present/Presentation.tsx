import { useCallback, useEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { momentOf } from '../../core/scoring/periodMoment';
import { useModel, useStores, useView, useWorkspace } from '../../state/hooks';
import { readSavedViews, writeSavedViews, type SavedView } from '../../state/persistence/savedViews';
import { formatNumber, formatYears } from '../format/numbers';
import { Icon } from '../parts/icons';
import { ScoreBar } from '../parts/ScoreBar';
import { useMapCommands } from '../services';
import { PRESENT_WORDS } from '../words/present';
import { TIME_WORDS } from '../words/time';
import './present.css';
import { usePresentKeys } from './usePresentKeys';

const SCALES = [0.8, 1, 1.25, 1.5, 1.8] as const;

/** The page for a projector: the map, the scenario's name and both scores, readable from the back of the room. */
export function Presentation(): ReactNode {
  const { view, workspace, model, notices } = useStores();
  const map = useMapCommands();
  const scenario = useModel((state) => state.tracked.scenario);
  const evaluation = useModel((state) => state.evaluated?.evaluation ?? null);
  const shownPeriods = useView((state) => state.shownPeriods);
  const municipality = useModel((state) => state.dataset.parameters.municipality.number);
  const { shipped, own } = useWorkspace((state) => state);
  const [scaleIndex, setScaleIndex] = useState(1);
  const [views, setViews] = useState<readonly SavedView[]>(() => readSavedViews(municipality));
  const [viewIndex, setViewIndex] = useState(-1);
  const cameFrom = useRef(scenario.id);
  const ids = [...shipped, ...own].map(({ id }) => id);
  const place = ids.indexOf(scenario.id);

  const step = useCallback(
    (by: number) => {
      const { shipped: first, own: rest } = workspace.getState();
      const all = [...first, ...rest].map(({ id }) => id);
      const next = all[(all.indexOf(model.getState().tracked.scenario.id) + by + all.length) % all.length];
      if (next !== undefined) void workspace.open(next);
    },
    [model, workspace],
  );
  const showView = useCallback(
    (index: number) => {
      setViewIndex(index);
      const saved = views[index];
      if (saved) map.showCamera(saved);
      else map.resetView();
    },
    [map, views],
  );
  const stepView = useCallback(
    (by: number) => {
      const count = views.length + 1;
      showView(((viewIndex + 1 + by + count) % count) - 1);
    },
    [showView, viewIndex, views.length],
  );
  const scale = useCallback((by: number) => {
    setScaleIndex((index) => Math.min(SCALES.length - 1, Math.max(0, index + by)));
  }, []);
  const leave = useCallback(() => {
    view.present(false);
    if (model.getState().tracked.scenario.id !== cameFrom.current) void workspace.open(cameFrom.current);
  }, [model, view, workspace]);
  usePresentKeys({ step, stepView, scale, leave });

  useEffect(() => {
    // A browser that does not give the whole screen still shows the page without its panels.
    document.documentElement.requestFullscreen?.().catch(() => undefined);
    return () => {
      if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
    };
  }, []);

  const put = (next: readonly SavedView[]): void => {
    setViews(next);
    writeSavedViews(municipality, next);
  };
  const moment = evaluation && momentOf(evaluation, shownPeriods);
  const style = { '--present-scale': SCALES[scaleIndex] } as CSSProperties;
  const when = moment && shownPeriods !== null ? (moment.year === null ? TIME_WORDS.today : TIME_WORDS.endOf(moment.year)) : null;
  return (
    <section className="present" style={style} aria-label={PRESENT_WORDS.present}>
      <header className="present-head" data-covers="top">
        <button type="button" className="icon-button" aria-label={PRESENT_WORDS.previous} onClick={() => step(-1)}>
          <Icon name="foldLeft" size={28} />
        </button>
        <div className="present-title">
          <h2 className="present-name">{scenario.name}</h2>
          <p className="present-facts number">
            {PRESENT_WORDS.dwellings(formatNumber(moment?.dwellings?.placed ?? 0), when ?? formatYears(scenario.programme))}
          </p>
        </div>
        <span className="present-place number">{PRESENT_WORDS.place(place + 1, ids.length)}</span>
        <button type="button" className="icon-button" aria-label={PRESENT_WORDS.next} onClick={() => step(1)}>
          <Icon name="foldRight" size={28} />
        </button>
      </header>
      <footer className="present-scores" data-covers="bottom" aria-live="polite">
        <PresentScore
          name={PRESENT_WORDS.transit}
          score={moment?.transit.score ?? null}
          aside={`${PRESENT_WORDS.today} ${formatNumber(evaluation?.today.score ?? null, 0)}`}
          tick={evaluation?.today.score ?? null}
          tone="transit"
        />
        <PresentScore
          name={PRESENT_WORDS.blueGreen}
          score={moment?.blueGreen?.score ?? null}
          aside={evaluation?.permitted === false ? PRESENT_WORDS.forbidden : ''}
          tone="blue-green"
        />
      </footer>
      <nav className="present-tools" aria-label={PRESENT_WORDS.views}>
        <span className="present-views">
          <button type="button" className="chip" aria-pressed={viewIndex === -1} onClick={() => showView(-1)}>
            {PRESENT_WORDS.opening}
          </button>
          {views.map((saved, index) => (
            <span key={saved.name} className="present-view">
              <button type="button" className="chip" aria-pressed={viewIndex === index} onClick={() => showView(index)}>
                {saved.name}
              </button>
              <button
                type="button"
                className="icon-button"
                aria-label={PRESENT_WORDS.removeView(saved.name)}
                onClick={() => {
                  put(views.filter((other) => other !== saved));
                  setViewIndex(-1);
                }}
              >
                <Icon name="close" size={14} />
              </button>
            </span>
          ))}
          <button
            type="button"
            className="chip"
            onClick={() => {
              const camera = map.camera();
              if (!camera) {
                notices.tell({ subject: 'utsnitt', tone: 'refused', text: PRESENT_WORDS.moveFirst });
                return;
              }
              const taken = new Set(views.map(({ name }) => name));
              let number = 1;
              while (taken.has(PRESENT_WORDS.view(number))) number += 1;
              put([...views, { name: PRESENT_WORDS.view(number), ...camera }]);
              setViewIndex(views.length);
            }}
          >
            <Icon name="plus" size={14} />
            {PRESENT_WORDS.saveView}
          </button>
        </span>
        <button type="button" className="icon-button" aria-label={PRESENT_WORDS.smaller} title={PRESENT_WORDS.smaller} onClick={() => scale(-1)}>
          <Icon name="minus" size={18} />
        </button>
        <button type="button" className="icon-button" aria-label={PRESENT_WORDS.larger} title={PRESENT_WORDS.larger} onClick={() => scale(1)}>
          <Icon name="plus" size={18} />
        </button>
        <button type="button" className="icon-button" aria-label={PRESENT_WORDS.leave} title={PRESENT_WORDS.leave} onClick={leave}>
          <Icon name="close" size={18} />
        </button>
      </nav>
    </section>
  );
}

interface PresentScoreProps {
  readonly name: string;
  readonly score: number | null;
  readonly aside: string;
  readonly tick?: number | null;
  readonly tone: 'transit' | 'blue-green';
}

function PresentScore({ name, score, aside, tick = null, tone }: PresentScoreProps): ReactNode {
  return (
    <div className={`present-score is-${tone}`}>
      <p className="present-score-name">{name}</p>
      <p className="present-score-line">
        <span className="present-number number" data-testid={`present-${tone}`}>
          {formatNumber(score, 0)}
        </span>
        <span className="present-aside number">{aside}</span>
      </p>
      <ScoreBar score={score} tick={tick} tone={tone} />
    </div>
  );
}
