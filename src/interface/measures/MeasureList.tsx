import { Switch } from '@digdir/designsystemet-react';
import { useState, type ReactNode } from 'react';
import type { MeasureId } from '../../core/domain/identifiers';
import { editMeasure } from '../../core/operations/measureOperations';
import { useModel } from '../../state/hooks';
import { Fold } from '../parts/Fold';
import { Icon } from '../parts/icons';
import { useOperation } from '../parts/useOperation';
import { useMapCommands } from '../services';
import { MEASURE_KEYS, MEASURE_KIND_WORDS, MEASURE_WORDS, NEW_MEASURES } from '../words/measures';
import { MeasureEditor } from './MeasureEditor';
import './measures.css';
import { useNewMeasures } from './useNewMeasures';

/** What the scenario does beside building homes: each can be switched off, changed and taken away. */
export function MeasureList(): ReactNode {
  const measures = useModel((model) => model.tracked.scenario.measures);
  const operate = useOperation('tiltak');
  const map = useMapCommands();
  const create = useNewMeasures();
  const [open, setOpen] = useState<MeasureId | null>(null);
  const all = [...measures.values()];
  return (
    <Fold title={MEASURE_WORDS.heading} aside={MEASURE_WORDS.count(all.filter(({ counted }) => counted).length, all.length)}>
      {all.length === 0 ? <p className="small quiet">{MEASURE_WORDS.intro}</p> : null}
      <ul className="menu-list">
        {all.map((measure) => (
          <li key={measure.id} className="measure">
            <div className="measure-row">
              <Switch
                data-size="sm"
                position="start"
                checked={measure.counted}
                aria-label={MEASURE_WORDS.counted(measure.name)}
                onChange={(event) => {
                  const counted = event.currentTarget.checked;
                  operate((scenario) => editMeasure(scenario, measure.id, { counted }));
                }}
              />
              <button
                type="button"
                className="measure-name"
                title={MEASURE_WORDS.show(measure.name)}
                onClick={() => {
                  map.zoomTo({ kind: 'measure', measure: measure.id });
                }}
              >
                {measure.name}
                <span className="quiet small">{MEASURE_KIND_WORDS[measure.kind]}</span>
              </button>
              <button
                type="button"
                className="text-button small"
                aria-expanded={open === measure.id}
                onClick={() => {
                  setOpen(open === measure.id ? null : measure.id);
                }}
              >
                {open === measure.id ? MEASURE_WORDS.done : MEASURE_WORDS.edit}
              </button>
            </div>
            {open === measure.id ? <MeasureEditor measure={measure} /> : null}
          </li>
        ))}
      </ul>
      <h4 className="measure-add quiet small">{MEASURE_WORDS.add}</h4>
      <div className="measure-buttons">
        {NEW_MEASURES.map((kind) =>
          kind === 'addStation' && !create.hasLine ? null : (
            <button
              key={kind}
              type="button"
              className="chip"
              title={`${kind === 'addStation' ? MEASURE_WORDS.placing : MEASURE_WORDS.drawing} (${MEASURE_KEYS[kind].toUpperCase()})`}
              onClick={() => {
                create.begin(kind);
              }}
            >
              <Icon name="plus" size={14} />
              {MEASURE_WORDS[kind]}
            </button>
          ),
        )}
      </div>
    </Fold>
  );
}
