import type { IDBPTransaction, StoreNames } from 'idb';
import { shortOf } from './libraryRecords';
import { STORED_FORMAT, storedWork } from './storedShapes';
import type { WorkDatabase } from './workDatabase';

type Upgrade = IDBPTransaction<WorkDatabase, StoreNames<WorkDatabase>[], 'versionchange'>;
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

/** Gives every work its short and claims its revision. One that is not understood is listed as such, and stays. */
async function shortsOfWorks(transaction: Upgrade): Promise<void> {
  const summaries = transaction.objectStore('summaries');
  const revisions = transaction.objectStore('revisions');
  let cursor = await transaction.objectStore('works').openCursor();
  while (cursor) {
    const work = storedWork.safeParse(cursor.value);
    if (work.success) {
      const { id, revision, scenario, savedAt } = work.data;
      await summaries.put(shortOf(scenario, scenario.areas.length, savedAt), id);
      await revisions.put(savedAt, [id, revision]);
    } else {
      await summaries.put(null, cursor.key);
    }
    cursor = await cursor.continue();
  }
}

/** Brings a store of an older version to the present one, in the transaction that opens it: all of it or nothing. */
export async function migrateStore(transaction: Upgrade, oldVersion: number): Promise<void> {
  if (oldVersion < 2) await measuresAndPhases(transaction);
  if (oldVersion < 3) await shortsOfWorks(transaction);
}
