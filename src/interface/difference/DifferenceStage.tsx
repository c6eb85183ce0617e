import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
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
        <p className="stage-label is-whole">
          <b>B</b> {second} <span className="quiet">minus</span> <b>A</b> {first}
        </p>
      ) : (
        <>
          <p className="stage-label is-first">
            <b>A</b> {first}
          </p>
          <p className="stage-label is-second">
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
  const handle = useRef<HTMLDivElement>(null);

  function follow(event: PointerEvent<HTMLDivElement>): void {
    const stage = handle.current?.parentElement?.getBoundingClientRect();
    if (!stage || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    difference.moveDivider((event.clientX - stage.left) / stage.width);
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const step = event.shiftKey ? LONG_STEP : STEP;
    const places: Readonly<Record<string, number>> = { ArrowLeft: share - step, ArrowRight: share + step, Home: 0, End: 1 };
    const place = places[event.key];
    if (place === undefined) return;
    event.preventDefault();
    difference.moveDivider(place);
  }

  const percent = Math.round(share * 100);
  return (
    <div
      ref={handle}
      className="swipe-divider"
      style={{ left: `${share * 100}%` }}
      role="slider"
      aria-orientation="horizontal"
      aria-label={DIFFERENCE_WORDS.divider}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={DIFFERENCE_WORDS.share(first, percent)}
      tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={follow}
      onKeyDown={onKeyDown}
    >
      <span className="swipe-handle" aria-hidden="true">
        ‹ ›
      </span>
    </div>
  );
}
