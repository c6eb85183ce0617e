import type { ReactNode } from 'react';
import type { ScenarioId } from '../../core/domain/identifiers';
import type { Library, LibraryEntry } from '../../state/library';
import { Fold } from '../parts/Fold';
import { Icon } from '../parts/icons';
import { LIBRARY_WORDS } from '../words/library';

interface EntryListProps {
  readonly library: Library;
  readonly sought: string;
  readonly openId: ScenarioId;
  readonly chosenId: ScenarioId | null;
  readonly onChoose: (id: ScenarioId) => void;
}

/** Every scenario by where it is kept; a search leaves out those whose name and note have nothing of it. */
export function EntryList({ library, sought, openId, chosenId, onChoose }: EntryListProps): ReactNode {
  const words = sought.trim().toLocaleLowerCase('nb');
  const isSought = ({ name, note }: LibraryEntry): boolean => `${name} ${note}`.toLocaleLowerCase('nb').includes(words);

  const rows = (entries: readonly LibraryEntry[], none: string): ReactNode => {
    const found = entries.filter(isSought);
    if (found.length === 0) return <p className="library-none">{words === '' ? none : LIBRARY_WORDS.noneFound}</p>;
    return (
      <ul className="library-rows">
        {found.map((entry) => (
          <li key={entry.id}>
            <button
              type="button"
              className="library-row"
              aria-current={entry.id === chosenId}
              onClick={() => {
                onChoose(entry.id);
              }}
            >
              <span className="library-row-text">
                <span className="library-row-name">{entry.name}</span>
                <span className="library-row-note">{LIBRARY_WORDS.extent(entry.dwellings, entry)}</span>
              </span>
              {entry.locked ? <Icon name="lock" size={15} /> : null}
              {entry.locked ? <span className="sr-only">{LIBRARY_WORDS.locked}</span> : null}
              {entry.changed ? <span className="library-tag">{LIBRARY_WORDS.changed}</span> : null}
              {entry.id === openId ? <span className="library-tag is-open">{LIBRARY_WORDS.isOpen}</span> : null}
            </button>
          </li>
        ))}
      </ul>
    );
  };

  const isIn = (entries: readonly LibraryEntry[]): boolean =>
    entries.some(({ id }) => id === chosenId) || (words !== '' && entries.some(isSought));

  return (
    <nav className="library-list" aria-label={LIBRARY_WORDS.title}>
      <h3 className="library-heading">{LIBRARY_WORDS.own}</h3>
      {rows(library.own, LIBRARY_WORDS.noOwn)}
      <h3 className="library-heading">{LIBRARY_WORDS.shipped}</h3>
      {rows(library.shipped, LIBRARY_WORDS.noneFound)}
      <Fold key={`a${String(isIn(library.archived))}`} title={LIBRARY_WORDS.archived} aside={library.archived.length} startsOpen={isIn(library.archived)}>
        {rows(library.archived, LIBRARY_WORDS.emptyArchive)}
      </Fold>
      <Fold key={`b${String(isIn(library.deleted))}`} title={LIBRARY_WORDS.bin} aside={library.deleted.length} startsOpen={isIn(library.deleted)}>
        {rows(library.deleted, LIBRARY_WORDS.emptyBin)}
      </Fold>
    </nav>
  );
}
