import { Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import type { OpenedFile } from '../services';
import { DIALOG_WORDS } from '../words/dialogs';
import { ConfirmDialog } from './ConfirmDialog';

/** What opening a file came to, where that is not simply a scenario that is open. */
export function OpenedFileDialog({ opened, onDone }: { readonly opened: OpenedFile | null; readonly onDone: () => void }): ReactNode {
  if (opened?.kind === 'asks') {
    return (
      <ConfirmDialog
        title={DIALOG_WORDS.replaceTitle(opened.name)}
        text={DIALOG_WORDS.replaceText}
        choices={[
          { text: DIALOG_WORDS.separate, onChoose: () => void opened.separate() },
          { text: DIALOG_WORDS.replace, onChoose: () => void opened.replace() },
        ]}
        onClose={onDone}
      />
    );
  }
  if (opened?.kind !== 'refused') return null;
  return (
    <Dialog open onClose={onDone} closeButton={DIALOG_WORDS.close} data-size="sm">
      <Heading level={2} data-size="xs">
        {DIALOG_WORDS.fileRefused}
      </Heading>
      <ul className="dialog-problems">
        {opened.problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
      <Paragraph>{DIALOG_WORDS.fileRefusedText}</Paragraph>
    </Dialog>
  );
}
