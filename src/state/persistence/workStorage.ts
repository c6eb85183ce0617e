import { openDB, type IDBPDatabase } from 'idb';
import { z } from 'zod';
import { identifier, type ScenarioId } from '../../core/domain/identifiers';
import { programmeDwellings } from '../../core/domain/programme';
import type { Scenario } from '../../core/domain/scenario';
import type { HistoryEntry, Tracked } from '../../core/operations/history';
import { GroundPool, packEntry, packScenario, unpackEntry, unpackScenario } from './packing';
import { migrateStore } from './storeMigrations';
import { STORED_FORMAT, storedEntry, storedGround, storedWork, type StoredWork } from './storedShapes';
import { DATABASE_VERSION, type WorkDatabase } from './workDatabase';

/** Steps that are read back after a reload; older ones stay stored but cannot be undone. */
const STEPS_READ = 200;
const CURRENT = 'current';

/** A stored piece of work, for a list. */
export interface WorkSummary {
  readonly id: ScenarioId;
  readonly name: string;
  readonly savedAt: number;
  readonly dwellings: number;
  readonly lastYear: number;
}

/** Stored work that cannot be read; it stays where it is. */
export class UnreadableWorkError extends Error {
  override readonly name = 'UnreadableWorkError';
}

/** Another page has saved the same work since this one read it. */
export class WorkChangedElsewhereError extends Error {
  override readonly name = 'WorkChangedElsewhereError';
}

/** What is known of the stored form of a piece of work, so that only what is new is written. */
interface Ledger {
  revision: number;
  /** Steps stored before those of `entries`. */
  firstStep: number;
  entries: readonly HistoryEntry[];
  pool: GroundPool;
  groundsStored: number;
}

function summaryOf({ id, savedAt, scenario }: StoredWork): WorkSummary {
  const { name, programme } = scenario;
  return { id, name, savedAt, dwellings: programmeDwellings(programme), lastYear: programme.lastYear };
}

function whole(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}

/** The works of this browser: scenarios with their history, in IndexedDB. */
export class WorkStorage {
  readonly #database: IDBPDatabase<WorkDatabase>;
  readonly #ledgers = new Map<ScenarioId, Ledger>();

  private constructor(database: IDBPDatabase<WorkDatabase>) {
    this.#database = database;
  }

  /** Opens the store, making it the first time. Rejects where the browser has none to give. */
  static async open(name = 'smabymodellen'): Promise<WorkStorage> {
    const database = await openDB<WorkDatabase>(name, DATABASE_VERSION, {
      async upgrade(made, oldVersion, _newVersion, transaction) {
        if (oldVersion > 0) {
          await migrateStore(transaction, oldVersion);
          return;
        }
        made.createObjectStore('works');
        made.createObjectStore('entries');
        made.createObjectStore('grounds');
        made.createObjectStore('settings');
      },
      blocking(_current, _blocked, event) {
        if (event.target instanceof IDBDatabase) event.target.close();
      },
    });
    return new WorkStorage(database);
  }

  close(): void {
    this.#database.close();
  }

  /** All works that can be read, the latest first, and how many could not. */
  async list(): Promise<{ readonly works: readonly WorkSummary[]; readonly unreadable: number }> {
    const works: WorkSummary[] = [];
    let unreadable = 0;
    for (const value of await this.#database.getAll('works')) {
      const work = storedWork.safeParse(value);
      if (work.success) works.push(summaryOf(work.data));
      else unreadable += 1;
    }
    works.sort((left, right) => right.savedAt - left.savedAt);
    return { works, unreadable };
  }

  /** The work of an identifier, or null. Throws `UnreadableWorkError` where its stored form is not understood. */
  async load(id: ScenarioId): Promise<Tracked | null> {
    const transaction = this.#database.transaction(['works', 'entries', 'grounds']);
    const value = await transaction.objectStore('works').get(id);
    if (value === undefined) return null;
    const work = parsed(storedWork, value);
    const firstStep = Math.max(0, work.cursor - STEPS_READ);
    const [grounds, entries] = await Promise.all([
      transaction.objectStore('grounds').getAll(whole(id)),
      transaction.objectStore('entries').getAll(IDBKeyRange.bound([id, firstStep], [id, []])),
    ]);
    const pool = new GroundPool(parsed(z.array(storedGround), grounds));
    return understood(() => {
      const history = parsed(z.array(storedEntry), entries).map((entry) => unpackEntry(entry, pool));
      const cursor = work.cursor - firstStep;
      const tracked = {
        scenario: unpackScenario(work.scenario, pool),
        history: { past: history.slice(0, cursor), future: history.slice(cursor) },
      };
      this.#ledgers.set(id, { revision: work.revision, firstStep, entries: history, pool, groundsStored: pool.size });
      return tracked;
    });
  }

