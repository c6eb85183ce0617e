import { useEffect, useState, type ReactNode } from 'react';
import { periodsOf } from '../../core/domain/programme';
import { momentOf } from '../../core/scoring/periodMoment';
import { useModel, useStores, useView } from '../../state/hooks';
import { Icon } from '../parts/icons';
import { TIME_WORDS } from '../words/time';
import { GrowthCurves } from './GrowthCurves';
import './time.css';

const STEP_MILLISECONDS = 1100;

/** The years of the programme as a slider: map and numbers follow. Only where there is more than one period. */
export function TimeBar(): ReactNode {
  const programme = useModel((model) => model.tracked.scenario.programme);
  const evaluation = useModel((model) => model.evaluated?.evaluation ?? null);
  const shown = useView((view) => view.shownPeriods);
  const { view } = useStores();
  const [isPlaying, setPlaying] = useState(false);
  const hasCurves = useView((state) => state.open.curves);
  const periods = periodsOf(programme);
  const position = Math.min(shown ?? periods.length, periods.length);

  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => {
      const at = view.getState().shownPeriods ?? periods.length;
      if (at >= periods.length) setPlaying(false);
      else view.showPeriods(at + 1);
    }, STEP_MILLISECONDS);
    return () => {
      clearInterval(timer);
    };
  }, [isPlaying, periods.length, view]);

  if (periods.length < 2) return null;
  const stops = [TIME_WORDS.today, ...periods.map(({ lastYear }) => String(lastYear))];
  const moment = evaluation && momentOf(evaluation, position);
  const placed = moment?.dwellings?.placed ?? 0;
  return (
    <section className="time-bar" aria-label={TIME_WORDS.time} data-covers="bottom">
      {hasCurves && evaluation ? <GrowthCurves evaluation={evaluation} shown={position} /> : null}
      <div className="time-row">
        <button
          type="button"
          className="icon-button"
          aria-label={isPlaying ? TIME_WORDS.pause : TIME_WORDS.play}
          title={isPlaying ? TIME_WORDS.pause : TIME_WORDS.play}
          onClick={() => {
            if (!isPlaying) view.showPeriods(0);
            setPlaying(!isPlaying);
          }}
        >
          <Icon name={isPlaying ? 'pause' : 'play'} size={18} />
        </button>
        <div className="time-scale">
          <input
            type="range"
            className="time-slider"
            min={0}
            max={periods.length}
            step={1}
            value={position}
            aria-label={TIME_WORDS.slider}
            aria-valuetext={position === 0 ? TIME_WORDS.today : TIME_WORDS.endOf(periods[position - 1]?.lastYear ?? 0)}
            onChange={(event) => {
              setPlaying(false);
              view.showPeriods(Number(event.currentTarget.value));
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
                  setPlaying(false);
                  view.showPeriods(index);
                }}
              >
                {stop}
              </button>
            ))}
          </div>
        </div>
        <p className="time-growth number">
          {placed > 0 ? TIME_WORDS.growth(placed, moment?.persons ?? 0) : TIME_WORDS.nothingYet}
        </p>
        <button
          type="button"
          className="icon-button"
          aria-pressed={hasCurves}
          aria-label={hasCurves ? TIME_WORDS.hideCurves : TIME_WORDS.curves}
          title={hasCurves ? TIME_WORDS.hideCurves : TIME_WORDS.curves}
          onClick={() => {
            view.setOpen('curves', !hasCurves);
          }}
        >
          <Icon name="curves" size={18} />
        </button>
      </div>
    </section>
  );
}
