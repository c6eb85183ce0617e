import { Button, Textfield } from '@digdir/designsystemet-react';
import { useState, type ReactNode } from 'react';
import type { ScenarioId } from '../../core/domain/identifiers';
import { LIMITS } from '../../core/operations/limits';
import { renameScenario, setScenarioNote } from '../../core/operations/scenarioOperations';
import { useStores, useWorkspace } from '../../state/hooks';
import type { LibraryEntry } from '../../state/library';
import type { LibraryOperation } from '../../state/workspace';
import { ConfirmDialog } from '../dialogs/ConfirmDialog';
import { useServices } from '../services';
import { LIBRARY_WORDS } from '../words/library';

interface EntryDetailsProps {
  readonly entry: LibraryEntry;
  readonly isOpen: boolean;
  /** Another scenario takes its place in sight. */
  readonly onChoose: (id: ScenarioId | null) => void;
}

/** One scenario of the library, and what can be done with it. */
export function EntryDetails({ entry, isOpen, onChoose }: EntryDetailsProps): ReactNode {
  const { id, deletedAt } = entry;
  const { view, workspace } = useStores();
  return (
    <section className="library-details" aria-label={entry.name}>
      {deletedAt === null ? <Words key={`${entry.name}\n${entry.note}`} entry={entry} /> : <p className="library-name">{entry.name}</p>}
      <p className="quiet small number">
        {LIBRARY_WORDS.extent(entry.dwellings, entry)} · {LIBRARY_WORDS.areas(entry.areas)} ·{' '}
        {entry.savedAt === null ? LIBRARY_WORDS.asShipped : LIBRARY_WORDS.saved(entry.savedAt)}
      </p>
      {entry.locked ? <p className="quiet small">{LIBRARY_WORDS.lockedText}</p> : null}
      {deletedAt === null ? (
        <div className="library-actions">
          <Button
            data-size="sm"
            disabled={isOpen}
            onClick={() => {
              void workspace.open(id);
              view.showDialog(null);
            }}
          >
            {isOpen ? LIBRARY_WORDS.isOpen : LIBRARY_WORDS.open}
          </Button>
          <Actions entry={entry} onChoose={onChoose} />
        </div>
      ) : (
        <BinActions entry={entry} deletedAt={deletedAt} />
      )}
    </section>
  );
}

/** Name and note, taken in when they are left. */
function Words({ entry }: { readonly entry: LibraryEntry }): ReactNode {
  const { workspace } = useStores();
  const [name, setName] = useState(entry.name);
  const [note, setNote] = useState(entry.note);
  const [problem, setProblem] = useState<string | null>(null);

  async function take(operation: LibraryOperation): Promise<void> {
    setProblem(await workspace.change(entry.id, operation));
    await workspace.refresh();
  }

  return (
    <div className="library-words">
      <Textfield
        label={LIBRARY_WORDS.name}
        value={name}
        readOnly={entry.locked}
        maxLength={LIMITS.nameCharacters}
        error={problem}
        onChange={(event) => {
          setName(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
        onBlur={() => {
          if (name !== entry.name) void take((scenario) => renameScenario(scenario, name));
        }}
      />
      <Textfield
        label={LIBRARY_WORDS.note}
        multiline
        rows={4}
        value={note}
        readOnly={entry.locked}
        placeholder={LIBRARY_WORDS.notePlaceholder}
        maxLength={LIMITS.noteCharacters}
        onChange={(event) => {
          setNote(event.currentTarget.value);
        }}
        onBlur={() => {
          if (note !== entry.note) void take((scenario) => setScenarioNote(scenario, note));
        }}
      />
    </div>
  );
}

function Actions({ entry, onChoose }: Pick<EntryDetailsProps, 'entry' | 'onChoose'>): ReactNode {
  const { id, locked, archived, origin } = entry;
  const { notices, workspace } = useStores();
  const { files } = useServices();
  const actions: readonly (readonly [string, () => void])[] = [
    [
      LIBRARY_WORDS.duplicate,
      () => {
        void workspace.copy(id).then(() => {
          onChoose(null);
        });
      },
    ],
    [locked ? LIBRARY_WORDS.unlock : LIBRARY_WORDS.lock, () => void workspace.lock(id, !locked)],
    [archived ? LIBRARY_WORDS.unarchive : LIBRARY_WORDS.archive, () => void workspace.archive(id, !archived)],
    [
      LIBRARY_WORDS.saveFile,
      () => {
        files.saveScenarioOf(id).catch((problem: unknown) => {
          notices.tell({ subject: 'filer', tone: 'problem', text: problem instanceof Error ? problem.message : String(problem) });
        });
      },
    ],
  ];
  return (
    <>
      {actions.map(([text, perform]) => (
        <Button key={text} data-size="sm" variant="secondary" onClick={perform}>
          {text}
        </Button>
      ))}
      {origin === 'own' ? (
        <Button data-size="sm" variant="tertiary" data-color="danger" onClick={() => void workspace.remove(id)}>
          {LIBRARY_WORDS.remove}
        </Button>
      ) : null}
    </>
  );
}

function BinActions({ entry, deletedAt }: { readonly entry: LibraryEntry; readonly deletedAt: number }): ReactNode {
  const { workspace } = useStores();
  const deleted = useWorkspace((state) => state.deleted);
  const [erasing, setErasing] = useState<readonly LibraryEntry[]>([]);
  const [first] = erasing;
  return (
    <>
      <p className="quiet small">{LIBRARY_WORDS.goneAt(deletedAt)}</p>
      <div className="library-actions">
        <Button data-size="sm" onClick={() => void workspace.undelete(entry.id)}>
          {LIBRARY_WORDS.undelete}
        </Button>
        <Button
          data-size="sm"
          variant="secondary"
          data-color="danger"
          onClick={() => {
            setErasing([entry]);
          }}
        >
          {LIBRARY_WORDS.erase}
        </Button>
        <Button
          data-size="sm"
          variant="tertiary"
          data-color="danger"
          onClick={() => {
            setErasing(deleted);
          }}
        >
          {LIBRARY_WORDS.eraseAll}
        </Button>
      </div>
      {first ? (
        <ConfirmDialog
          title={erasing.length === 1 ? LIBRARY_WORDS.eraseTitle(first.name) : LIBRARY_WORDS.eraseAllTitle(erasing.length)}
          text={LIBRARY_WORDS.eraseText}
          choices={[
            {
              text: LIBRARY_WORDS.erase,
              danger: true,
              onChoose: () => {
                for (const { id } of erasing) void workspace.erase(id);
              },
            },
          ]}
          onClose={() => {
            setErasing([]);
          }}
        />
      ) : null}
    </>
  );
}
