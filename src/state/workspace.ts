import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ScenarioId } from '../core/domain/identifiers';
import type { Scenario } from '../core/domain/scenario';
import { record, type Tracked } from '../core/operations/history';
import { applyMoment } from '../core/operations/moment';
import { newScenario } from '../core/operations/newScenario';
import type { OperationOutcome } from '../core/operations/outcome';
import { refillTowns } from '../core/operations/programmeOperations';
import type { Evaluate } from './engine';
import { entriesOf, freeName, libraryOf, outOfTime, ownId, type Library, type LibraryEntry } from './library';
import { freshWork, type ModelStore } from './modelStore';
import type { NoticeStore } from './noticeStore';
import { NO_OTHER_PAGES, type OtherPages } from './otherPages';
import { looksOther } from './persistence/libraryRecords';
import type { Autosave } from './persistence/autosave';
import type { WorkStorage } from './persistence/workStorage';
import { tellNotOpened, tellNotSaved } from './savingNotices';
import { replaceContent } from './scenarioContent';
import type { ViewStore } from './viewStore';
import { startKeeper } from './workKeeper';
import { STATE_WORDS } from './words';

export interface WorkspaceState extends Library {
  /** When the open work was last saved in this browser; null when it has not been. */
  readonly savedAt: number | null;
}

/** A change to a scenario that needs to know nothing but the scenario. */
export type LibraryOperation = (scenario: Scenario) => OperationOutcome;

/** The scenarios of this browser: the shipped ones, the user's own, and which is open. */
export interface Workspace extends Pick<StoreApi<WorkspaceState>, 'getState' | 'getInitialState' | 'subscribe'> {
  readonly open: (id: ScenarioId) => Promise<void>;
  /** Makes a scenario on the place's own areas, filled by the open one's yearly rate, and goes on with it. */
  readonly create: () => Promise<void>;
  /** Makes a copy, of what is open when nothing is named, and goes on with the copy. */
  readonly copy: (id?: ScenarioId) => Promise<void>;
  /** Changes a scenario, open or not, in a step of its history. Gives why it was refused, in Norwegian, or null. */
  readonly change: (id: ScenarioId, operation: LibraryOperation) => Promise<string | null>;
  /** Has a scenario refuse every change, or take them again. */
  readonly lock: (id: ScenarioId, locked: boolean) => Promise<void>;
  /** Puts a scenario away, or takes it back. */
  readonly archive: (id: ScenarioId, archived: boolean) => Promise<void>;
  /** Puts a scenario in the bin. */
  readonly remove: (id: ScenarioId) => Promise<void>;
  /** Takes a scenario out of the bin. */
  readonly undelete: (id: ScenarioId) => Promise<void>;
  /** Removes a scenario for good. */
  readonly erase: (id: ScenarioId) => Promise<void>;
  /** Gives the open shipped scenario the content it was shipped with; a step that can be undone. */
  readonly restore: () => void;
  /** Whether there is work with this identifier that opening a file would meet. */
  readonly has: (id: ScenarioId) => boolean;
  /** A scenario as it stands; null for one that is not there or cannot be read, which is told of. */
  readonly scenario: (id: ScenarioId) => Promise<Scenario | null>;
  /** Every scenario in the list as it stands, in its order; one that cannot be read is told of and left out. */
  readonly scenarios: () => Promise<readonly Scenario[]>;
  /** Takes a scenario in from outside: as a step on the work of the same identifier, or as a scenario of its own. */
  readonly adopt: (scenario: Scenario, how: 'replace' | 'separate') => Promise<void>;
  /** Takes a scenario in from outside without opening it. */
  readonly takeIn: (scenario: Scenario) => Promise<void>;
  /** Reads the list anew. */
  readonly refresh: () => Promise<void>;
  /** Whether there is work that could not be brought to the disk. */
  readonly isUnsaved: () => boolean;
}

/** What a workspace stands on. */
export interface WorkspaceGround {
  readonly model: ModelStore;
  readonly view: ViewStore;
  readonly notices: NoticeStore;
  /** Where works are kept, or null when the browser keeps none. */
  readonly storage: WorkStorage | null;
  readonly shipped: readonly Scenario[];
  /** What is opened in place of a work that is removed. */
  readonly home: Scenario;
  /** Measures the areas of a new scenario. */
  readonly evaluate: Evaluate;
  readonly otherPages?: OtherPages;
}

