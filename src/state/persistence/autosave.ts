import type { ScenarioId } from '../../core/domain/identifiers';
import type { Tracked } from '../../core/operations/history';
import type { ModelStore } from '../modelStore';
import { WorkChangedElsewhereError } from './workStorage';

/** Where a save ends up; `WorkStorage` is one. */
export interface SavesWork {
  save(tracked: Tracked, isOpen: boolean): Promise<void>;
  /** Has the disk write out what was saved. */
  settle(): Promise<void>;
}

export interface SaveWatcher {
  readonly onSaved: (tracked: Tracked) => void;
  readonly onFailure: (tracked: Tracked, problem: unknown) => void;
  /** Another page has saved the same work: gives the work that this page's version is to live on as. */
  readonly onConflict: (tracked: Tracked) => Tracked;
}

export interface Autosave {
  /** Saves what is not an edit of the open work; resolves when it has been tried. */
  readonly keep: (tracked: Tracked) => Promise<void>;
  /** Tries at once to save what could not be saved. */
  readonly retry: () => Promise<void>;
  /** Work that is not on the disk yet. */
  readonly unsaved: (id: ScenarioId) => Tracked | undefined;
  /** Whether the latest attempt left work unsaved. */
  readonly isFailing: () => boolean;
  readonly stop: () => void;
}

/** How long to wait before what could not be saved is tried again, milliseconds; the last one over and over. */
const PATIENCE = [2_000, 5_000, 15_000, 30_000] as const;

/** How long the hand is to rest before the disk is made to write out what it holds, milliseconds. */
const REST = 150;

/**
 * Saves the work at every moment, without waiting: while one save is under way, the newest work waits for it. What cannot
 * be saved stays in memory, also when another scenario is opened, and is tried again.
 */
export function startAutosave(model: ModelStore, storage: SavesWork, watcher: SaveWatcher): Autosave {
  const waiting = new Map<ScenarioId, Tracked>();
  let isBusy = false;
  let running = Promise.resolve();
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function saveOne(tracked: Tracked): Promise<boolean> {
    const { id } = tracked.scenario;
    try {
      await storage.save(tracked, model.getState().tracked.scenario.id === id);
      if (waiting.get(id) === tracked) waiting.delete(id);
      watcher.onSaved(tracked);
      return true;
    } catch (problem) {
      if (problem instanceof WorkChangedElsewhereError) {
        const mine = watcher.onConflict(waiting.get(id) ?? tracked);
        waiting.delete(id);
        waiting.set(mine.scenario.id, mine);
        return true;
      }
      watcher.onFailure(tracked, problem);
      return false;
    }
  }

  async function saveAll(): Promise<void> {
    isBusy = true;
    clearTimeout(timer);
    const failed = new Set<ScenarioId>();
    for (;;) {
      const next = [...waiting.values()].find(({ scenario }) => !failed.has(scenario.id));
      if (!next) break;
      if (!(await saveOne(next))) failed.add(next.scenario.id);
    }
    isBusy = false;
    failures = failed.size > 0 ? failures + 1 : 0;
    if (failures > 0) timer = setTimeout(() => void run(), PATIENCE[Math.min(failures, PATIENCE.length) - 1]);
    // What goes wrong here shows at the next save.
    else timer = setTimeout(() => void storage.settle().catch(() => undefined), REST);
  }

  function run(): Promise<void> {
    if (!isBusy) running = saveAll();
    return running;
  }

  function keep(tracked: Tracked): Promise<void> {
    waiting.set(tracked.scenario.id, tracked);
    return run();
  }

  const stop = model.subscribe((state, before) => {
    if (state.tracked !== before.tracked && state.tracked !== state.opened) void keep(state.tracked);
  });

  return {
    keep,
    retry: run,
    unsaved: (id) => waiting.get(id),
    isFailing: () => failures > 0,
    stop() {
      stop();
      clearTimeout(timer);
    },
  };
}
