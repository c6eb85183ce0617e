import { addGreen, addProtection, addStation } from '../../core/operations/measureOperations';
import { useModel } from '../../state/hooks';
import type { NewMeasure } from '../words/measures';
import { useMeasureDrawing } from './useMeasureDrawing';

/** Departures that a new station starts with until the user says otherwise. */
const NEW_STATION_DEPARTURES = 4;

/** Green structure, of the zones that can be laid on land. */
const NEW_PROTECTION = '540';

/** New measures, each begun on the map. */
export interface NewMeasures {
  /** Whether the place has a line that a station can lie on. */
  readonly hasLine: boolean;
  readonly begin: (kind: NewMeasure) => void;
}

/** Lets the user begin on a new measure. */
export function useNewMeasures(): NewMeasures {
  const stations = useModel((model) => model.dataset.stations);
  const drawing = useMeasureDrawing();
  const line = stations.find(({ mode }) => mode === 'metro') ?? stations[0];
  return {
    hasLine: line !== undefined,
    begin: (kind) => {
      switch (kind) {
        case 'addGreen':
          void drawing.drawn((outline) => (scenario) => addGreen(scenario, outline));
          break;
        case 'addProtection':
          void drawing.drawn((outline) => (scenario) => addProtection(scenario, outline, NEW_PROTECTION));
          break;
        case 'addStation':
          if (!line) return;
          void drawing.placed(
            (position) => (scenario) =>
              addStation(scenario, { mode: line.mode, line: line.line, position, departuresPerHour: NEW_STATION_DEPARTURES }),
          );
      }
    },
  };
}
