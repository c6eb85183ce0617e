import { useId, type ReactNode } from 'react';
import { TYPOLOGY_IDS, type TypologyId } from '../../core/domain/typology';
import { TYPOLOGY_WORDS } from '../words/card';

interface TypologySelectProps {
  readonly label: string;
  readonly value: TypologyId;
  readonly onChoose: (typology: TypologyId) => void;
}

function isTypology(text: string): text is TypologyId {
  return (TYPOLOGY_IDS as readonly string[]).includes(text);
}

/** A choice of what is built. */
export function TypologySelect({ label, value, onChoose }: TypologySelectProps): ReactNode {
  const id = useId();
  return (
    <div className="select-field">
      <label className="number-field-label" htmlFor={id}>
        {label}
      </label>
      <div className="number-field-box">
        <select
          id={id}
          value={value}
          onChange={(event) => {
            if (isTypology(event.currentTarget.value)) onChoose(event.currentTarget.value);
          }}
        >
          {TYPOLOGY_IDS.map((typology) => (
            <option key={typology} value={typology}>
              {TYPOLOGY_WORDS[typology]}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
