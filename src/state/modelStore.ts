import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Dataset } from '../core/domain/dataset';
import type { AreaId } from '../core/domain/identifiers';
import type { Scenario } from '../core/domain/scenario';
import { EMPTY_HISTORY, record, recordContinuing, redo, travel, undo, type Tracked } from '../core/operations/history';
import type { Moment } from '../core/operations/moment';
import type { Completion, OperationContext, OperationOutcome } from '../core/operations/outcome';
import type { AreaFactsTable, Evaluation } from '../core/scoring/evaluation';
import { latestOnly, type Evaluate } from './engine';

/** A pure change to a scenario, as core/operations makes them. */
export type Operation = (scenario: Scenario, context: OperationContext) => OperationOutcome;

/** An evaluation with the very scenario it speaks of. */
export interface EvaluatedScenario {
  readonly scenario: Scenario;
  readonly evaluation: Evaluation;
}

export interface ModelState {
  readonly dataset: Dataset;
  readonly tracked: Tracked;
  /** The work as it was when it was opened: it needs no saving until it is another. */
  readonly opened: Tracked;
  /** Facts of the areas as last measured; empty until the first evaluation is there. */
  readonly facts: AreaFactsTable;
  /** The latest evaluation; it lags the scenario by the time the engine takes. */
  readonly evaluated: EvaluatedScenario | null;
  /** Why the latest evaluation failed, in Norwegian. */
  readonly engineProblem: string | null;
  /** Why the work takes no changes just now, in Norwegian; null when it does. */
  readonly locked: string | null;
}

export interface ModelStore extends Pick<StoreApi<ModelState>, 'getState' | 'getInitialState' | 'subscribe'> {
  /**
   * Carries out an operation. Those with the same `gesture` become one step of the history until `endGesture`, each
   * reckoned from the scenario before the gesture: the way the pointer took leaves no trace.
   * @returns why the operation was refused, in Norwegian, or null
   */
  readonly dispatch: (operation: Operation, gesture?: string) => string | null;
  readonly endGesture: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** So many steps forward in the history, or back where negative. */
  readonly travel: (steps: number) => void;
  /** Asks for the numbers again, where something beside the scenario has changed. */
  readonly evaluateAgain: () => void;
  /** Measures on another data set from now on; the work and its history stay. */
  readonly useDataset: (dataset: Dataset) => void;
  /** Refuses every change from now on, undo and redo too, for this reason; null takes them again. */
  readonly lock: (reason: string | null) => void;
  /** Puts another piece of work in place of this one. */
  readonly open: (tracked: Tracked) => void;
}

const NO_FACTS: AreaFactsTable = new Map();

/** Work that starts from a scenario with nothing to undo. */
export function freshWork(scenario: Scenario): Tracked {
  return { scenario, history: EMPTY_HISTORY };
}

/** The facts of areas that lie as they lay when they were measured. */
function factsThatHold(facts: AreaFactsTable, measured: Scenario | null, scenario: Scenario): AreaFactsTable {
  if (measured?.areas === scenario.areas) return facts;
  const isMoved = (id: AreaId): boolean => measured?.areas.get(id)?.outline !== scenario.areas.get(id)?.outline;
  const moved = [...facts.keys()].filter(isMoved);
  if (moved.length === 0) return facts;
  const held = new Map(facts);
  for (const id of moved) held.delete(id);
  return held;
}

/** The work before its latest step, with nothing to redo. */
function beforeLatest(tracked: Tracked): Tracked {
  const { scenario, history } = undo(tracked);
  return { scenario, history: { past: history.past, future: [] } };
}

/** The scenario that is worked on, its history and its numbers; every change starts an evaluation. */
export function createModelStore(dataset: Dataset, tracked: Tracked, evaluate: Evaluate): ModelStore {
  const store = createStore<ModelState>(() => ({
    dataset,
    tracked,
    opened: tracked,
    facts: NO_FACTS,
    evaluated: null,
    engineProblem: null,
    locked: null,
  }));
  /** The gesture under way, and the work before it once it has made a step. */
  let gestureUnderWay: string | null = null;
  /** What is still to be done of steps that wait for outlines to be measured. */
  const completions = new WeakMap<Moment, readonly Completion[]>();

  const evaluation = latestOnly(
    evaluate,
    (scenario, answer) => {
      store.setState({ facts: answer.facts, evaluated: { scenario, evaluation: answer.evaluation }, engineProblem: null });
      if (scenario === store.getState().tracked.scenario) complete();
    },
    (_scenario, problem) => {
      store.setState({ engineProblem: problem instanceof Error ? problem.message : String(problem) });
    },
  );

  function put(next: Tracked): void {
    const { scenario } = store.getState().tracked;
    store.setState({ tracked: next });
    if (next.scenario !== scenario) evaluation.ask(next.scenario);
  }

  function waitingOf({ history }: Tracked): readonly Completion[] {
    const latest = history.past.at(-1);
    return (latest && completions.get(latest.forward)) ?? [];
  }

  /** Does the rest of the latest step, now that its outlines are measured: it stays one step. */
  function complete(): void {
    const { tracked: current, dataset: ground, facts } = store.getState();
    const latest = current.history.past.at(-1);
    const waiting = waitingOf(current);
    if (!latest || waiting.length === 0) return;
    completions.delete(latest.forward);
    const { future } = current.history;
    let next = current;
    for (const completion of waiting) {
      const outcome = completion(next.scenario, { dataset: ground, facts });
      if (outcome.kind === 'moment') next = recordContinuing(next, { ...outcome.moment, note: latest.forward.note });
    }
    if (next !== current) put({ scenario: next.scenario, history: { past: next.history.past, future } });
  }

  evaluation.ask(tracked.scenario);

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    dispatch(operation, gesture) {
      const { tracked: current, dataset: ground, facts, evaluated, locked } = store.getState();
      if (locked !== null) return locked;
      const continues = gesture !== undefined && gesture === gestureUnderWay;
      const base = continues ? beforeLatest(current) : current;
      const held = factsThatHold(facts, evaluated?.scenario ?? null, base.scenario);
      const outcome = operation(base.scenario, { dataset: ground, facts: held });
      switch (outcome.kind) {
        case 'refused':
          return outcome.reason;
        case 'unchanged':
          if (continues) {
            gestureUnderWay = null;
            put(base);
          }
          return null;
        case 'moment': {
          gestureUnderWay = gesture ?? null;
          // A step that comes before the last one is done takes over what is left of it.
          const waiting = [...waitingOf(base), ...(outcome.completion ? [outcome.completion] : [])];
          if (waiting.length > 0) completions.set(outcome.moment, waiting);
          put(record(base, outcome.moment));
          return null;
        }
      }
    },
    endGesture() {
      gestureUnderWay = null;
    },
    undo() {
      gestureUnderWay = null;
      if (store.getState().locked === null) put(undo(store.getState().tracked));
    },
    redo() {
      gestureUnderWay = null;
      if (store.getState().locked === null) put(redo(store.getState().tracked));
    },
    travel(steps) {
      gestureUnderWay = null;
      if (store.getState().locked === null) put(travel(store.getState().tracked, steps));
    },
    lock(locked) {
      if (locked !== store.getState().locked) store.setState({ locked });
    },
    evaluateAgain() {
      evaluation.ask(store.getState().tracked.scenario);
    },
    useDataset(next) {
      store.setState({ dataset: next });
      evaluation.ask(store.getState().tracked.scenario);
    },
    open(next) {
      gestureUnderWay = null;
      store.setState({ opened: next });
      put(next);
    },
  };
}
