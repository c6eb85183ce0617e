import { createStore, type StoreApi } from 'zustand/vanilla';
import { identifier, type ScenarioId } from '../core/domain/identifiers';
import { programmeDwellings } from '../core/domain/programme';
import type { Scenario } from '../core/domain/scenario';
import type { Tracked } from '../core/operations/history';
import { freshWork, type ModelStore } from './modelStore';
import type { NoticeStore } from './noticeStore';
import { startAutosave } from './persistence/autosave';
import {
  UnreadableWorkError,
  WorkChangedElsewhereError,
  type WorkStorage,
  type WorkSummary,
} from './persistence/workStorage';
import { replaceContent } from './scenarioContent';
import type { ViewStore } from './viewStore';
import { STATE_WORDS } from './words';

export interface ShippedEntry {
  readonly id: ScenarioId;
  readonly name: string;
  readonly dwellings: number;
  readonly lastYear: number;
  /** The user has changed it; the changed one is what opens. */
  readonly changed: boolean;
}

export interface WorkspaceState {
  readonly shipped: readonly ShippedEntry[];
  /** The user's own scenarios, the latest first. */
  readonly own: readonly WorkSummary[];
  /** When the open work was last saved in this browser; null when it has not been. */
  readonly savedAt: number | null;
}

/** The scenarios of this browser: the shipped ones, the user's own, and which is open. */
export interface Workspace extends Pick<StoreApi<WorkspaceState>, 'getState' | 'getInitialState' | 'subscribe'> {
  readonly open: (id: ScenarioId) => Promise<void>;
  /** Makes a copy of what is open and goes on with the copy. */
  readonly copy: () => Promise<void>;
  readonly remove: (id: ScenarioId) => Promise<void>;
  /** Gives the open shipped scenario the content it was shipped with; a step that can be undone. */
  readonly restore: () => void;
  /** Whether there is work with this identifier that opening a file would meet. */
  readonly has: (id: ScenarioId) => boolean;
  /** Every scenario as it stands, in the order of the list; one that cannot be read is told of and left out. */
  readonly scenarios: () => Promise<readonly Scenario[]>;
  /** Takes a scenario in from outside: as a step on the work of the same identifier, or as a scenario of its own. */
  readonly adopt: (scenario: Scenario, how: 'replace' | 'separate') => Promise<void>;
}

const SAVING = 'lagring';
const OPENING = 'åpning';

function reasonOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}

function savingProblem(problem: unknown): string {
  if (problem instanceof WorkChangedElsewhereError) {
    return STATE_WORDS.changedElsewhere(problem.message);
  }
  return STATE_WORDS.notSaved(reasonOf(problem));
}

function ownId(): ScenarioId {
  return identifier<ScenarioId>(`egen-${crypto.randomUUID()}`);
}

function shippedEntry({ id, name, programme }: Scenario, work: WorkSummary | undefined): ShippedEntry {
  return work
    ? { id, name: work.name, dwellings: work.dwellings, lastYear: work.lastYear, changed: true }
    : { id, name, dwellings: programmeDwellings(programme), lastYear: programme.lastYear, changed: false };
}

/** The work to start with: what was open last, or else `opening`. Problems are told, never thrown. */
export async function firstWork(
  storage: WorkStorage | null,
  shipped: readonly Scenario[],
  opening: Scenario,
  notices: NoticeStore,
): Promise<Tracked> {
  if (!storage) return freshWork(opening);
  try {
    const current = await storage.current();
    if (current === null) return freshWork(opening);
    const stored = await storage.load(current);
    if (stored) return stored;
    return freshWork(shipped.find((scenario) => scenario.id === current) ?? opening);
  } catch (problem) {
    notices.tell({ subject: OPENING, tone: 'problem', text: unreadable(problem) });
    return freshWork(opening);
  }
}

function unreadable(problem: unknown): string {
  return problem instanceof UnreadableWorkError
    ? STATE_WORDS.unreadable(problem.message)
    : STATE_WORDS.notFetched(reasonOf(problem));
}

/**
 * @param storage where works are kept, or null when the browser keeps none
 * @param home what is opened in place of a work that is removed
 */
