import { openDB, type IDBPDatabase } from 'idb';
import { migrateStore } from './storeMigrations';
import { NewerStoreError, StoreHeldError, type WorkDatabase } from './workDatabase';

/** Raise it, and add to `migrateStore`, whenever a stored shape changes. */
const DATABASE_VERSION = 3;

/** How long another page gets to let go of an older store, milliseconds. */
const PATIENCE = 4000;

/**
 * Opens the store, making it the first time and bringing an older one to the present version.
 * @param onClosed the connection is gone: a newer version wanted the store, or the browser took it away
 * @throws `NewerStoreError`, `StoreHeldError`, or whatever the browser says where it has no store to give
 */
export async function openWorkDatabase(
  name: string,
  onClosed: (why: 'newerVersion' | 'browser') => void,
): Promise<IDBPDatabase<WorkDatabase>> {
  let giveUp: ((problem: Error) => void) | null = null;
  const tooLong = new Promise<never>((_resolve, reject) => {
    giveUp = reject;
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let upgradeProblem: unknown = null;
  const opening = openDB<WorkDatabase>(name, DATABASE_VERSION, {
    async upgrade(made, oldVersion, _newVersion, transaction) {
      transaction.done.catch(() => undefined);
      try {
        if (oldVersion === 0) {
          for (const store of ['works', 'entries', 'grounds', 'settings'] as const) made.createObjectStore(store);
        }
        if (oldVersion < 3) for (const store of ['summaries', 'library', 'revisions'] as const) made.createObjectStore(store);
        if (oldVersion > 0) await migrateStore(transaction, oldVersion);
      } catch (problem) {
        // Half a migration must not stay: the store is again what it was.
        upgradeProblem = problem;
        transaction.abort();
      }
    },
    blocked() {
      timer = setTimeout(() => giveUp?.(new StoreHeldError()), PATIENCE);
    },
    blocking(_current, _blocked, event) {
      // What is being written is still written: closing waits for it.
      if (event.target instanceof IDBDatabase) event.target.close();
      onClosed('newerVersion');
    },
    terminated() {
      onClosed('browser');
    },
  });
  try {
    return await Promise.race([opening, tooLong]);
  } catch (problem) {
    if (problem instanceof StoreHeldError) void opening.then((late) => late.close());
    if (problem instanceof DOMException && problem.name === 'VersionError') throw new NewerStoreError(problem.message, { cause: problem });
    throw upgradeProblem ?? problem;
  } finally {
    clearTimeout(timer);
  }
}
