import type { Tracked } from '../../core/operations/history';
import { latestOnly } from '../engine';
import type { ModelStore } from '../modelStore';

/** Where a save ends up; `WorkStorage` is one. */
export interface SavesWork {
  save(tracked: Tracked): Promise<void>;
}

export interface SaveWatcher {
  readonly onSaved: (tracked: Tracked) => void;
  readonly onFailure: (problem: unknown) => void;
}

/**
 * Saves the work at every moment, without waiting: while one save is under way, the newest work waits for it.
 * Gives back what stops it.
 */
export function startAutosave(model: ModelStore, storage: SavesWork, watcher: SaveWatcher): () => void {
  const saving = latestOnly(
    (tracked: Tracked) => storage.save(tracked),
    (tracked) => {
      watcher.onSaved(tracked);
    },
    (_tracked, problem) => {
      watcher.onFailure(problem);
    },
  );
  return model.subscribe((state, before) => {
    if (state.tracked !== before.tracked && state.tracked !== state.opened) saving.ask(state.tracked);
  });
}
