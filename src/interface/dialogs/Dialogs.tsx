import type { ComponentType, ReactNode } from 'react';
import { useStores, useView } from '../../state/hooks';
import { Later } from '../parts/Later';
import type { OpenedFile } from '../services';
import { KeysDialog } from './KeysDialog';
import { OpenedFileDialog } from './OpenedFileDialog';
import { LinkDialog } from '../share/LinkDialog';
import { RenameDialog } from './RenameDialog';

const loadMethod = (): Promise<ComponentType> =>
  import('../method/PublishedMethod').then(({ PublishedMethod }) => PublishedMethod);

const loadCompare = (): Promise<ComponentType> => import('../compare/Compare').then(({ Compare }) => Compare);

const loadMultiples = (): Promise<ComponentType> =>
  import('../multiples/Multiples').then(({ Multiples }) => Multiples);

const loadLibrary = (): Promise<ComponentType> => import('../library/Library').then(({ Library }) => Library);

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
      {dialog === 'multiples' ? <Later load={loadMultiples} /> : null}
      {dialog === 'method' ? <Later load={loadMethod} /> : null}
      {dialog === 'export' ? <Later load={loadExport} /> : null}
      {dialog === 'link' ? <LinkDialog onClose={close} /> : null}
      {dialog === 'rename' ? <RenameDialog onClose={close} /> : null}
      {dialog === 'library' ? <Later load={loadLibrary} /> : null}
      <OpenedFileDialog opened={opened} onDone={onDone} />
    </>
  );
}
