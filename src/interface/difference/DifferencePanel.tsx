import { useEffect, useRef, type ReactNode } from 'react';
import type { DifferenceView } from '../../state/differenceStore';
import { useDifference, useModel, useStores } from '../../state/hooks';
import { Icon } from '../parts/icons';
import { useIsNarrow } from '../parts/useIsNarrow';
import { useServices } from '../services';
import { DIFFERENCE_WORDS, VIEW_WORDS } from '../words/difference';
import './difference.css';
import { DifferenceNumbers } from './DifferenceNumbers';
import { DifferenceStage } from './DifferenceStage';
import { PieceCard } from './PieceCard';
import { SideSelect } from './SideSelect';
import { YearChoice } from './YearChoice';

const VIEWS: readonly DifferenceView[] = ['difference', 'swipe', 'beside'];

/** Two scenarios, or one and today, held against each other: what to compare, how to see it, and the numbers. */
export function DifferencePanel(): ReactNode {
  const { difference } = useStores();
  const { differenceLegend } = useServices();
  const shown = useDifference((state) => state.view);
  const pair = useDifference((state) => state.pair);
  const problem = useDifference((state) => state.problem);
  const engineProblem = useModel((model) => model.engineProblem);
  const narrow = useIsNarrow();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const reason = problem ?? engineProblem;
  return (
    <>
      <DifferenceStage />
      <PieceCard />
      <section className="surface surface-result difference-panel" aria-labelledby="difference-heading" data-covers={narrow ? 'bottom' : 'right'}>
        <header className="surface-head">
          <h2 className="surface-title" id="difference-heading" ref={heading} tabIndex={-1}>
            {DIFFERENCE_WORDS.title}
          </h2>
          <button type="button" className="icon-button" aria-label={DIFFERENCE_WORDS.close} title={DIFFERENCE_WORDS.close} onClick={difference.close}>
            <Icon name="close" />
          </button>
        </header>
        <div className="surface-body" tabIndex={-1}>
          <div className="difference-sides">
            <SideSelect side="first" />
            <button type="button" className="icon-button" aria-label={DIFFERENCE_WORDS.swap} title={DIFFERENCE_WORDS.swap} onClick={difference.swap}>
              <Icon name="swap" size={18} />
            </button>
            <SideSelect side="second" />
          </div>
          <fieldset className="segments is-slim difference-views">
            <legend className="sr-only">{DIFFERENCE_WORDS.view}</legend>
            {VIEWS.map((view) => (
              <label key={view} className="segment">
                <input
                  type="radio"
                  name="difference-view"
                  value={view}
                  checked={shown === view}
                  onChange={() => {
                    difference.show(view);
                  }}
                />
                {VIEW_WORDS[view]}
              </label>
            ))}
          </fieldset>
          <YearChoice />
          {shown === 'difference' ? differenceLegend : null}
          {reason === null ? null : <p role="alert">{DIFFERENCE_WORDS.problem(reason)}</p>}
          {pair ? <DifferenceNumbers pair={pair} /> : reason === null ? <output className="quiet">{DIFFERENCE_WORDS.measuring}</output> : null}
        </div>
      </section>
    </>
  );
}
