import type { ReactNode } from 'react';
import { EXPORT_WORDS, type FormatWords } from '../words/export';

/** What came of the latest file that was asked for. */
export type Outcome =
  | { readonly kind: 'working' | 'saved'; readonly id: string }
  | { readonly kind: 'failed'; readonly id: string; readonly text: string };

interface RowProps {
  readonly words: FormatWords;
  readonly outcome: Outcome | null;
  readonly isBusy: boolean;
  readonly onSave: () => void;
  /** Between what the file is and the button that makes it. */
  readonly choices?: ReactNode;
  readonly children?: ReactNode;
}

/** A format with its button; `children` stand below it. */
export function FormatRow({ words: { name, format, what }, outcome, isBusy, onSave, choices, children }: RowProps): ReactNode {
  return (
    <li className="export-row">
      <div className="export-what">
        <span className="export-name">{name}</span> <span className="export-format">{format}</span>
        <p className="small quiet">{what}</p>
        {children}
        {outcome?.kind === 'failed' ? (
          <p className="small export-problem" role="alert">
            {outcome.text}
          </p>
        ) : null}
      </div>
      {choices}
      <button type="button" className="export-button" disabled={isBusy} aria-label={EXPORT_WORDS.saveWhat(name, format)} onClick={onSave}>
        {outcome?.kind === 'working' ? EXPORT_WORDS.working : EXPORT_WORDS.save}
      </button>
    </li>
  );
}
