import type { NoticeAction, NoticeStore } from './noticeStore';
import { UnreadableWorkError } from './persistence/storedProblems';
import { NewerStoreError } from './persistence/workDatabase';
import { STATE_WORDS } from './words';

export const SAVING = 'lagring';
const OPENING = 'åpning';

/** What went wrong, in its own words. */
export function reasonOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}

function notSavedText(problem: unknown): string {
  if (problem instanceof NewerStoreError) return STATE_WORDS.newerVersion;
  if (problem instanceof DOMException && problem.name === 'QuotaExceededError') return STATE_WORDS.full;
  return STATE_WORDS.notSaved(reasonOf(problem));
}

/** Tells that work is not on the disk, and offers the file and another attempt. */
export function tellNotSaved(notices: NoticeStore, problem: unknown, retry: () => void): void {
  const file: NoticeAction = { text: STATE_WORDS.saveFile, perform: 'saveScenarioFile' };
  const again: NoticeAction = { text: STATE_WORDS.tryAgain, perform: retry };
  const actions = problem instanceof NewerStoreError ? [file] : [file, again];
  notices.tell({ subject: SAVING, tone: 'problem', text: notSavedText(problem), actions });
}

/** Tells that stored work could not be read or reached; it lies untouched. */
export function tellNotOpened(notices: NoticeStore, problem: unknown): void {
  const text =
    problem instanceof UnreadableWorkError ? STATE_WORDS.unreadable(problem.message) : STATE_WORDS.notFetched(reasonOf(problem));
  notices.tell({ subject: OPENING, tone: 'problem', text });
}
