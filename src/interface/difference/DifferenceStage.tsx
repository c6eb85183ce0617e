import type { KeyboardEvent, ReactNode } from 'react';
import { useDifference, useStores } from '../../state/hooks';
import { DIFFERENCE_WORDS } from '../words/difference';
import { sideName } from './sides';

/** How far an arrow key moves the divider, and with Shift. */
const STEP = 0.02;
const LONG_STEP = 0.1;

/** What lies over the maps: the names of the two, and the divider of the swipe. */
export function DifferenceStage(): ReactNode {
  const view = useDifference((state) => state.view);
  const pair = useDifference((state) => state.pair);
  if (!pair) return null;
  const [first, second] = [sideName(pair.first), sideName(pair.second)];
  return (
    <div className={`difference-stage is-${view ?? 'difference'}`}>
      {view === 'difference' ? (
        <p className="stage-label is-whole" data-covers="top">
          <b>B</b> {second} <span className="quiet">minus</span> <b>A</b> {first}
        </p>
      ) : (
        <>
          <p className="stage-label is-first">
            <b>A</b> {first}
          </p>
          <p className="stage-label is-second" data-covers="top">
            <b>B</b> {second}
          </p>
        </>
      )}
      {view === 'swipe' ? <Divider first={first} /> : null}
    </div>
  );
}

function Divider({ first }: { readonly first: string }): ReactNode {
  const { difference } = useStores();
  const share = useDifference((state) => state.divider);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const step = event.shiftKey ? LONG_STEP : STEP;
    const places: Readonly<Record<string, number>> = { ArrowLeft: share - step, ArrowRight: share + step };
    const place = places[event.key];
    if (place === undefined) return;
    event.preventDefault();
    difference.moveDivider(place);
  }

  return (
    <input
      type="range"
      className="swipe-divider"
      min={0}
      max={1}
      step={0.001}
      value={share}
      aria-label={DIFFERENCE_WORDS.divider}
      aria-valuetext={DIFFERENCE_WORDS.share(first, Math.round(share * 100))}
      onKeyDown={onKeyDown}
      onChange={(event) => {
        difference.moveDivider(event.currentTarget.valueAsNumber);
      }}
    />
  );
}
