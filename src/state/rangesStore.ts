import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Scenario } from '../core/domain/scenario';
import type { ScoreRange, UncertaintyResult } from '../core/scoring/uncertainty/uncertainty';
import type { EvaluatedScenario, ModelStore } from './modelStore';

/** How many draws a range is made of, and where they start: the same for everyone, so that the range can be found again. */
export const RANGE_ORDER = { draws: 1000, seed: 1 } as const;

/** How long the numbers must have stood still before draws are made. */
const STILL_MILLISECONDS = 400;

/** How long to wait where other draws took the engine: long enough for those to be done. */
const AGAIN_MILLISECONDS = 3000;

/** Draws for a scenario, portion by portion; resolves to false when something newer put an end to it. */
export type Draw = (
  scenario: Scenario,
  order: typeof RANGE_ORDER,
  onDrawn: (drawn: { readonly uncertainty: UncertaintyResult }) => void,
) => Promise<boolean>;

/** What the draws so far say of the two scores. */
export interface Ranges {
  readonly transit: ScoreRange | null;
  readonly blueGreen: ScoreRange | null;
  readonly draws: number;
  readonly seed: number;
}

export interface RangesState {
  /** Of the scenario as it stands; null until the first portion of its draws is there. */
  readonly ranges: Ranges | null;
}

export type RangesStore = Pick<StoreApi<RangesState>, 'getState' | 'getInitialState' | 'subscribe'>;

/** The ranges of the scores, drawn once the numbers stand still and gone as soon as the scenario changes. */
export function createRangesStore(model: Pick<ModelStore, 'getState' | 'subscribe'>, draw: Draw): RangesStore {
  const store = createStore<RangesState>(() => ({ ranges: null }));
  let timer: ReturnType<typeof setTimeout> | null = null;

  function drawFor(evaluated: EvaluatedScenario): void {
    const isCurrent = (): boolean => {
      const { tracked, evaluated: latest } = model.getState();
      return latest === evaluated && tracked.scenario === evaluated.scenario;
    };
    draw(evaluated.scenario, RANGE_ORDER, ({ uncertainty: { scenarios, draws, seed } }) => {
      const [range] = scenarios;
      if (range && isCurrent()) store.setState({ ranges: { ...range, draws, seed } });
    }).then(
      (isDone) => {
        if (!isDone && isCurrent()) drawIn(AGAIN_MILLISECONDS, evaluated);
      },
      () => {
        // The scores stand without their ranges; an engine that is broken says so at the next evaluation.
        if (isCurrent()) store.setState({ ranges: null });
      },
    );
  }

  function drawIn(milliseconds: number, evaluated: EvaluatedScenario): void {
    timer = setTimeout(() => {
      drawFor(evaluated);
    }, milliseconds);
  }

  function startOver(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (store.getState().ranges) store.setState({ ranges: null });
    const { tracked, evaluated } = model.getState();
    if (evaluated?.scenario !== tracked.scenario) return;
    drawIn(STILL_MILLISECONDS, evaluated);
  }

  model.subscribe((state, before) => {
    if (state.evaluated !== before.evaluated || state.tracked.scenario !== before.tracked.scenario) startOver();
  });
  startOver();

  return { getState: store.getState, getInitialState: store.getInitialState, subscribe: store.subscribe };
}
