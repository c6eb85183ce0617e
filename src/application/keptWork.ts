import type { ModelStore } from '../state/modelStore';
import type { NoticeStore } from '../state/noticeStore';
import { NewerStoreError, StoreHeldError } from '../state/persistence/workDatabase';
import { WorkStorage } from '../state/persistence/workStorage';
import { endedAbruptly, followSession, type SessionSurroundings } from '../state/sessionMarks';
import type { Workspace } from '../state/workspace';
import { STATE_WORDS } from '../state/words';
import { START_WORDS } from './words';

function noStorage(problem: unknown): string {
  if (problem instanceof NewerStoreError) return START_WORDS.newerStore;
  if (problem instanceof StoreHeldError) return START_WORDS.storeHeld;
  return START_WORDS.noStorage(problem instanceof Error ? problem.message : String(problem));
}

/** Opens the store of this browser. Where there is none to use that is told, with the way out, and the page works without. */
export async function openStorage(notices: NoticeStore): Promise<WorkStorage | null> {
  try {
    return await WorkStorage.open();
  } catch (problem) {
    notices.tell({ subject: 'lagring', tone: 'problem', text: noStorage(problem) });
    return null;
  }
}

function surroundings(): SessionSurroundings {
  // Browsers have locks only on safe addresses, whatever the type says.
  const { locks } = navigator as { readonly locks?: LockManager };
  return { locks, closedMarks: localStorage, page: window, document };
}

/** Says that the work is as it was left, when the last visit ended without closing. */
export async function welcomeBack(storage: WorkStorage | null, notices: NoticeStore): Promise<void> {
  if (storage && (await endedAbruptly(storage, surroundings()).catch(() => false))) {
    notices.tell({ subject: 'tilbake', tone: 'done', text: STATE_WORDS.backAgain });
  }
}

/** From the first change on the visit is followed and the browser is asked to keep the store; leaving with unsaved work asks first. */
export function guardWork(storage: WorkStorage | null, model: ModelStore, workspace: Workspace): void {
  window.addEventListener('beforeunload', (event) => {
    if (workspace.isUnsaved()) event.preventDefault();
  });
  if (!storage) return;
  const hasWork = followSession(storage, surroundings());
  const stop = model.subscribe(({ tracked, opened }) => {
    if (tracked === opened) return;
    stop();
    hasWork();
    keepStore().catch(() => undefined);
  });
}

/** Asks the browser not to clear the store when the disk runs low. */
async function keepStore(): Promise<void> {
  const { storage } = navigator as { readonly storage?: StorageManager };
  if (storage && !(await storage.persisted())) await storage.persist();
}
