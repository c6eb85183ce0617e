import type { IDBPDatabase } from 'idb';
import { z } from 'zod';
import { identifier, type ScenarioId } from '../../core/domain/identifiers';
import type { Scenario } from '../../core/domain/scenario';
import type { HistoryEntry, Tracked } from '../../core/operations/history';
import { libraryRecord, NO_FLAGS, recordOf, shortOf, type LibraryFlags, type WorkSummary } from './libraryRecords';
import { openWorkDatabase } from './openWorkDatabase';
import { GroundPool, packEntry, packScenario, unpackEntry, unpackScenario } from './packing';
import { parsed, understood } from './storedProblems';
import { STORED_FORMAT, storedEntry, storedGround, storedWork, type StoredWork } from './storedShapes';
import type { WorkDatabase } from './workDatabase';

/** Steps that are read back after a reload; older ones stay stored but cannot be undone. */
const STEPS_READ = 200;
const CURRENT = 'current';

/** Another page has saved the same work since this one read it. */
export class WorkChangedElsewhereError extends Error {
  override readonly name = 'WorkChangedElsewhereError';
}

/** What the store holds, for a list. */
export interface Listing {
  /** The user's works, the latest first; those in the archive and in the bin too. */
  readonly works: readonly WorkSummary[];
  /** How scenarios stand that the user has changed nothing in. */
  readonly flags: ReadonlyMap<ScenarioId, LibraryFlags>;
  readonly unreadable: number;
}

/** What is known of the stored form of a piece of work, so that only what is new is written. */
interface Ledger {
  readonly revision: number;
  /** Steps stored before those of `entries`. */
  readonly firstStep: number;
  readonly entries: readonly HistoryEntry[];
  readonly pool: GroundPool;
  readonly groundsStored: number;
}

function newLedger(): Ledger {
  return { revision: 0, firstStep: 0, entries: [], pool: new GroundPool(), groundsStored: 0 };
}

function whole(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}

/** The works of this browser: scenarios with their history, in IndexedDB. */
export class WorkStorage {
  readonly #name: string;
  #database: IDBPDatabase<WorkDatabase> | null = null;
  readonly #ledgers = new Map<ScenarioId, Ledger>();
  /** Told when a newer version of the program takes the store over: nothing more can be saved from here. */
  onTakenOver: () => void = () => undefined;

  private constructor(name: string) {
    this.#name = name;
  }

  /** Opens the store, making it the first time. Rejects as `openWorkDatabase`. */
  static async open(name = 'smabymodellen'): Promise<WorkStorage> {
    const storage = new WorkStorage(name);
    await storage.#connect();
    return storage;
  }

