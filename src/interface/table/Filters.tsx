import type { ReactNode } from 'react';
import { TYPOLOGY_IDS } from '../../core/domain/typology';
import { TYPOLOGY_WORDS } from '../words/card';
import { TABLE_WORDS } from '../words/table';
import type { Selection } from './areaRows';
import { useTownNames } from './useTownNames';

interface FiltersProps {
  readonly selection: Selection;
  readonly onChange: (selection: Selection) => void;
}

const CONFLICTS = ['any', 'with', 'forbidden'] as const;

const CONFLICT_TEXTS = { any: TABLE_WORDS.anyConflict, with: TABLE_WORDS.withConflict, forbidden: TABLE_WORDS.forbidden };

/** What picks out areas: words of their name, their town, what is built, and what they meet. */
export function Filters({ selection, onChange }: FiltersProps): ReactNode {
  const { towns } = useTownNames();
  const { town, typology, conflict, sought } = selection;
  return (
    <div className="table-filters">
      <input
        type="search"
        className="table-filter"
        aria-label={TABLE_WORDS.search}
        placeholder={TABLE_WORDS.search}
        value={sought}
        onChange={(event) => {
          onChange({ ...selection, sought: event.currentTarget.value });
        }}
      />
      <select
        className="table-filter"
        aria-label={TABLE_WORDS.town}
        value={town ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          onChange({ ...selection, town: chosen === 'outside' ? chosen : (towns.find(({ id }) => id === chosen)?.id ?? null) });
        }}
      >
        <option value="">{TABLE_WORDS.allTowns}</option>
        {towns.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value="outside">{TABLE_WORDS.outside}</option>
      </select>
      <select
        className="table-filter"
        aria-label={TABLE_WORDS.typology}
        value={typology ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          onChange({ ...selection, typology: TYPOLOGY_IDS.find((id) => id === chosen) ?? null });
        }}
      >
        <option value="">{TABLE_WORDS.allTypologies}</option>
        {TYPOLOGY_IDS.map((id) => (
          <option key={id} value={id}>
            {TYPOLOGY_WORDS[id]}
          </option>
        ))}
      </select>
      <select
        className="table-filter"
        aria-label={TABLE_WORDS.conflict}
        value={conflict}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          onChange({ ...selection, conflict: CONFLICTS.find((kind) => kind === chosen) ?? 'any' });
        }}
      >
        {CONFLICTS.map((kind) => (
          <option key={kind} value={kind}>
            {CONFLICT_TEXTS[kind]}
          </option>
        ))}
      </select>
    </div>
  );
}
