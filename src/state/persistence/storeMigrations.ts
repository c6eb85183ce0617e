import type { IDBPTransaction, StoreNames } from 'idb';
import { z } from 'zod';
import { shortOf } from './libraryRecords';
import { packAreas } from './packedAreas';
import { STORED_FORMAT, storedWork } from './storedShapes';
import type { WorkDatabase } from './workDatabase';

type Upgrade = IDBPTransaction<WorkDatabase, StoreNames<WorkDatabase>[], 'versionchange'>;
type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function rewrite(transaction: Upgrade, store: 'works' | 'entries' | 'grounds', change: (value: Fields) => unknown): Promise<void> {
  let cursor = await transaction.objectStore(store).openCursor();
  while (cursor) {
    const { value } = cursor;
    if (isFields(value)) await cursor.update(change(value));
    cursor = await cursor.continue();
  }
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
  await rewrite(transaction, 'works', (work) => ({ ...work, format: 2, scenario: withMeasures(work['scenario'], true) }));
  await rewrite(transaction, 'entries', ({ forward, reverse }) => ({
    forward: withMeasures(forward, false),
    reverse: withMeasures(reverse, false),
  }));
  await rewrite(transaction, 'grounds', (ground) => ({ ...ground, phase: null }));
}

const plainAreas = z.array(z.tuple([z.string(), z.int().nullable(), z.array(z.number())]));

/** Areas one by one, as version 2 kept them, in columns. */
function inColumns(fields: unknown): unknown {
  if (!isFields(fields)) return fields;
  const areas = plainAreas.safeParse(fields['areas']);
  return areas.success ? { ...fields, areas: packAreas(areas.data) } : fields;
}

/** Brings what version 2 stored to version 3, as `measuresAndPhases` does for version 1. */
async function areasInColumns(transaction: Upgrade): Promise<void> {
  await rewrite(transaction, 'works', (work) =>
    work['format'] === 2 ? { ...work, format: STORED_FORMAT, scenario: inColumns(work['scenario']) } : work,
  );
  await rewrite(transaction, 'entries', ({ forward, reverse }) => ({ forward: inColumns(forward), reverse: inColumns(reverse) }));
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
      await summaries.put(shortOf(scenario, scenario.areas.ids.length, savedAt), id);
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
  if (oldVersion < 3) {
    await areasInColumns(transaction);
    await shortsOfWorks(transaction);
  }
}
