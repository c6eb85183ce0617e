import type { ReactNode } from 'react';
import { useModel, useStores, useView } from '../../state/hooks';
import type { Target } from '../../state/target';
import { Icon } from '../parts/icons';
import { MeasureEditor } from '../measures/MeasureEditor';
import { StationEditor } from '../measures/StationEditor';
import { TownOutlineEditor } from '../measures/TownOutlineEditor';
import { CARD_WORDS } from '../words/card';
import { AreaEditor } from './AreaEditor';
import { describe } from './description';

/** What was clicked, what more lies there, and for an area what can be set. */
export function TargetCard(): ReactNode {
  const pinned = useView((view) => view.pinned);
  const dataset = useModel((model) => model.dataset);
  const scenario = useModel((model) => model.tracked.scenario);
  const evaluation = useModel((model) => model.evaluated?.evaluation ?? null);
  const { view } = useStores();
  if (!pinned) return null;
  const known = { dataset, scenario, evaluation };
  const description = describe(pinned.target, known);
  if (!description) return null;
  const area = pinned.target.kind === 'area' ? scenario.areas.get(pinned.target.area) : undefined;

  const measure = pinned.target.kind === 'measure' ? scenario.measures.get(pinned.target.measure) : undefined;

  function choose(target: Target): void {
    const rest = pinned ? [pinned.target, ...pinned.beneath].filter((other) => other !== target) : [];
    view.pin({ target, beneath: rest });
    view.selectArea(target.kind === 'area' ? target.area : null);
  }

  function close(): void {
    view.pin(null);
    view.selectArea(null);
    view.focusConflict(null);
  }

  const others = new Map<string, Target>();
  for (const target of pinned.beneath) {
    const title = describe(target, known)?.title;
    if (title !== undefined && title !== description.title && !others.has(title)) others.set(title, target);
  }
  return (
    <section className="surface target-card" aria-label={description.title} aria-live="polite">
      <header className="target-head">
        <div>
          <h2 className="target-title">{description.title}</h2>
          {description.kind === description.title ? null : <p className="target-kind">{description.kind}</p>}
        </div>
        <button type="button" className="icon-button" aria-label={CARD_WORDS.close} onClick={close}>
          <Icon name="close" size={18} />
        </button>
      </header>
      <div className="target-body">
        {area ? <AreaEditor key={area.id} area={area} /> : null}
        {measure ? <MeasureEditor key={measure.id} measure={measure} /> : null}
        {area || measure ? null : (
          description.facts.map((fact) => (
            <p key={fact} className="target-fact number">
              {fact}
            </p>
          ))
        )}
        {pinned.target.kind === 'station' ? <StationEditor station={pinned.target.station} /> : null}
        {pinned.target.kind === 'town' ? <TownOutlineEditor town={pinned.target.town} /> : null}
        {others.size > 0 ? (
          <div className="target-others small">
            <span className="quiet">{CARD_WORDS.alsoHere}</span>
            {[...others].map(([title, target]) => (
              <button
                key={title}
                type="button"
                className="text-button"
                onClick={() => {
                  choose(target);
                }}
              >
                {title}
              </button>
            ))}
          </div>
        ) : null}
      </div>
    </section>
  );
}
