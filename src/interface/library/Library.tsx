import { Button, Dialog, Heading } from '@digdir/designsystemet-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { ScenarioId } from '../../core/domain/identifiers';
import { useModel, useStores, useWorkspace } from '../../state/hooks';
import { entriesOf, type LibraryEntry } from '../../state/library';
import { OpenedFileDialog } from '../dialogs/OpenedFileDialog';
import { FileButton } from '../parts/FileButton';
import { useServices, type OpenedFile } from '../services';
import { LIBRARY_WORDS } from '../words/library';
import { EntryDetails } from './EntryDetails';
import { EntryList } from './EntryList';
import { FolderPart } from './FolderPart';
import './library.css';

/** All scenarios: the list, and what can be done with the one that is chosen. */
export function Library(): ReactNode {
  const { notices, view, workspace } = useStores();
  const { files } = useServices();
  const library = useWorkspace((state) => state);
  const openId = useModel((model) => model.tracked.scenario.id);
  const [chosen, setChosen] = useState<ScenarioId | null>(null);
  const [opened, setOpened] = useState<OpenedFile | null>(null);
  const [sought, setSought] = useState('');

  useEffect(() => {
    void workspace.refresh();
  }, [workspace]);

  const entries = entriesOf(library);
  const shown: LibraryEntry | undefined =
    entries.find(({ id }) => id === chosen) ?? entries.find(({ id }) => id === openId) ?? entries[0];

  async function openFiles(chosenFiles: readonly File[]): Promise<void> {
    try {
      setOpened(await files.open(chosenFiles));
      setChosen(null);
    } catch (problem) {
      notices.tell({ subject: 'filer', tone: 'problem', text: problem instanceof Error ? problem.message : String(problem) });
    }
  }

  return (
    <Dialog
      open
      onClose={() => {
        view.showDialog(null);
      }}
      closeButton={LIBRARY_WORDS.close}
      closedby="any"
      className="library-dialog"
      data-size="sm"
    >
      <Heading level={2} data-size="xs">
        {LIBRARY_WORDS.title}
      </Heading>
      <div className="library-tools">
        <Button
          data-size="sm"
          onClick={() => {
            setChosen(null);
            void workspace.create();
          }}
        >
          {LIBRARY_WORDS.create}
        </Button>
        <FileButton text={LIBRARY_WORDS.openFile} onFiles={(chosenFiles) => void openFiles(chosenFiles)} />
        <input
          type="search"
          className="library-search"
          aria-label={LIBRARY_WORDS.search}
          placeholder={LIBRARY_WORDS.search}
          value={sought}
          onChange={(event) => {
            setSought(event.currentTarget.value);
          }}
        />
      </div>
      <div className="library-body">
        <EntryList library={library} sought={sought} openId={openId} chosenId={shown?.id ?? null} onChoose={setChosen} />
        {shown ? (
          <EntryDetails
            key={shown.id}
            entry={shown}
            isOpen={shown.id === openId}
            onChoose={setChosen}
          />
        ) : null}
      </div>
      <FolderPart />
      {library.unreadable > 0 ? <p className="quiet small">{LIBRARY_WORDS.unreadable(library.unreadable)}</p> : null}
      <OpenedFileDialog
        opened={opened}
        onDone={() => {
          setOpened(null);
        }}
      />
    </Dialog>
  );
}
