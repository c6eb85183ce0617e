import { Textfield } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { COARSEST_GOOD_ACCURACY_METRES } from '../../core/method/parameters';
import { IMPORT_WORDS } from '../words/import';
import { lacksAccuracy, type Draft } from './draft';

const TEXTS = [
  ['title', IMPORT_WORDS.aboutTitle],
  ['source', IMPORT_WORDS.source],
  ['date', IMPORT_WORDS.date],
  ['licence', IMPORT_WORDS.licence],
  ['attribution', IMPORT_WORDS.attribution],
] as const;

interface AboutFieldsProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** Where a layer comes from, how old and how accurate it is. */
export function AboutFields({ draft, onChange }: AboutFieldsProps): ReactNode {
  return (
    <div className="import-about">
      <Textfield
        data-size="sm"
        label={IMPORT_WORDS.accuracy}
        inputMode="decimal"
        value={draft.accuracy}
        error={lacksAccuracy(draft) ? IMPORT_WORDS.accuracyMissing : undefined}
        onChange={(event) => {
          onChange({ accuracy: event.currentTarget.value });
        }}
      />
      {TEXTS.map(([field, label]) => (
        <Textfield
          key={field}
          data-size="sm"
          label={label}
          value={draft[field]}
          onChange={(event) => {
            onChange({ [field]: event.currentTarget.value });
          }}
        />
      ))}
      <p className="small quiet import-wide">{IMPORT_WORDS.accuracyWhy(COARSEST_GOOD_ACCURACY_METRES)}</p>
    </div>
  );
}
