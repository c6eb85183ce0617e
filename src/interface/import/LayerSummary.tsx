import { useId, type ReactNode } from 'react';
import { CHOOSABLE_SYSTEMS, type SystemId } from '../../core/import/coordinateSystem';
import type { ImportSummary } from '../../core/import/importedLayer';
import type { Counted } from '../../core/import/tally';
import { IMPORT_WORDS } from '../words/import';

interface LayerSummaryProps {
  readonly summary: ImportSummary;
  readonly isPlacing: boolean;
  readonly onSystem: (system: SystemId, isSwapped: boolean) => void;
}

/** What a layer holds, where it lies, and what was mended and left out. */
export function LayerSummary({ summary, isPlacing, onSystem }: LayerSummaryProps): ReactNode {
  const id = useId();
  const { system } = summary;
  const known = CHOOSABLE_SYSTEMS.some((choosable) => choosable.id === system.id);
  const systems = known ? CHOOSABLE_SYSTEMS : [...CHOOSABLE_SYSTEMS, { id: system.id, title: system.title }];
  const shapes = summary.polygons + summary.lines + summary.points;
  return (
    <dl className="import-summary">
      <div>
        <dt>{IMPORT_WORDS.content}</dt>
        <dd className={shapes === 0 ? 'is-problem' : undefined}>
          {IMPORT_WORDS.shapes(summary)}
          {summary.areaDaa > 0 ? `, ${IMPORT_WORDS.area(summary.areaDaa)}` : ''}
          {shapes === summary.objectCount ? '' : ` ${IMPORT_WORDS.ofObjects(summary.objectCount)}`}
        </dd>
      </div>
      <div>
        <dt>
          <label htmlFor={id}>{IMPORT_WORDS.system}</label>
        </dt>
        <dd>
          <span className={system.basis === 'guess' ? 'is-problem' : undefined}>{IMPORT_WORDS.systemBasis(system)}</span>
          {system.contradicts === null ? null : (
            <span className="is-problem import-line">
              {system.basis === 'guess' ? IMPORT_WORDS.unknownSystem(system.contradicts) : IMPORT_WORDS.contradicts(system.contradicts)}
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
                if (chosen) onSystem(chosen.id, false);
              }}
            >
              {systems.map((choosable) => (
                <option key={choosable.id} value={choosable.id}>
                  {choosable.title}
                </option>
              ))}
            </select>
            <label className="import-check">
              <input
                type="checkbox"
                checked={system.isSwapped}
                disabled={isPlacing}
                onChange={(event) => {
                  onSystem(system.id, event.currentTarget.checked);
                }}
              />
              {IMPORT_WORDS.swapped}
            </label>
          </span>
        </dd>
      </div>
      <CountedList title={IMPORT_WORDS.repaired} counted={summary.repaired} />
      <CountedList title={IMPORT_WORDS.dropped} counted={summary.dropped} />
      {summary.notes.map((note) => (
        <div key={note}>
          <dt />
          <dd>{note}</dd>
        </div>
      ))}
    </dl>
  );
}

function CountedList({ title, counted }: { readonly title: string; readonly counted: readonly Counted[] }): ReactNode {
  if (counted.length === 0) return null;
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {counted.map(({ what, count }) => (
          <span key={what} className="import-line">
            {IMPORT_WORDS.counted(what, count)}
          </span>
        ))}
      </dd>
    </div>
  );
}
