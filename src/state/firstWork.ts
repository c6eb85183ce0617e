import type { Scenario } from '../core/domain/scenario';
import type { Tracked } from '../core/operations/history';
import { freshWork } from './modelStore';
import type { NoticeStore } from './noticeStore';
import type { WorkStorage } from './persistence/workStorage';
import { tellNotOpened } from './savingNotices';

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
    tellNotOpened(notices, problem);
    return freshWork(opening);
  }
}
