import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ScenarioId } from '../core/domain/identifiers';
import type { Scenario } from '../core/domain/scenario';
import type { Evaluation } from '../core/scoring/evaluation';
import type { ScoreRange, UncertaintyResult } from '../core/scoring/uncertainty/uncertainty';
import type { ModelStore } from './modelStore';

/** The draws of the comparison: the same for everyone, so that they can be found again on the command line. */
export const COMPARISON_ORDER = { draws: 1000, seed: 1 } as const;

/** How long to wait before draws are asked for, and asked for again after something else took the engine. */
const STILL_MILLISECONDS = 150;
const AGAIN_MILLISECONDS = 800;

/** Evaluations and common draws of scenarios, portion by portion; resolves to false when something newer ended it. */
export type Rank = (
  scenarios: readonly Scenario[],
  order: typeof COMPARISON_ORDER,
  onDrawn: (drawn: { readonly evaluations: readonly Evaluation[]; readonly uncertainty: UncertaintyResult }) => void,
) => Promise<boolean>;

/** A scenario with its numbers, as the draws so far have them. */
export interface ComparedScenario {
  readonly scenario: Scenario;
  readonly evaluation: Evaluation;
  readonly transit: ScoreRange | null;
  readonly blueGreen: ScoreRange | null;
}

/** All scenarios side by side after a number of common draws. */
export interface Comparison {
  readonly compared: readonly ComparedScenario[];
  readonly uncertainty: UncertaintyResult;
}

export interface ComparisonState {
  readonly isOpen: boolean;
  /** Null until the first portion of draws is there. */
  readonly comparison: Comparison | null;
  /** Why there are no numbers, in Norwegian. */
  readonly problem: string | null;
}

export interface ComparisonStore extends Pick<StoreApi<ComparisonState>, 'getState' | 'getInitialState' | 'subscribe'> {
  readonly open: () => void;
  readonly close: () => void;
}

/** Shares of the draws in which one scenario has the higher score than another, 0–1; null where there is none. */
export interface SharesAhead {
  readonly transit: number | null;
  readonly blueGreen: number | null;
}

function rest(share: number | null): number | null {
  return share === null ? null : 1 - share;
}

/** In how many of the draws `one` is ahead of `other`; null when they were not drawn together. */
export function sharesAhead({ compared, uncertainty }: Comparison, one: ScenarioId, other: ScenarioId): SharesAhead | null {
  const [first, second] = [one, other].map((id) => compared.findIndex(({ scenario }) => scenario.id === id));
  for (const pair of uncertainty.pairs) {
    if (pair.first === first && pair.second === second) return { transit: pair.transit, blueGreen: pair.blueGreen };
    if (pair.first === second && pair.second === first) return { transit: rest(pair.transit), blueGreen: rest(pair.blueGreen) };
  }
  return null;
}

/**
 * All scenarios side by side, drawn for as long as the comparison is open and anew when the open scenario changes.
 * @param scenarios every scenario as it stands, in the order of the list
 */
export function createComparisonStore(
  model: Pick<ModelStore, 'getState' | 'subscribe'>,
  scenarios: () => Promise<readonly Scenario[]>,
  rank: Rank,
): ComparisonStore {
  const store = createStore<ComparisonState>(() => ({ isOpen: false, comparison: null, problem: null }));
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** The latest round of draws; those before it are no longer listened to. */
  let latest = 0;

  function compare(milliseconds: number): void {
    if (timer !== null) clearTimeout(timer);
    latest += 1;
    const round = latest;
    const isCurrent = (): boolean => round === latest;
    timer = setTimeout(() => {
      draw(isCurrent).catch((problem: unknown) => {
        if (isCurrent()) store.setState({ problem: problem instanceof Error ? problem.message : String(problem) });
      });
    }, milliseconds);
  }

  async function draw(isCurrent: () => boolean): Promise<void> {
    const all = await scenarios();
    if (!isCurrent()) return;
    const isFinished = await rank(all, COMPARISON_ORDER, ({ evaluations, uncertainty }) => {
      if (!isCurrent()) return;
      const compared = all.flatMap((scenario, index) => {
        const evaluation = evaluations[index];
        const ranges = uncertainty.scenarios[index];
        return evaluation && ranges ? [{ scenario, evaluation, ...ranges }] : [];
      });
      store.setState({ comparison: { compared, uncertainty }, problem: null });
    });
    if (!isFinished && isCurrent()) compare(AGAIN_MILLISECONDS);
  }

  model.subscribe((state, before) => {
    if (!store.getState().isOpen) return;
    if (state.tracked.scenario !== before.tracked.scenario) compare(STILL_MILLISECONDS);
  });

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    open() {
      if (store.getState().isOpen) return;
      store.setState({ isOpen: true, comparison: null, problem: null });
      compare(0);
    },
    close() {
      if (timer !== null) clearTimeout(timer);
      latest += 1;
      store.setState({ isOpen: false, comparison: null, problem: null });
    },
  };
}
