import type { IDBPTransaction } from 'idb';
import { NO_FLAGS, recordOf, shortOf } from './libraryRecords';
import { STORED_FORMAT, storedWork } from './storedShapes';
import type { WorkDatabase } from './workDatabase';

type Upgrade = IDBPTransaction<WorkDatabase, ('works' | 'entries' | 'grounds' | 'library' | 'settings')[], 'versionchange'>;
type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Town outlines by town, as version 1 kept them, as measures by identifier. */
function measuresOf(townOutlines: unknown): ReadonlyMap<string, unknown> {
  if (!(townOutlines instanceof Map)) return new Map();
  return new Map(
    Array.from(townOutlines, ([town, outline]: [unknown, unknown]) => {
      const id = `omriss-${String(town)}`;
      return [id, outline && { kind: 'townOutline', id, name: 'Nytt omriss', note: '', counted: true, town, outline }];
    }),
  );
}

function withMeasures(fields: unknown, always: boolean): unknown {
  if (!isFields(fields)) return fields;
  const { townOutlines, ...rest } = fields;
  return always || townOutlines !== undefined ? { ...rest, measures: measuresOf(townOutlines) } : rest;
}

/** Brings what version 1 stored to version 2. What it does not understand stays as it is and is told of when it is read. */
async function measuresAndPhases(transaction: Upgrade): Promise<void> {
  const rewrite = async (store: 'works' | 'entries' | 'grounds', change: (value: Fields) => unknown): Promise<void> => {
    let cursor = await transaction.objectStore(store).openCursor();
    while (cursor) {
      const { value } = cursor;
      if (isFields(value)) await cursor.update(change(value));
      cursor = await cursor.continue();
    }
  };
  await rewrite('works', (work) => ({ ...work, format: STORED_FORMAT, scenario: withMeasures(work['scenario'], true) }));
  await rewrite('entries', ({ forward, reverse }) => ({
    forward: withMeasures(forward, false),
    reverse: withMeasures(reverse, false),
  }));
  await rewrite('grounds', (ground) => ({ ...ground, phase: null }));
}

/** Gives every work its record in the library. One that is not understood gets none it could be opened by, but stays. */
async function recordsOfWorks(transaction: Upgrade): Promise<void> {
  const library = transaction.objectStore('library');
  let cursor = await transaction.objectStore('works').openCursor();
  while (cursor) {
    const work = storedWork.safeParse(cursor.value);
    if (work.success) {
      const { id, scenario, savedAt } = work.data;
      await library.put(recordOf(id, NO_FLAGS, shortOf(scenario, scenario.areas.length, savedAt)), id);
    } else {
      await library.put(null, cursor.key);
    }
    cursor = await cursor.continue();
  }
}

/** Brings a store of an older version to the present one, in the transaction that opens it: all of it or nothing. */
export async function migrateStore(transaction: Upgrade, oldVersion: number): Promise<void> {
  if (oldVersion < 2) await measuresAndPhases(transaction);
  if (oldVersion < 3) await recordsOfWorks(transaction);
}
