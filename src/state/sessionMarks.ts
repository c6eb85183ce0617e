import type { WorkStorage } from './persistence/workStorage';

const PREFIX = 'session:';
const CLOSED = 'smabymodellen-closed:';

/** The part of a page that a visit is followed by. */
export interface SessionSurroundings {
  readonly locks: Pick<LockManager, 'query' | 'request'> | undefined;
  readonly closedMarks: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly page: Pick<Window, 'addEventListener'>;
  readonly document: Pick<Document, 'addEventListener' | 'visibilityState'>;
}

/**
 * Whether an earlier visit with changes ended without closing: the browser or the machine went down. A visit leaves a mark in
 * the store at its first change and takes it back when the page is left; a lock tells the visits that still go on.
 */
export async function endedAbruptly(storage: WorkStorage, { locks, closedMarks }: SessionSurroundings): Promise<boolean> {
  if (!locks) return false;
  const [marks, { held = [] }] = await Promise.all([storage.settingNames(PREFIX), locks.query()]);
  let abruptly = false;
  for (const mark of marks) {
    if (held.some(({ name }) => name === mark)) continue;
    const closed = CLOSED + mark;
    if (closedMarks.getItem(closed) === null) abruptly = true;
    closedMarks.removeItem(closed);
    await storage.keepSetting(mark, undefined);
  }
  return abruptly;
}

/** Follows this visit, so that the next one can tell how it ended. Gives what is to be called when work has been saved. */
export function followSession(storage: WorkStorage, { locks, closedMarks, page, document }: SessionSurroundings): () => void {
  const mark = PREFIX + crypto.randomUUID();
  let isMarked = false;
  if (!locks) return () => undefined;
  // Held until the page is gone, whichever way it goes.
  const never = Promise.race<void>([]);
  locks.request(mark, () => never).catch(() => undefined);
  const leave = (): void => {
    if (isMarked) closedMarks.setItem(CLOSED + mark, 'closed');
  };
  page.addEventListener('pagehide', leave);
  // Whoever turns to something else has left: systems end such pages as they please, and nothing is the matter.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave();
    else closedMarks.removeItem(CLOSED + mark);
  });
  return () => {
    if (isMarked) return;
    isMarked = true;
    storage.keepSetting(mark, Date.now()).catch(() => undefined);
  };
}
