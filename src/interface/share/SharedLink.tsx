import { Dialog, Heading } from '@digdir/designsystemet-react';
import { useEffect, useState, type ReactNode } from 'react';
import { ConfirmDialog } from '../dialogs/ConfirmDialog';
import { useServices, type SharedScenario } from '../services';
import { DIALOG_WORDS } from '../words/dialogs';
import { SHARE_WORDS } from '../words/share';

/** A scenario that the page's address carries: the user is asked before anything is taken in. */
export function SharedLink(): ReactNode {
  const { links } = useServices();
  const [shared, setShared] = useState<SharedScenario | null>(null);
  useEffect(() => {
    function look(): void {
      const found = links.read(location.hash);
      if (!found) return;
      setShared(found);
      // A reload is to give what the user has made of it since, not to ask once more.
      history.replaceState(null, '', `${location.pathname}${location.search}`);
    }
    look();
    addEventListener('hashchange', look);
    return () => {
      removeEventListener('hashchange', look);
    };
  }, [links]);
  const close = (): void => {
    setShared(null);
  };
  if (shared?.kind === 'refused') {
    return (
      <Dialog open onClose={close} closeButton={DIALOG_WORDS.close} data-size="sm">
        <Heading level={2} data-size="xs">
          {SHARE_WORDS.refused}
        </Heading>
        <ul className="dialog-problems">
          {shared.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </Dialog>
    );
  }
  if (!shared) return null;
  const { name, note, open, replace } = shared;
  return (
    <ConfirmDialog
      title={SHARE_WORDS.opened(name)}
      text={[note, SHARE_WORDS.openedText, replace ? SHARE_WORDS.hasIt : ''].filter((text) => text !== '').join(' ')}
      choices={[
        { text: SHARE_WORDS.open, onChoose: () => void open() },
        ...(replace ? [{ text: SHARE_WORDS.replace, onChoose: () => void replace() }] : []),
      ]}
      onClose={close}
    />
  );
}
