import { createStore, type StoreApi } from 'zustand/vanilla';

export type NoticeTone = 'done' | 'refused' | 'problem';

/** Something that can be done about what is told. */
export interface NoticeAction {
  readonly text: string;
  /** What to do, or the name of something the page does. */
  readonly perform: (() => void) | 'saveScenarioFile';
}

/** Something the user is told. */
export interface Notice {
  /** What it is about: a new notice of the same subject takes the place of the old. */
  readonly subject: string;
  readonly tone: NoticeTone;
  readonly text: string;
  readonly actions?: readonly NoticeAction[];
  /** Goes by itself: it says why a key did nothing, and nothing is lost with it. */
  readonly passes?: true;
}

/** How long a notice that goes by itself stands. */
const PASSING_MILLISECONDS = 6000;

export interface NoticeState {
  readonly notices: readonly Notice[];
}

export interface NoticeStore extends Pick<StoreApi<NoticeState>, 'getState' | 'getInitialState' | 'subscribe'> {
  readonly tell: (notice: Notice) => void;
  readonly dismiss: (subject: string) => void;
}

/** What the user is told and has not yet put away, the oldest first. */
export function createNoticeStore(): NoticeStore {
  const store = createStore<NoticeState>(() => ({ notices: [] }));
  const others = (subject: string): readonly Notice[] =>
    store.getState().notices.filter((notice) => notice.subject !== subject);
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    tell(notice) {
      store.setState({ notices: [...others(notice.subject), notice] });
      if (!notice.passes) return;
      setTimeout(() => {
        store.setState({ notices: store.getState().notices.filter((shown) => shown !== notice) });
      }, PASSING_MILLISECONDS);
    },
    dismiss(subject) {
      if (store.getState().notices.some((notice) => notice.subject === subject)) store.setState({ notices: others(subject) });
    },
  };
}
