import type { ReactNode } from 'react';
import { useDifference, useStores } from '../../state/hooks';
import { DIFFERENCE_WORDS } from '../words/difference';

/** The year by whose end the two are held against each other; nothing where there is only one. */
export function YearChoice(): ReactNode {
  const { difference } = useStores();
  const years = useDifference((state) => state.years);
  const year = useDifference((state) => state.year);
  if (years.length === 0) return null;
  const stops = [...years.map(String), DIFFERENCE_WORDS.allYears];
  const position = year === null ? years.length : years.indexOf(year);
  const show = (at: number): void => difference.showYear(years[at] ?? null);
  return (
    <div className="time-scale difference-years">
      <input
        type="range"
        className="time-slider"
        min={0}
        max={years.length}
        step={1}
        value={position}
        aria-label={DIFFERENCE_WORDS.year}
        aria-valuetext={stops[position]}
        onChange={(event) => {
          show(event.currentTarget.valueAsNumber);
        }}
      />
      <div className="time-stops" aria-hidden="true">
        {stops.map((stop, index) => (
          <button
            key={stop}
            type="button"
            tabIndex={-1}
            className={index === position ? 'time-stop is-shown number' : 'time-stop number'}
            onClick={() => {
              show(index);
            }}
          >
            {stop}
          </button>
        ))}
      </div>
    </div>
  );
}
