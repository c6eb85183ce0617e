import { Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ComponentType, ReactNode } from 'react';
import { useStores, useView } from '../../state/hooks';
import { Later } from '../parts/Later';
import type { OpenedFile } from '../services';
import { DIALOG_WORDS } from '../words/dialogs';
import { ConfirmDialog } from './ConfirmDialog';
import { KeysDialog } from './KeysDialog';
import { LinkDialog } from '../share/LinkDialog';
import { RenameDialog } from './RenameDialog';

const loadMethod = (): Promise<ComponentType> =>
  import('../method/PublishedMethod').then(({ PublishedMethod }) => PublishedMethod);

const loadCompare = (): Promise<ComponentType> => import('../compare/Compare').then(({ Compare }) => Compare);

const loadExport = (): Promise<ComponentType> => import('../export/ExportDialog').then(({ ExportDialog }) => ExportDialog);

/** The dialog that is open, if any: of the page, or of a file that was opened. */
export function Dialogs({ opened, onDone }: { readonly opened: OpenedFile | null; readonly onDone: () => void }): ReactNode {
  const dialog = useView((view) => view.dialog);
  const { view } = useStores();
  const close = (): void => {
    view.showDialog(null);
  };
  return (
    <>
      {dialog === 'keys' ? <KeysDialog onClose={close} /> : null}
      {dialog === 'compare' ? <Later load={loadCompare} /> : null}
      {dialog === 'method' ? <Later load={loadMethod} /> : null}
      {dialog === 'export' ? <Later load={loadExport} /> : null}
      {dialog === 'link' ? <LinkDialog onClose={close} /> : null}
      {dialog === 'rename' ? <RenameDialog onClose={close} /> : null}
      {opened?.kind === 'asks' ? (
        <ConfirmDialog
          title={DIALOG_WORDS.replaceTitle(opened.name)}
          text={DIALOG_WORDS.replaceText}
          choices={[
            { text: DIALOG_WORDS.separate, onChoose: () => void opened.separate() },
            { text: DIALOG_WORDS.replace, onChoose: () => void opened.replace() },
          ]}
          onClose={onDone}
        />
      ) : null}
      {opened?.kind === 'refused' ? (
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
      ) : null}
    </>
  );
}
