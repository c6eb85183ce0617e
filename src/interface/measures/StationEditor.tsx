import type { ReactNode } from 'react';
import type { StationId } from '../../core/domain/identifiers';
import { LIMITS } from '../../core/operations/limits';
import { changeStation, stationChange } from '../../core/operations/measureOperations';
import { useModel } from '../../state/hooks';
import { NumberField } from '../parts/NumberField';
import { useOperation } from '../parts/useOperation';
import { MEASURE_WORDS } from '../words/measures';
import { MeasureEditor } from './MeasureEditor';
import { useMeasureDrawing } from './useMeasureDrawing';

/** What if this station had other departures, or lay elsewhere? A station that the scenario adds is edited as what it is. */
export function StationEditor({ station: id }: { readonly station: StationId }): ReactNode {
  const station = useModel((model) => model.dataset.stations.find((candidate) => candidate.id === id) ?? null);
  const scenario = useModel((model) => model.tracked.scenario);
  const operate = useOperation('tiltak');
  const drawing = useMeasureDrawing();
  if (!station) {
    const added = [...scenario.measures.values()].find((measure) => String(measure.id) === String(id));
    return added ? <MeasureEditor measure={added} /> : null;
  }
  const change = stationChange(scenario, id);
  const position = change?.position ?? null;
  const departuresPerHour = change?.departuresPerHour ?? null;
  return (
    <div className="measure-editor">
      <p className="small quiet">{MEASURE_WORDS.changeStation}</p>
      <NumberField
        label={MEASURE_WORDS.departures}
        unit={departuresPerHour === null ? '' : MEASURE_WORDS.asToday(station.departuresPerHour)}
        value={departuresPerHour ?? station.departuresPerHour}
        decimals={1}
        minimum={0}
        maximum={LIMITS.departuresPerHour}
        step={1}
        onCommit={(departures) =>
          operate((current) =>
            changeStation(current, station, {
              position,
              departuresPerHour: departures === station.departuresPerHour ? null : departures,
            }),
          )
        }
      />
      <p className="measure-actions small">
        <button
          type="button"
          className="text-button"
          onClick={() => {
            void drawing.placed((to) => (current) => changeStation(current, station, { position: to, departuresPerHour }));
          }}
        >
          {MEASURE_WORDS.move}
        </button>
        {change ? (
          <button
            type="button"
            className="text-button"
            onClick={() => {
              operate((current) => changeStation(current, station, { position: null, departuresPerHour: null }));
            }}
          >
            {MEASURE_WORDS.reset}
          </button>
        ) : null}
      </p>
    </div>
  );
}
