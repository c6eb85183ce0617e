import { Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { DIALOG_WORDS } from '../words/dialogs';

interface ConfirmDialogProps {
  readonly title: string;
  readonly text: string;
  readonly choices: readonly { readonly text: string; readonly danger?: boolean; readonly onChoose: () => void }[];
  readonly onClose: () => void;
}

/** Asks before something is replaced or removed. Escape and Avbryt change nothing. */
export function ConfirmDialog({ title, text, choices, onClose }: ConfirmDialogProps): ReactNode {
  return (
    <Dialog open onClose={onClose} closeButton={DIALOG_WORDS.close} data-size="sm">
      <Heading level={2} data-size="xs">
        {title}
      </Heading>
      <Paragraph>{text}</Paragraph>
      <div className="dialog-buttons">
        {choices.map((choice, index) => (
          <Button
            key={choice.text}
            data-color={choice.danger ? 'danger' : 'accent'}
            variant={index === 0 ? 'primary' : 'secondary'}
            onClick={() => {
              onClose();
              choice.onChoose();
            }}
          >
            {choice.text}
          </Button>
        ))}
        <Button variant="tertiary" onClick={onClose}>
          {DIALOG_WORDS.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