  /** The scenario of a work without its history, or null. Throws as `load`. */
  async scenario(id: ScenarioId): Promise<Scenario | null> {
    const transaction = this.#database.transaction(['works', 'grounds']);
    const [value, grounds] = await Promise.all([
      transaction.objectStore('works').get(id),
      transaction.objectStore('grounds').getAll(whole(id)),
    ]);
    if (value === undefined) return null;
    const { scenario } = parsed(storedWork, value);
    return understood(() => unpackScenario(scenario, new GroundPool(parsed(z.array(storedGround), grounds))));
  }

  /**
   * Stores a work, all of it or nothing. Throws `WorkChangedElsewhereError` where another page got there first,
   * and whatever the browser says when it is full.
   */
  async save(tracked: Tracked): Promise<void> {
    const { scenario, history } = tracked;
    const ledger = this.#ledgers.get(scenario.id) ?? {
      revision: 0,
      firstStep: 0,
      entries: [],
      pool: new GroundPool(),
      groundsStored: 0,
    };
    const entries = [...history.past, ...history.future];
    const transaction = this.#database.transaction(['works', 'entries', 'grounds', 'settings'], 'readwrite');
    const works = transaction.objectStore('works');
    const steps = transaction.objectStore('entries');
    const grounds = transaction.objectStore('grounds');
    const done = transaction.done;
    const before = z.object({ revision: z.int() }).safeParse(await works.get(scenario.id));
    if ((before.success ? before.data.revision : 0) !== ledger.revision) {
      transaction.abort();
      await done.catch(() => undefined);
      throw new WorkChangedElsewhereError(scenario.name);
    }
    const record: StoredWork = {
      format: STORED_FORMAT,
      id: scenario.id,
      revision: ledger.revision + 1,
      savedAt: Date.now(),
      scenario: packScenario(scenario, ledger.pool),
      steps: ledger.firstStep + entries.length,
      cursor: ledger.firstStep + history.past.length,
    };
    const writes: Promise<unknown>[] = [works.put(record, scenario.id)];
    entries.forEach((entry, index) => {
      if (ledger.entries[index] === entry) return;
      writes.push(steps.put(packEntry(entry, ledger.pool), [scenario.id, ledger.firstStep + index]));
    });
    if (ledger.entries.length > entries.length) {
      writes.push(steps.delete(IDBKeyRange.bound([scenario.id, record.steps], [scenario.id, []])));
    }
    for (let number = ledger.groundsStored; number < ledger.pool.size; number += 1) {
      writes.push(grounds.put(ledger.pool.at(number), [scenario.id, number]));
    }
    writes.push(transaction.objectStore('settings').put(scenario.id, CURRENT), done);
    await Promise.all(writes);
    this.#ledgers.set(scenario.id, {
      revision: record.revision,
      firstStep: ledger.firstStep,
      entries,
      pool: ledger.pool,
      groundsStored: ledger.pool.size,
    });
  }

  /** Removes a work and its history for good. */
  async remove(id: ScenarioId): Promise<void> {
    const transaction = this.#database.transaction(['works', 'entries', 'grounds'], 'readwrite');
    await Promise.all([
      transaction.objectStore('works').delete(id),
      transaction.objectStore('entries').delete(whole(id)),
      transaction.objectStore('grounds').delete(whole(id)),
      transaction.done,
    ]);
    this.#ledgers.delete(id);
  }

  /** The work that was open last. */
  async current(): Promise<ScenarioId | null> {
    const stored = z.string().min(1).safeParse(await this.#database.get('settings', CURRENT));
    return stored.success ? identifier<ScenarioId>(stored.data) : null;
  }

  /** Remembers which work is open. */
  async setCurrent(id: ScenarioId): Promise<void> {
    await this.#database.put('settings', id, CURRENT);
  }
}

/** What was unpacked; whatever goes wrong on the way means that the stored form is not understood. */
function understood<Unpacked>(unpack: () => Unpacked): Unpacked {
  try {
    return unpack();
  } catch (problem) {
    if (problem instanceof UnreadableWorkError) throw problem;
    throw new UnreadableWorkError(problem instanceof Error ? problem.message : String(problem), { cause: problem });
  }
}

function parsed<Output>(schema: z.ZodType<Output>, value: unknown): Output {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new UnreadableWorkError(`feltet «${issue?.path.join('.') ?? '?'}»: ${issue?.message ?? ''}`);
}
