import { useEffect, useRef, useState, type ReactNode } from 'react';
import { periodsOf } from '../../core/domain/programme';
import { TYPOLOGY_IDS } from '../../core/domain/typology';
import { setAreaName, setAreaTown } from '../../core/operations/areaDetails';
import { setAreaDevelopableShare, setAreaDwellings, setAreaPhase, setAreaTypology } from '../../core/operations/areaOperations';
import { LIMITS } from '../../core/operations/limits';
import { useModel } from '../../state/hooks';
import { formatNumber, formatQuantity } from '../format/numbers';
import { Icon } from '../parts/icons';
import { NumberField } from '../parts/NumberField';
import { useOperation } from '../parts/useOperation';
import { useMapCommands } from '../services';
import { TYPOLOGY_WORDS } from '../words/card';
import { TABLE_WORDS } from '../words/table';
import { conflictText } from './conflictText';
import type { AreaRow, Column } from './areaRows';
import { useTownNames } from './useTownNames';

interface AreaFieldsProps {
  readonly row: AreaRow;
  readonly index: number;
  /** The column whose field gets the focus. */
  readonly wanted: Column | null;
}

/** The line of the chosen area: everything that can be changed of it, in its place. */
export function AreaFields({ row, index, wanted }: AreaFieldsProps): ReactNode {
  const { area, dwellings, capacity } = row;
  const { id } = area;
  const operate = useOperation('felt');
  const map = useMapCommands();
  const { towns } = useTownNames();
  const programme = useModel((model) => model.tracked.scenario.programme);
  const line = useRef<HTMLTableRowElement>(null);

  useEffect(() => {
    if (wanted !== null) line.current?.querySelector<HTMLElement>(`.column-${wanted} :is(input, select)`)?.focus();
  }, [wanted]);

  return (
    <tr ref={line} aria-rowindex={index} aria-selected="true" className={row.isForbidden ? 'is-chosen is-forbidden' : 'is-chosen'}>
      <th scope="row" className="column-name">
        <div className="table-name-cell">
          <NameField key={area.name} name={area.name} onCommit={(name) => operate((scenario) => setAreaName(scenario, id, name))} />
          <button
            type="button"
            className="icon-button"
            aria-label={TABLE_WORDS.onMap(area.name)}
            title={TABLE_WORDS.onMap(area.name)}
            onClick={() => {
              map.zoomTo({ kind: 'area', area: id });
            }}
          >
            <Icon name="pin" size={17} />
          </button>
        </div>
      </th>
      <td className="column-town">
        <select
          aria-label={TABLE_WORDS.town}
          value={area.town ?? ''}
          onChange={(event) => {
            const town = towns.find((candidate) => candidate.id === event.currentTarget.value)?.id ?? null;
            operate((scenario, context) => setAreaTown(scenario, context, id, town));
          }}
        >
          {towns.map((town) => (
            <option key={town.id} value={town.id}>
              {town.name}
            </option>
          ))}
          <option value="">{TABLE_WORDS.outside}</option>
        </select>
      </td>
      <td className="column-typology">
        <select
          aria-label={TABLE_WORDS.typology}
          value={area.typology}
          onChange={(event) => {
            const typology = TYPOLOGY_IDS.find((candidate) => candidate === event.currentTarget.value);
            if (typology) operate((scenario, context) => setAreaTypology(scenario, context, id, typology));
          }}
        >
          {TYPOLOGY_IDS.map((typology) => (
            <option key={typology} value={typology}>
              {TYPOLOGY_WORDS[typology]}
            </option>
          ))}
        </select>
      </td>
      <td className="number column-share">
        <NumberField
          label={TABLE_WORDS.columns.share}
          labelHidden
          small
          unit="%"
          value={area.developableShare * 100}
          decimals={1}
          minimum={0.1}
          maximum={100}
          step={5}
          onCommit={(percent) => operate((scenario, context) => setAreaDevelopableShare(scenario, context, id, percent / 100))}
        />
      </td>
      <td className="number">{formatQuantity(row.landDaa)}</td>
      <td className="number column-dwellings">
        <NumberField
          label={TABLE_WORDS.columns.dwellings}
          labelHidden
          small
          value={dwellings}
          minimum={0}
          maximum={LIMITS.areaDwellings}
          step={10}
          onCommit={(count) => operate((scenario, context) => setAreaDwellings(scenario, context, id, count))}
        />
      </td>
      <td className="number">{formatNumber(capacity)}</td>
      <td className="column-phase">
        <select
          aria-label={TABLE_WORDS.columns.phase}
          value={area.phase ?? ''}
          onChange={(event) => {
            const phase = event.currentTarget.value === '' ? null : Number(event.currentTarget.value);
            operate((scenario, context) => setAreaPhase(scenario, context, id, phase));
          }}
        >
          <option value="">{TABLE_WORDS.followsTown}</option>
          {periodsOf(programme).map((period, phase) => (
            <option key={period.firstYear} value={phase}>
              {TABLE_WORDS.fromYear(period.firstYear)}
            </option>
          ))}
        </select>
      </td>
      <td className="number">{formatNumber(row.departureMinutes, 1)}</td>
      <td className="column-conflicts" title={conflictText(row)}>
        {conflictText(row)}
      </td>
    </tr>
  );
}

/** A name, taken in on Enter and when it is left; Escape gives it up. */
function NameField({ name, onCommit }: { readonly name: string; readonly onCommit: (name: string) => string | null }): ReactNode {
  const [draft, setDraft] = useState(name);
  return (
    <input
      type="text"
      aria-label={TABLE_WORDS.columns.name}
      value={draft}
      maxLength={LIMITS.nameCharacters}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        else if (event.key === 'Escape' && draft !== name) {
          event.stopPropagation();
          setDraft(name);
        }
      }}
      onBlur={() => {
        if (draft !== name && onCommit(draft) !== null) setDraft(name);
      }}
    />
  );
}
