import type { ReactNode } from 'react';
import { PROTECTION_CODES, type Measure } from '../../core/domain/measure';
import { STATION_MODES } from '../../core/domain/station';
import { LIMITS } from '../../core/operations/limits';
import { editMeasure, removeMeasure, type MeasureEdit } from '../../core/operations/measureOperations';
import { useModel } from '../../state/hooks';
import { Choice } from '../parts/Choice';
import { NumberField } from '../parts/NumberField';
import { TextField } from '../parts/TextField';
import { useOperation } from '../parts/useOperation';
import { MODE_WORDS } from '../words/card';
import { MEASURE_WORDS, PROTECTION_WORDS } from '../words/measures';
import { useMeasureDrawing } from './useMeasureDrawing';

/** What can be set of one measure. */
export function MeasureEditor({ measure }: { readonly measure: Measure }): ReactNode {
  const operate = useOperation('tiltak');
  const drawing = useMeasureDrawing();
  const { id } = measure;
  const edit = (change: MeasureEdit): string | null => operate((scenario) => editMeasure(scenario, id, change));
  return (
    <div className="measure-editor">
      <TextField label={MEASURE_WORDS.name} value={measure.name} maxLength={LIMITS.nameCharacters} onCommit={(name) => edit({ name })} />
      {measure.kind === 'protection' ? (
        <Choice
          label={MEASURE_WORDS.code}
          value={measure.code}
          options={PROTECTION_CODES.map((code) => [code, PROTECTION_WORDS[code]] as const)}
          onChoose={(code) => edit({ code })}
        />
      ) : null}
      {measure.kind === 'addedStation' ? <AddedStationFields measure={measure} edit={edit} /> : null}
      {measure.kind === 'stationChange' && measure.departuresPerHour !== null ? (
        <Departures value={measure.departuresPerHour} edit={edit} />
      ) : null}
      <TextField label={MEASURE_WORDS.note} value={measure.note} maxLength={LIMITS.noteCharacters} onCommit={(note) => edit({ note })} />
      <p className="measure-actions small">
        {'outline' in measure ? (
          <button
            type="button"
            className="text-button"
            onClick={() => {
              void drawing.edited(measure.outline, (outline) => (scenario) => editMeasure(scenario, id, { outline }));
            }}
          >
            {MEASURE_WORDS.editOutline}
          </button>
        ) : (
          <button
            type="button"
            className="text-button"
            onClick={() => {
              void drawing.placed((position) => (scenario) => editMeasure(scenario, id, { position }));
            }}
          >
            {MEASURE_WORDS.move}
          </button>
        )}
        <button
          type="button"
          className="text-button is-danger"
          onClick={() => {
            operate((scenario) => removeMeasure(scenario, id));
          }}
        >
          {MEASURE_WORDS.remove}
        </button>
      </p>
    </div>
  );
}

type Edit = (change: MeasureEdit) => string | null;

function Departures({ value, edit }: { readonly value: number; readonly edit: Edit }): ReactNode {
  return (
    <NumberField
      label={MEASURE_WORDS.departures}
      value={value}
      decimals={1}
      minimum={0}
      maximum={LIMITS.departuresPerHour}
      step={1}
      onCommit={(departuresPerHour) => edit({ departuresPerHour })}
    />
  );
}

function AddedStationFields({
  measure,
  edit,
}: {
  readonly measure: Extract<Measure, { readonly kind: 'addedStation' }>;
  readonly edit: Edit;
}): ReactNode {
  const stations = useModel((model) => model.dataset.stations);
  const lines = [...new Set([...stations.filter(({ mode }) => mode === measure.mode).map(({ line }) => line), measure.line])];
  return (
    <>
      <div className="area-fields">
        <Choice
          label={MEASURE_WORDS.mode}
          value={measure.mode}
          options={STATION_MODES.map((mode) => [mode, MODE_WORDS[mode]] as const)}
          onChoose={(mode) => {
            const line = stations.find((station) => station.mode === mode)?.line;
            return edit({ mode, ...(line === undefined ? {} : { line }) });
          }}
        />
        <Choice label={MEASURE_WORDS.line} value={measure.line} options={lines.map((line) => [line, line])} onChoose={(line) => edit({ line })} />
      </div>
      <div className="area-fields">
        <Departures value={measure.departuresPerHour} edit={edit} />
        <NumberField
          label={MEASURE_WORDS.openingYear}
          value={measure.openingYear}
          plain
          minimum={LIMITS.firstYear}
          maximum={LIMITS.lastYear}
          step={1}
          onCommit={(openingYear) => edit({ openingYear })}
        />
      </div>
    </>
  );
}
