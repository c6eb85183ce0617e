import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { formatUpTo, parseNumber } from '../format/numbers';
import { FIELD_WORDS } from '../words/field';

interface NumberFieldProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: number;
  readonly unit?: string;
  readonly decimals?: number;
  readonly minimum: number;
  readonly maximum: number;
  /** What the arrow keys add or take. */
  readonly step: number;
  /** Years carry no space between thousands. */
  readonly plain?: boolean;
  readonly small?: boolean;
  readonly disabled?: boolean;
  /** Takes the value in; gives back why not, in Norwegian, or null. */
  readonly onCommit: (value: number) => string | null;
}

/** A number that can be typed or stepped. It is taken in on Enter, on leaving, and at each step of an arrow key. */
export function NumberField(props: NumberFieldProps): ReactNode {
  const { label, value, unit, decimals = 0, minimum, maximum, step, plain = false, onCommit } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const written = plain ? String(value) : formatUpTo(value, decimals);

  function leave(): void {
    setDraft(null);
    setProblem(null);
  }

  function commit(next: number | null): boolean {
    if (next === null || next < minimum || next > maximum) {
      const text = (limit: number): string => (plain ? String(limit) : formatUpTo(limit, decimals));
      setProblem(FIELD_WORDS.outOfRange(text(minimum), text(maximum)));
      return false;
    }
    const refusal = onCommit(next);
    setProblem(refusal);
    if (refusal === null) setDraft(null);
    return refusal === null;
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Enter' && draft !== null) commit(parseNumber(draft));
    else if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation();
      leave();
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      const from = draft === null ? value : (parseNumber(draft) ?? value);
      const next = from + (event.key === 'ArrowUp' ? step : -step);
      commit(Math.min(maximum, Math.max(minimum, next)));
    }
  }

  return (
    <div className={props.small ? 'number-field is-small' : 'number-field'}>
      <label htmlFor={id} className={props.labelHidden ? 'sr-only' : 'number-field-label'}>
        {label}
      </label>
      <div className={problem === null ? 'number-field-box' : 'number-field-box is-invalid'}>
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          disabled={props.disabled}
          value={draft ?? written}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onFocus={(event) => {
            event.currentTarget.select();
          }}
          onChange={(event) => {
            setDraft(event.currentTarget.value);
            setProblem(null);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            if (draft === null || commit(parseNumber(draft))) leave();
          }}
        />
        {unit === undefined ? null : <span className="number-field-unit">{unit}</span>}
      </div>
      {problem === null ? null : (
        <p id={`${id}-problem`} className="number-field-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