  /** The connection; a new one where the old is gone. */
  async #connect(): Promise<IDBPDatabase<WorkDatabase>> {
    this.#database ??= await openWorkDatabase(this.#name, (why) => {
      this.#database = null;
      if (why === 'newerVersion') this.onTakenOver();
    });
    return this.#database;
  }

  close(): void {
    this.#database?.close();
    this.#database = null;
  }

  /** All that is stored, by the short of it: no scenario and no history is read. */
  async list(): Promise<Listing> {
    const database = await this.#connect();
    const works: WorkSummary[] = [];
    const flags = new Map<ScenarioId, LibraryFlags>();
    let unreadable = 0;
    for (const value of await database.getAll('library')) {
      const record = libraryRecord.safeParse(value);
      if (!record.success) {
        unreadable += 1;
        continue;
      }
      const { id, saved, locked, archived, deletedAt } = record.data;
      if (saved) works.push({ id, ...saved, locked, archived, deletedAt });
      else flags.set(id, { locked, archived, deletedAt });
    }
    works.sort((left, right) => right.savedAt - left.savedAt);
    return { works, flags, unreadable };
  }

  /** Changes how a scenario stands in the library. */
  async mark(id: ScenarioId, change: Partial<LibraryFlags>): Promise<void> {
    const transaction = (await this.#connect()).transaction('library', 'readwrite', { durability: 'strict' });
    const before = libraryRecord.safeParse(await transaction.store.get(id));
    const flags = { ...NO_FLAGS, ...(before.success ? before.data : {}), ...change };
    await transaction.store.put(recordOf(id, flags, before.success ? before.data.saved : null), id);
    await transaction.done;
  }

  /** The work of an identifier, or null. Throws `UnreadableWorkError` where its stored form is not understood. */
  async load(id: ScenarioId): Promise<Tracked | null> {
    const transaction = (await this.#connect()).transaction(['works', 'entries', 'grounds']);
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
    const transaction = (await this.#connect()).transaction(['works', 'grounds']);
    const [value, grounds] = await Promise.all([
      transaction.objectStore('works').get(id),
      transaction.objectStore('grounds').getAll(whole(id)),
    ]);
    if (value === undefined) return null;
    const { scenario } = parsed(storedWork, value);
    return understood(() => unpackScenario(scenario, new GroundPool(parsed(z.array(storedGround), grounds))));
  }

  /**
   * Stores a work, all of it or nothing, and takes it out of the bin if it lay there. It is on the disk, not only on its way
   * there, when this resolves.
   * @param isOpen whether it is what the next visit is to open with
   * @throws `WorkChangedElsewhereError` where another page got there first, and whatever the browser says when it is full
   */
  async save(tracked: Tracked, isOpen = true): Promise<void> {
    const { scenario, history } = tracked;
    const { id } = scenario;
    const database = await this.#connect();
    const transaction = database.transaction(['works', 'entries', 'grounds', 'library', 'settings'], 'readwrite', {
      durability: 'strict',
    });
    const works = transaction.objectStore('works');
    const steps = transaction.objectStore('entries');
    const grounds = transaction.objectStore('grounds');
    const library = transaction.objectStore('library');
    const done = transaction.done;
    done.catch(() => undefined);
    const [stored, listed] = await Promise.all([works.get(id), library.get(id)]);
    // What has been erased meanwhile is stored anew, all of it.
    const ledger = (stored === undefined ? null : this.#ledgers.get(id)) ?? newLedger();
    const before = z.object({ revision: z.int() }).safeParse(stored);
    if ((before.success ? before.data.revision : 0) !== ledger.revision) {
      transaction.abort();
      await done.catch(() => undefined);
      throw new WorkChangedElsewhereError(scenario.name);
    }
    const entries = [...history.past, ...history.future];
    const record: StoredWork = {
      format: STORED_FORMAT,
      id,
      revision: ledger.revision + 1,
      savedAt: Date.now(),
      scenario: packScenario(scenario, ledger.pool),
      steps: ledger.firstStep + entries.length,
      cursor: ledger.firstStep + history.past.length,
    };
    const flags = libraryRecord.safeParse(listed);
    const writes: Promise<unknown>[] = [
      works.put(record, id),
      library.put(
        recordOf(id, { ...(flags.success ? flags.data : NO_FLAGS), deletedAt: null }, shortOf(scenario, scenario.areas.size, record.savedAt)),
        id,
      ),
    ];
    entries.forEach((entry, index) => {
      if (ledger.entries[index] === entry) return;
      writes.push(steps.put(packEntry(entry, ledger.pool), [id, ledger.firstStep + index]));
    });
    if (ledger.entries.length > entries.length) {
      writes.push(steps.delete(IDBKeyRange.bound([id, record.steps], [id, []])));
    }
    for (let number = ledger.groundsStored; number < ledger.pool.size; number += 1) {
      writes.push(grounds.put(ledger.pool.at(number), [id, number]));
    }
    if (isOpen) writes.push(transaction.objectStore('settings').put(id, CURRENT));
    writes.push(done);
    transaction.commit();
    // Requests that were on their way when the disk ran full only say that they were given up.
    await Promise.all(writes).catch((problem: unknown) => {
      throw transaction.error ?? problem;
    });
    this.#ledgers.set(id, {
      revision: record.revision,
      firstStep: ledger.firstStep,
      entries,
      pool: ledger.pool,
      groundsStored: ledger.pool.size,
    });
  }

  /** Removes a work and its history for good. */
  async remove(id: ScenarioId): Promise<void> {
    const transaction = (await this.#connect()).transaction(['works', 'entries', 'grounds', 'library'], 'readwrite');
    await Promise.all([
      transaction.objectStore('works').delete(id),
      transaction.objectStore('entries').delete(whole(id)),
      transaction.objectStore('grounds').delete(whole(id)),
      transaction.objectStore('library').delete(id),
      transaction.done,
    ]);
    this.#ledgers.delete(id);
  }

  /** The work that was open last. */
  async current(): Promise<ScenarioId | null> {
    const stored = z.string().min(1).safeParse(await this.setting(CURRENT));
    return stored.success ? identifier<ScenarioId>(stored.data) : null;
  }

  /** Remembers which work is open. */
  async setCurrent(id: ScenarioId): Promise<void> {
    await this.keepSetting(CURRENT, id);
  }

  /** Something small that is remembered beside the works; undefined when it is not. */
  async setting(name: string): Promise<unknown> {
    return (await this.#connect()).get('settings', name);
  }

  /** Names of what is remembered that begin so. */
  async settingNames(prefix: string): Promise<readonly string[]> {
    return (await this.#connect()).getAllKeys('settings', IDBKeyRange.bound(prefix, `${prefix}\uffff`));
  }

  /** Remembers something small; undefined forgets it. */
  async keepSetting(name: string, value: unknown): Promise<void> {
    const database = await this.#connect();
    if (value === undefined) await database.delete('settings', name);
    else await database.put('settings', value, name);
  }
}
