import type { IDBPDatabase } from 'idb';
import { z } from 'zod';
import { identifier, type ScenarioId } from '../../core/domain/identifiers';
import type { Scenario } from '../../core/domain/scenario';
import type { HistoryEntry, Tracked } from '../../core/operations/history';
import { NO_FLAGS, shortOf, storedFlags, storedShort, type LibraryFlags, type WorkSummary } from './libraryRecords';
import { openWorkDatabase } from './openWorkDatabase';
import { GroundPool, packEntry, packScenario, unpackEntry, unpackScenario } from './packing';
import { parsed, understood } from './storedProblems';
import { STORED_FORMAT, storedEntry, storedGround, storedWork, type StoredWork } from './storedShapes';
import { keysOfWork, type WorkDatabase } from './workDatabase';

/** Steps that are read back after a reload; older ones stay stored but cannot be undone. */
const STEPS_READ = 200;
const CURRENT = 'current';
const SETTLED = 'settled';

/** Another page has saved the same work since this one read it. */
export class WorkChangedElsewhereError extends Error {
  override readonly name = 'WorkChangedElsewhereError';
}

/** What the store holds, for a list. */
export interface Listing {
  /** The user's works, the latest first; those in the archive and in the bin too. */
  readonly works: readonly WorkSummary[];
  /** How scenarios stand that do not stand as usual. */
  readonly flags: ReadonlyMap<ScenarioId, LibraryFlags>;
  readonly unreadable: number;
}

/** What is known of the stored form of a piece of work, so that only what is new is written, and nothing is read twice. */
interface Ledger {
  readonly revision: number;
  /** Steps stored before those of `entries`. */
  readonly firstStep: number;
  readonly entries: readonly HistoryEntry[];
  readonly pool: GroundPool;
  readonly groundsStored: number;
  /** The work itself, as it is stored; null before its first save. */
  readonly tracked: Tracked | null;
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
    const transaction = (await this.#connect()).transaction(['summaries', 'library']);
    const [shorts, flagged, standings] = await Promise.all([
      transaction.objectStore('summaries').getAll(),
      transaction.objectStore('library').getAllKeys(),
      transaction.objectStore('library').getAll(),
    ]);
    const flags = new Map(flagged.map((id, index) => [identifier<ScenarioId>(id), storedFlags.parse(standings[index])]));
    const read = shorts.map((value) => storedShort.safeParse(value));
    const works = read.flatMap(({ data }) => (data ? [{ ...data, ...(flags.get(data.id) ?? NO_FLAGS) }] : []));
    works.sort((left, right) => right.savedAt - left.savedAt);
    return { works, flags, unreadable: read.length - works.length };
  }

