import { useId, type ReactNode } from 'react';
import { CHOOSABLE_SYSTEMS, type SystemId } from '../../core/import/coordinateSystem';
import type { RasterCandidate } from '../../engine/raster/describeRaster';
import { IMPORT_WORDS } from '../words/import';
import { RASTER_WORDS } from '../words/raster';

interface RasterSummaryProps {
  readonly candidate: RasterCandidate;
  readonly isPlacing: boolean;
  readonly onSystem: (system: SystemId) => void;
}

/** How large a raster is, what its cells hold, and where it lies. */
export function RasterSummary({ candidate: { facts, isHere }, isPlacing, onSystem }: RasterSummaryProps): ReactNode {
  const id = useId();
  const { system } = facts;
  const known = CHOOSABLE_SYSTEMS.some((choosable) => choosable.id === system.id);
  const systems = known ? CHOOSABLE_SYSTEMS : [...CHOOSABLE_SYSTEMS, { id: system.id, title: system.title }];
  return (
    <dl className="import-summary">
      <div>
        <dt>{RASTER_WORDS.size}</dt>
        <dd>{RASTER_WORDS.sizeText(facts)}</dd>
      </div>
      <div>
        <dt>{RASTER_WORDS.noData}</dt>
        <dd>{RASTER_WORDS.noDataText(facts.noData)}</dd>
      </div>
      <div>
        <dt>
          <label htmlFor={id}>{IMPORT_WORDS.system}</label>
        </dt>
        <dd>
          <span className={system.basis === 'guess' ? 'is-problem' : undefined}>{IMPORT_WORDS.systemBasis(system)}</span>
          {system.contradicts === null ? null : <span className="is-problem import-line">{RASTER_WORDS.unknown(system)}</span>}
          {isHere ? null : (
            <span className="is-problem import-line" role="alert">
              {RASTER_WORDS.elsewhere}
            </span>
          )}
          <span className="import-line">
            <select
              id={id}
              className="import-select"
              value={system.id}
              disabled={isPlacing}
              onChange={(event) => {
                const chosen = systems.find((choosable) => choosable.id === event.currentTarget.value);
                if (chosen) onSystem(chosen.id);
              }}
            >
              {systems.map((choosable) => (
                <option key={choosable.id} value={choosable.id}>
                  {choosable.title}
                </option>
              ))}
            </select>
          </span>
        </dd>
      </div>
      {facts.notes.map((note) => (
        <div key={note}>
          <dt />
          <dd>{note}</dd>
        </div>
      ))}
    </dl>
  );
}
