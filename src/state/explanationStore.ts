import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Scenario } from '../core/domain/scenario';
import type { ExplainedId, Explanation } from '../core/scoring/explanation';
import { latestOnly } from './engine';
import type { EvaluatedScenario, ModelStore } from './modelStore';

/** Leads a number of a scenario back to its ground. Rejects with an error in Norwegian when it cannot. */
export type Explain = (scenario: Scenario, indicator: ExplainedId) => Promise<Explanation>;

export interface ExplanationState {
  /** The number that is explained; null when none is. */
  readonly indicator: ExplainedId | null;
  /** What is known of it; the one before stays until the next is there. */
  readonly explanation: Explanation | null;
  /** Why there is none, in Norwegian. */
  readonly problem: string | null;
}

export interface ExplanationStore extends Pick<StoreApi<ExplanationState>, 'getState' | 'getInitialState' | 'subscribe'> {
  readonly open: (indicator: ExplainedId) => void;
  readonly close: () => void;
}

interface Question {
  readonly indicator: ExplainedId;
  readonly evaluated: EvaluatedScenario;
}

/** The number that is explained; the explanation follows the evaluations of the model. */
export function createExplanationStore(model: Pick<ModelStore, 'getState' | 'subscribe'>, explain: Explain): ExplanationStore {
  const store = createStore<ExplanationState>(() => ({ indicator: null, explanation: null, problem: null }));

  function isCurrent({ indicator, evaluated }: Question): boolean {
    return store.getState().indicator === indicator && model.getState().evaluated === evaluated;
  }

  const asking = latestOnly(
    ({ indicator, evaluated }: Question) => explain(evaluated.scenario, indicator),
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
    if (indicator !== null && evaluated) asking.ask({ indicator, evaluated });
  }

  model.subscribe((state, before) => {
    if (state.evaluated !== before.evaluated) ask();
  });

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    open(indicator) {
      if (indicator === store.getState().indicator) return;
      store.setState({ indicator });
      ask();
    },
    close() {
      store.setState({ indicator: null, explanation: null, problem: null });
    },
  };
}