  /** Changes how a scenario stands in the library. */
  async mark(id: ScenarioId, change: Partial<LibraryFlags>): Promise<void> {
    const transaction = (await this.#connect()).transaction('library', 'readwrite', { durability: 'strict' });
    const before = storedFlags.parse(await transaction.store.get(id));
    await transaction.store.put({ ...before, ...change }, id);
    await transaction.done;
  }

  /** The work of an identifier, or null. Throws `UnreadableWorkError` where its stored form is not understood. */
  async load(id: ScenarioId): Promise<Tracked | null> {
    const transaction = (await this.#connect()).transaction(['works', 'entries', 'grounds']);
    const value = await transaction.objectStore('works').get(id);
    if (value === undefined) return null;
    const work = parsed(storedWork, value);
    const known = this.#ledgers.get(id);
    if (known?.tracked && known.revision === work.revision) return known.tracked;
    const firstStep = Math.max(0, work.cursor - STEPS_READ);
    const [grounds, entries] = await Promise.all([
      transaction.objectStore('grounds').getAll(keysOfWork(id)),
      transaction.objectStore('entries').getAll(keysOfWork(id, firstStep)),
    ]);
    const pool = new GroundPool(parsed(z.array(storedGround), grounds));
    return understood(() => {
      const history = parsed(z.array(storedEntry), entries).map((entry) => unpackEntry(entry, pool));
      const cursor = work.cursor - firstStep;
      const tracked = {
        scenario: unpackScenario(work.scenario, pool),
        history: { past: history.slice(0, cursor), future: history.slice(cursor) },
      };
      this.#ledgers.set(id, { revision: work.revision, firstStep, entries: history, pool, groundsStored: pool.size, tracked });
      return tracked;
    });
  }

  /** The scenario of a work without its history, or null. Throws as `load`. */
  async scenario(id: ScenarioId): Promise<Scenario | null> {
    const transaction = (await this.#connect()).transaction(['works', 'grounds']);
    const [value, grounds] = await Promise.all([
      transaction.objectStore('works').get(id),
      transaction.objectStore('grounds').getAll(keysOfWork(id)),
    ]);
    if (value === undefined) return null;
    const { scenario } = parsed(storedWork, value);
    return understood(() => unpackScenario(scenario, new GroundPool(parsed(z.array(storedGround), grounds))));
  }

  /**
   * Stores a work, all of it or nothing. Everything is handed to the browser at once: however busy the page is afterwards, or
   * whether it is there at all, the save goes on. When this resolves it outlives the browser; `settle` has it outlive the
   * machine, which takes so long that the next moment would have to wait.
   * @param isOpen whether it is what the next visit is to open with
   * @throws `WorkChangedElsewhereError` where another page got there first, and whatever the browser says when it is full
   */
  async save(tracked: Tracked, isOpen = true): Promise<void> {
    const { scenario, history } = tracked;
    const { id } = scenario;
    const database = this.#database ?? (await this.#connect());
    const ledger = this.#ledgers.get(id) ?? (await this.#newLedger(database, scenario));
    const entries = [...history.past, ...history.future];
    const revision = ledger.revision + 1;
    const record: StoredWork = {
      format: STORED_FORMAT,
      id,
      revision,
      savedAt: Date.now(),
      scenario: packScenario(scenario, ledger.pool),
      steps: ledger.firstStep + entries.length,
      cursor: ledger.firstStep + history.past.length,
    };
    const transaction = database.transaction(['works', 'entries', 'grounds', 'summaries', 'revisions', 'settings'], 'readwrite', {
      durability: 'relaxed',
    });
    const steps = transaction.objectStore('entries');
    const grounds = transaction.objectStore('grounds');
    const writes: Promise<unknown>[] = [
      transaction.objectStore('revisions').add(record.savedAt, [id, revision]),
      transaction.objectStore('works').put(record, id),
      transaction.objectStore('summaries').put(shortOf(scenario, scenario.areas.size, record.savedAt), id),
    ];
    entries.forEach((entry, index) => {
      if (ledger.entries[index] === entry) return;
      writes.push(steps.put(packEntry(entry, ledger.pool), [id, ledger.firstStep + index]));
    });
    if (ledger.entries.length > entries.length) writes.push(steps.delete(keysOfWork(id, record.steps)));
    for (let number = ledger.groundsStored; number < ledger.pool.size; number += 1) {
      writes.push(grounds.put(ledger.pool.at(number), [id, number]));
    }
    if (isOpen) writes.push(transaction.objectStore('settings').put(id, CURRENT));
    writes.push(transaction.done);
    transaction.commit();
    await Promise.all(writes).catch((problem: unknown) => {
      // Requests that were on their way when the disk ran full only say that they were given up.
      const reason = transaction.error ?? problem;
      throw reason instanceof DOMException && reason.name === 'ConstraintError' ? new WorkChangedElsewhereError(scenario.name) : reason;
    });
    this.#ledgers.set(id, {
      revision,
      firstStep: ledger.firstStep,
      entries,
      pool: ledger.pool,
      groundsStored: ledger.pool.size,
      tracked,
    });
  }

  /** Has the disk write out what was saved before this: then it outlives a power cut. */
  async settle(): Promise<void> {
    const transaction = (await this.#connect()).transaction('settings', 'readwrite', { durability: 'strict' });
    await Promise.all([transaction.store.put(Date.now(), SETTLED), transaction.done]);
  }

  /** The ledger of a work that is to be stored for the first time, or again after it was erased. */
  async #newLedger(database: IDBPDatabase<WorkDatabase>, { id, name }: Scenario): Promise<Ledger> {
    const transaction = database.transaction(['works', 'revisions']);
    const [stored, claimed] = await Promise.all([
      transaction.objectStore('works').count(id),
      transaction.objectStore('revisions').getAllKeys(keysOfWork(id)),
    ]);
    if (stored > 0) throw new WorkChangedElsewhereError(name);
    return { revision: claimed.at(-1)?.[1] ?? 0, firstStep: 0, entries: [], pool: new GroundPool(), groundsStored: 0, tracked: null };
  }

  /** Removes a work and its history for good. A page that still has it open finds out when it saves, and goes on with a copy. */
  async remove(id: ScenarioId): Promise<void> {
    const transaction = (await this.#connect()).transaction(
      ['works', 'entries', 'grounds', 'summaries', 'library', 'revisions'],
      'readwrite',
    );
    const revisions = transaction.objectStore('revisions');
    const latest = (await revisions.getAllKeys(keysOfWork(id))).at(-1);
    await Promise.all([
      transaction.objectStore('works').delete(id),
      transaction.objectStore('entries').delete(keysOfWork(id)),
      transaction.objectStore('grounds').delete(keysOfWork(id)),
      transaction.objectStore('summaries').delete(id),
      transaction.objectStore('library').delete(id),
      latest && revisions.add(Date.now(), [id, latest[1] + 1]),
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
