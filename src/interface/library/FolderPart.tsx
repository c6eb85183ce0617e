import { Button } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useFolder, useStores } from '../../state/hooks';
import { LIBRARY_WORDS } from '../words/library';

/** The folder on the disk that the scenarios are kept in as files too, where the browser can. */
export function FolderPart(): ReactNode {
  const { status, name } = useFolder((state) => state);
  const { folder } = useStores();
  const button = (text: string, perform: () => Promise<void>): ReactNode => (
    <Button key={text} data-size="sm" variant="tertiary" onClick={() => void perform()}>
      {text}
    </Button>
  );
  const shown = {
    unsupported: { text: LIBRARY_WORDS.folderUnsupported, buttons: [] },
    none: { text: LIBRARY_WORDS.folderNone, buttons: [button(LIBRARY_WORDS.folderChoose, folder.choose)] },
    asks: {
      text: LIBRARY_WORDS.folderAsks(name),
      buttons: [button(LIBRARY_WORDS.folderResume, folder.resume), button(LIBRARY_WORDS.folderDisconnect, folder.disconnect)],
    },
    connected: {
      text: LIBRARY_WORDS.folderConnected(name),
      buttons: [button(LIBRARY_WORDS.folderTakeIn, folder.takeIn), button(LIBRARY_WORDS.folderDisconnect, folder.disconnect)],
    },
  }[status];
  return (
    <div className="library-folder">
      <p className="small">
        <strong>{LIBRARY_WORDS.folder}.</strong> <span className="quiet">{shown.text}</span>
      </p>
      {shown.buttons}
    </div>
  );
}
