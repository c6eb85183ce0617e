import type { ReactNode } from 'react';
import type { ExplainedId } from '../../core/scoring/explanation';
import { useStores } from '../../state/hooks';
import { RESULT_WORDS } from '../words/result';

interface ExplainButtonProps {
  readonly number: ExplainedId;
  /** Whether it is today's number. */
  readonly isToday?: boolean;
  /** What the number is called; needed where the button shows only the number. */
  readonly name?: string;
  readonly className?: string;
  readonly testId?: string;
  readonly children: string;
}

/** A number, or its name, that opens where it comes from. Inside an `explain-row` all of the row can be clicked. */
export function ExplainButton({ number, isToday = false, name, className = '', testId, children }: ExplainButtonProps): ReactNode {
  const { explanation } = useStores();
  return (
    <button
      type="button"
      className={`explain ${className}`}
      title={RESULT_WORDS.whereFrom}
      aria-label={name === undefined ? undefined : RESULT_WORDS.explain(name, children)}
      data-testid={testId}
      onClick={() => {
        explanation.open(number, isToday);
      }}
    >
      {children}
    </button>
  );
}