const LIBRARY = 'bibliotek';

/** The library of this browser, and what can be done with it; saves the open work at every moment. */
export function createWorkspace(ground: WorkspaceGround): Workspace {
  const { model, view, notices, storage, shipped, home, evaluate, otherPages = NO_OTHER_PAGES } = ground;
  const store = createStore<WorkspaceState>(() => ({ ...libraryOf(shipped), savedAt: null }));
  const shippedById = new Map(shipped.map((scenario) => [scenario.id, scenario]));
  const autosave: Autosave | null =
    storage && startKeeper({ model, notices, storage, otherPages, onSaved, reopen: open, remove });

  const openScenario = (): Scenario => model.getState().tracked.scenario;
  const entryOf = (id: ScenarioId): LibraryEntry | undefined => entriesOf(store.getState()).find((entry) => entry.id === id);
  const lockOf = (id: ScenarioId): string | null => {
    const entry = entryOf(id);
    return entry?.locked ? STATE_WORDS.locked(entry.name) : null;
  };

  async function refresh(): Promise<void> {
    if (!storage) return;
    try {
      const library = libraryOf(shipped, await storage.list());
      const { id } = openScenario();
      store.setState({ ...library, savedAt: entriesOf(library).find((entry) => entry.id === id)?.savedAt ?? null });
      model.lock(lockOf(id));
    } catch (problem) {
      tellNotOpened(notices, problem);
    }
  }

  function onSaved({ scenario }: Tracked): void {
    const isOpen = scenario.id === openScenario().id;
    if (isOpen) store.setState({ savedAt: Date.now() });
    const known = entryOf(scenario.id);
    // Whatever is worked on does not lie in the bin, even if another page put it there.
    if (known && known.deletedAt !== null) void undelete(scenario.id);
    else if (!known || (known.origin === 'shipped' && !known.changed) || looksOther(scenario, known)) void refresh();
  }

  /** Tells the list and the other pages that something is another. */
  async function libraryChanged(): Promise<void> {
    await refresh();
    otherPages.tell({ kind: 'library' });
  }

  function show(tracked: Tracked): void {
    view.forgetScenario();
    model.open(tracked);
    model.lock(lockOf(tracked.scenario.id));
  }

  async function keep(tracked: Tracked): Promise<void> {
    await autosave?.keep(tracked);
    await libraryChanged();
  }

  async function workOf(id: ScenarioId): Promise<Tracked | null> {
    const stored = autosave?.unsaved(id) ?? (await storage?.load(id));
    if (stored) return stored;
    const scenario = shippedById.get(id) ?? (home.id === id ? home : undefined);
    return scenario ? freshWork(scenario) : null;
  }

  async function open(id: ScenarioId): Promise<void> {
    try {
      const work = await workOf(id);
      if (!work) return;
      show(work);
      await storage?.setCurrent(id);
      await refresh();
    } catch (problem) {
      tellNotOpened(notices, problem);
    }
  }

  const has = (id: ScenarioId): boolean => openScenario().id === id || entryOf(id) !== undefined;

  async function scenarioOf(id: ScenarioId): Promise<Scenario | null> {
    const current = openScenario();
    if (current.id === id) return current;
    try {
      return autosave?.unsaved(id)?.scenario ?? (await storage?.scenario(id)) ?? shippedById.get(id) ?? null;
    } catch (problem) {
      tellNotOpened(notices, problem);
      return null;
    }
  }

  /** Does something to the store that is no edit of a scenario; what goes wrong is told. */
  async function inLibrary(work: (works: WorkStorage) => Promise<void>): Promise<void> {
    if (!storage) {
      notices.tell({ subject: LIBRARY, tone: 'refused', text: STATE_WORDS.noStore });
      return;
    }
    try {
      await work(storage);
    } catch (problem) {
      tellNotSaved(notices, problem, () => void inLibrary(work));
    }
    await libraryChanged();
  }

  async function remove(id: ScenarioId): Promise<void> {
    const name = entryOf(id)?.name ?? '';
    // What is on its way to the disk would take it out of the bin again.
    await autosave?.retry();
    await inLibrary((works) => works.mark(id, { deletedAt: Date.now() }));
    if (openScenario().id === id) await open(home.id);
    const actions = [{ text: STATE_WORDS.putBack, perform: () => void undelete(id) }];
    if (storage) notices.tell({ subject: LIBRARY, tone: 'done', text: STATE_WORDS.inBin(name), actions });
  }

  async function undelete(id: ScenarioId): Promise<void> {
    notices.dismiss(LIBRARY);
    await inLibrary((works) => works.mark(id, { deletedAt: null }));
  }

  async function start(works: WorkStorage): Promise<void> {
    await refresh();
    for (const { id } of outOfTime(store.getState(), Date.now())) await works.remove(id);
  }

  if (storage) {
    void start(storage);
    otherPages.listen(() => void refresh());
  }

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    open,
    has,
    refresh,
    remove,
    undelete,
    scenario: scenarioOf,
    isUnsaved: () => autosave?.isFailing() ?? false,
    async scenarios() {
      const { shipped: entries, own } = store.getState();
      const listed = [...entries, ...own].map(({ id }) => id);
      const current = openScenario().id;
      const read = await Promise.all((listed.includes(current) ? listed : [...listed, current]).map(scenarioOf));
      return read.filter((scenario) => scenario !== null);
    },
    async create() {
      const { dataset } = model.getState();
      const { dwellingsPerYear } = openScenario().programme;
      const name = freeName(STATE_WORDS.newName, entriesOf(store.getState()).map((entry) => entry.name));
      const empty = newScenario(dataset, { id: ownId(), name, programme: { dwellingsPerYear } });
      const { facts } = await evaluate(empty);
      const filled = refillTowns(empty, { dataset, facts });
      const fresh = freshWork(filled.kind === 'moment' ? applyMoment(empty, filled.moment).scenario : empty);
      show(fresh);
      await keep(fresh);
    },
    async copy(id = openScenario().id) {
      const scenario = await scenarioOf(id);
      if (!scenario) return;
      const name = freeName(STATE_WORDS.copyName(scenario.name), entriesOf(store.getState()).map((entry) => entry.name));
      const copy = freshWork({ ...scenario, id: ownId(), name });
      show(copy);
      await keep(copy);
    },
    async change(id, operation) {
      if (id === openScenario().id) return model.dispatch(operation);
      const locked = lockOf(id);
      if (locked !== null) return locked;
      const work = await workOf(id);
      if (!work) return null;
      const outcome = operation(work.scenario);
      if (outcome.kind === 'refused') return outcome.reason;
      if (outcome.kind === 'moment') await keep(record(work, outcome.moment));
      return null;
    },
    lock: (id, locked) => inLibrary((works) => works.mark(id, { locked })),
    archive: (id, archived) => inLibrary((works) => works.mark(id, { archived })),
    erase: (id) => inLibrary((works) => works.remove(id)),
    restore() {
      const scenario = openScenario();
      const original = shippedById.get(scenario.id);
      if (!original) return;
      const refusal = model.dispatch(() => ({ kind: 'moment', moment: replaceContent(scenario, original, STATE_WORDS.restored) }));
      if (refusal !== null) notices.tell({ subject: LIBRARY, tone: 'refused', text: refusal });
    },
    takeIn: (scenario) => keep(freshWork(scenario)),
    async adopt(scenario, how) {
      if (how === 'separate') {
        const separate = freshWork({ ...scenario, id: has(scenario.id) ? ownId() : scenario.id });
        show(separate);
        await keep(separate);
        return;
      }
      if (openScenario().id !== scenario.id) await open(scenario.id);
      const current = openScenario();
      view.forgetScenario();
      const refusal = model.dispatch(() => ({ kind: 'moment', moment: replaceContent(current, scenario, STATE_WORDS.fromFile) }));
      if (refusal !== null) notices.tell({ subject: LIBRARY, tone: 'refused', text: refusal });
    },
  };
}
