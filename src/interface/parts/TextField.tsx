import { useId, useState, type ReactNode } from 'react';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly onCommit: (value: string) => string | null;
}

/** Text that is taken in on Enter and on leaving; a refusal leaves what was typed. */
export function TextField({ label, value, maxLength, onCommit }: TextFieldProps): ReactNode {
  const [draft, setDraft] = useState<string | null>(null);
  const id = useId();
  const commit = (): void => {
    if (draft === null || draft === value || onCommit(draft) === null) setDraft(null);
  };
  return (
    <div>
      <label className="number-field-label" htmlFor={id}>
        {label}
      </label>
      <div className="number-field-box">
        <input
          id={id}
          type="text"
          maxLength={maxLength}
          value={draft ?? value}
          onChange={(event) => {
            setDraft(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
            if (event.key === 'Escape' && draft !== null) {
              event.stopPropagation();
              setDraft(null);
            }
          }}
          onBlur={commit}
        />
      </div>
    </div>
  );
}
