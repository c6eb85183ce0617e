import type { ScenarioId } from '../core/domain/identifiers';
import type { Tracked } from '../core/operations/history';
import { ownId } from './library';
import type { ModelStore } from './modelStore';
import type { NoticeStore } from './noticeStore';
import type { OtherPages } from './otherPages';
import { startAutosave, type Autosave } from './persistence/autosave';
import type { WorkStorage } from './persistence/workStorage';
import { SAVING, tellNotSaved } from './savingNotices';
import { STATE_WORDS } from './words';

interface KeeperGround {
  readonly model: ModelStore;
  readonly notices: NoticeStore;
  readonly storage: WorkStorage;
  readonly otherPages: OtherPages;
  readonly onSaved: (tracked: Tracked) => void;
  /** Opens a work anew, as it is stored. */
  readonly reopen: (id: ScenarioId) => Promise<void>;
  readonly remove: (id: ScenarioId) => Promise<void>;
}

/** What is told about two pages at work on the same scenario. */
const ELSEWHERE = 'annen fane';

/**
 * Brings the work to the disk at every moment, and tells in peace when it cannot: the disk is full, another page has changed
 * the same work, or a newer version of the program has the store.
 */
export function startKeeper(ground: KeeperGround): Autosave {
  const { model, notices, storage, otherPages } = ground;

  /** Lets this page's version live on under a name of its own: both are whole, and the user chooses when it suits. */
  function onConflict(tracked: Tracked): Tracked {
    const open = model.getState().tracked;
    const theirs = tracked.scenario.id;
    const isOpen = open.scenario.id === theirs;
    const { scenario, history } = isOpen ? open : tracked;
    const mine = { scenario: { ...scenario, id: ownId(), name: STATE_WORDS.mineName(scenario.name) }, history };
    if (isOpen) model.open(mine);
    const takeTheirs = async (): Promise<void> => {
      await ground.reopen(theirs);
      if (model.getState().tracked.scenario.id === theirs) await ground.remove(mine.scenario.id);
    };
    notices.tell({
      subject: ELSEWHERE,
      tone: 'refused',
      text: STATE_WORDS.forked(scenario.name, mine.scenario.name),
      actions: [
        { text: STATE_WORDS.keepBoth, perform: () => undefined },
        { text: STATE_WORDS.useTheirs, perform: () => void takeTheirs() },
      ],
    });
    return mine;
  }

  const autosave = startAutosave(model, storage, {
    onConflict,
    onSaved(tracked) {
      notices.dismiss(SAVING);
      ground.onSaved(tracked);
      otherPages.tell({ kind: 'saved', id: tracked.scenario.id });
    },
    onFailure(_tracked, problem) {
      tellNotSaved(notices, problem, () => void autosave.retry());
    },
  });

  storage.onTakenOver = () => {
    const { id } = model.getState().tracked.scenario;
    const text = autosave.unsaved(id) ? STATE_WORDS.newerVersion : STATE_WORDS.takenOver;
    notices.tell({ subject: SAVING, tone: 'problem', text });
  };

  otherPages.listen((message) => {
    const { scenario } = model.getState().tracked;
    // Where both have changed it, the next save finds out.
    if (message.kind !== 'saved' || message.id !== scenario.id || autosave.unsaved(scenario.id)) return;
    notices.tell({
      subject: ELSEWHERE,
      tone: 'done',
      text: STATE_WORDS.changedElsewhere(scenario.name),
      actions: [{ text: STATE_WORDS.takeTheirs, perform: () => void ground.reopen(message.id) }],
    });
  });

  return autosave;
}