export function createWorkspace(
  model: ModelStore,
  view: ViewStore,
  notices: NoticeStore,
  storage: WorkStorage | null,
  shipped: readonly Scenario[],
  home: Scenario,
): Workspace {
  const store = createStore<WorkspaceState>(() => ({
    shipped: shipped.map((scenario) => shippedEntry(scenario, undefined)),
    own: [],
    savedAt: null,
  }));
  const shippedById = new Map(shipped.map((scenario) => [scenario.id, scenario]));

  async function refresh(): Promise<void> {
    if (!storage) return;
    const { works } = await storage.list();
    const stored = new Map(works.map((work) => [work.id, work]));
    store.setState({
      shipped: shipped.map((scenario) => shippedEntry(scenario, stored.get(scenario.id))),
      own: works.filter((work) => !shippedById.has(work.id)),
      savedAt: stored.get(model.getState().tracked.scenario.id)?.savedAt ?? null,
    });
  }

  function refreshQuietly(): void {
    refresh().catch((problem: unknown) => {
      notices.tell({ subject: OPENING, tone: 'problem', text: unreadable(problem) });
    });
  }

  /** Saves what is not an edit: a copy, or a scenario from a file. */
  async function keep(tracked: Tracked): Promise<void> {
    try {
      await storage?.save(tracked);
      await refresh();
    } catch (problem) {
      notices.tell({ subject: SAVING, tone: 'problem', text: savingProblem(problem) });
    }
  }

  function show(tracked: Tracked): void {
    view.forgetScenario();
    model.open(tracked);
  }

  async function workOf(id: ScenarioId): Promise<Tracked | null> {
    const stored = await storage?.load(id);
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
      notices.tell({ subject: OPENING, tone: 'problem', text: unreadable(problem) });
    }
  }

  function has(id: ScenarioId): boolean {
    const { shipped: entries, own } = store.getState();
    return [...entries, ...own, model.getState().tracked.scenario].some((entry) => entry.id === id);
  }

  async function scenarioOf(id: ScenarioId): Promise<Scenario | null> {
    const { scenario } = model.getState().tracked;
    if (scenario.id === id) return scenario;
    try {
      return (await storage?.scenario(id)) ?? shippedById.get(id) ?? null;
    } catch (problem) {
      notices.tell({ subject: OPENING, tone: 'problem', text: unreadable(problem) });
      return null;
    }
  }

  async function scenarios(): Promise<readonly Scenario[]> {
    const { shipped: entries, own } = store.getState();
    const listed = [...entries, ...own].map(({ id }) => id);
    const current = model.getState().tracked.scenario.id;
    const ids = listed.includes(current) ? listed : [...listed, current];
    const read = await Promise.all(ids.map(scenarioOf));
    return read.filter((scenario) => scenario !== null);
  }

  if (storage) {
    startAutosave(model, storage, {
      onSaved({ scenario }) {
        notices.dismiss(SAVING);
        store.setState({ savedAt: Date.now() });
        const { own, shipped: entries } = store.getState();
        const known = [...own, ...entries.filter(({ changed }) => changed)].find((entry) => entry.id === scenario.id);
        const { name, programme } = scenario;
        if (known?.name !== name || known.dwellings !== programmeDwellings(programme) || known.lastYear !== programme.lastYear) {
          refreshQuietly();
        }
      },
      onFailure(problem) {
        notices.tell({ subject: SAVING, tone: 'problem', text: savingProblem(problem) });
      },
    });
    refreshQuietly();
  }

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    open,
    has,
    scenarios,
    async copy() {
      const { scenario } = model.getState().tracked;
      const copy = freshWork({ ...scenario, id: ownId(), name: STATE_WORDS.copyName(scenario.name) });
      show(copy);
      await keep(copy);
    },
    async remove(id) {
      await storage?.remove(id);
      if (model.getState().tracked.scenario.id === id) await open(home.id);
      await refresh();
    },
    restore() {
      const { scenario } = model.getState().tracked;
      const original = shippedById.get(scenario.id);
      if (!original) return;
      model.dispatch(() => ({ kind: 'moment', moment: replaceContent(scenario, original, STATE_WORDS.restored) }));
    },
    async adopt(scenario, how) {
      if (how === 'separate') {
        const separate = freshWork({ ...scenario, id: has(scenario.id) ? ownId() : scenario.id });
        show(separate);
        await keep(separate);
        return;
      }
      if (model.getState().tracked.scenario.id !== scenario.id) await open(scenario.id);
      const current = model.getState().tracked.scenario;
      view.forgetScenario();
      model.dispatch(() => ({ kind: 'moment', moment: replaceContent(current, scenario, STATE_WORDS.fromFile) }));
    },
  };
}
