import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Scenario } from '../core/domain/scenario';
import type { ExplainedId, Explanation } from '../core/scoring/explanation';
import { latestOnly } from './engine';
import type { EvaluatedScenario, ModelStore } from './modelStore';
import type { ViewStore } from './viewStore';

/**
 * Leads a number of a scenario back to its ground. Rejects with an error in Norwegian when it cannot.
 *
 * @param periods the moment: 0 for today, so many of the first periods, null for all of them.
 */
export type Explain = (scenario: Scenario, indicator: ExplainedId, periods: number | null) => Promise<Explanation>;

export interface ExplanationState {
  /** The number that is explained; null when none is. */
  readonly indicator: ExplainedId | null;
  /** Whether it is today's number, whatever moment the page shows. */
  readonly isToday: boolean;
  /** What is known of it; the one before stays until the next is there. */
  readonly explanation: Explanation | null;
  /** Why there is none, in Norwegian. */
  readonly problem: string | null;
}

export interface ExplanationStore extends Pick<StoreApi<ExplanationState>, 'getState' | 'getInitialState' | 'subscribe'> {
  /** Explains a number at the moment that the page shows, or as it is today. */
  readonly open: (indicator: ExplainedId, isToday?: boolean) => void;
  readonly close: () => void;
}

interface Question {
  readonly indicator: ExplainedId;
  readonly periods: number | null;
  readonly evaluated: EvaluatedScenario;
}

/** The number that is explained; the explanation follows the evaluations of the model, and the moment that the page shows. */
export function createExplanationStore(
  model: Pick<ModelStore, 'getState' | 'subscribe'>,
  explain: Explain,
  view: Pick<ViewStore, 'getState' | 'subscribe'>,
): ExplanationStore {
  const store = createStore<ExplanationState>(() => ({ indicator: null, isToday: false, explanation: null, problem: null }));

  function periodsNow(): number | null {
    return store.getState().isToday ? 0 : view.getState().shownPeriods;
  }

  function isCurrent({ indicator, periods, evaluated }: Question): boolean {
    return store.getState().indicator === indicator && periodsNow() === periods && model.getState().evaluated === evaluated;
  }

  const asking = latestOnly(
    ({ indicator, periods, evaluated }: Question) => explain(evaluated.scenario, indicator, periods),
    (question, explanation) => {
      if (isCurrent(question)) store.setState({ explanation, problem: null });
    },
    (question, problem) => {
      if (!isCurrent(question)) return;
      store.setState({ explanation: null, problem: problem instanceof Error ? problem.message : String(problem) });
    },
  );

  function ask(): void {
    const { indicator } = store.getState();
    const { evaluated } = model.getState();
    if (indicator !== null && evaluated) asking.ask({ indicator, periods: periodsNow(), evaluated });
  }

  model.subscribe((state, before) => {
    if (state.evaluated !== before.evaluated) ask();
  });

  view.subscribe((state, before) => {
    if (state.shownPeriods !== before.shownPeriods && !store.getState().isToday) ask();
  });

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    open(indicator, isToday = false) {
      const { indicator: before, isToday: wasToday } = store.getState();
      if (indicator === before && isToday === wasToday) return;
      store.setState({ indicator, isToday });
      ask();
    },
    close() {
      store.setState({ indicator: null, isToday: false, explanation: null, problem: null });
    },
  };
}
