import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ScenarioId } from '../core/domain/identifiers';
import type { Scenario } from '../core/domain/scenario';
import { scenarioUntil } from '../core/domain/scenarioUntil';
import type { AreaFactsTable, Evaluation } from '../core/scoring/evaluation';
import { comparisonObstacle } from '../core/scoring/evaluationDifference';
import { groundPieces, pieceDensity, type BuiltSide, type GroundPiece, type PieceDensity } from '../core/scoring/groundDifference';
import { COMPARISON_ORDER, type Rank } from './comparisonStore';
import { drawnOf, type DrawnDifference } from './drawnDifference';
import type { EngineAnswer, Evaluate } from './engine';
import type { ModelStore } from './modelStore';
import { periodEnd, periodEnds, type WholeSide } from './wholeSide';

/** How two scenarios are held against each other on the map. */
export type DifferenceView = 'difference' | 'swipe' | 'beside';

/** A scenario, or null for today. */
export type SideChoice = ScenarioId | null;

/** A scenario with what is measured of it. */
export interface MeasuredScenario {
  readonly scenario: Scenario;
  readonly evaluation: Evaluation;
  readonly facts: AreaFactsTable;
}

/** A side of the comparison with what is measured of it. */
export type MeasuredSide = { readonly kind: 'today' } | ({ readonly kind: 'scenario' } & MeasuredScenario);

export interface DifferencePair {
  readonly first: MeasuredSide;
  readonly second: MeasuredSide;
}

/** A piece of ground that either side builds on, and how densely. */
export interface DensityPiece extends GroundPiece {
  readonly density: PieceDensity;
}

export interface DifferenceState {
  /** Null while nothing is compared on the map. */
  readonly view: DifferenceView | null;
  readonly first: SideChoice;
  readonly second: SideChoice;
  /** The year by whose end both are held against each other; null for each programme whole. */
  readonly year: number | null;
  /** The years that can be chosen: the ends of the periods of both, the last left out. */
  readonly years: readonly number[];
  /** Both sides measured; null until they are. */
  readonly pair: DifferencePair | null;
  /** The pieces found so far, of the pair as it stands. */
  readonly pieces: readonly DensityPiece[];
  /** Null without draws: they are under way, or the two may not be ranked. */
  readonly drawn: DrawnDifference | null;
  /** Why there is nothing to show, in Norwegian. */
  readonly problem: string | null;
  /** Where the divider of the swipe stands, 0–1 from the left. */
  readonly divider: number;
}

export interface DifferenceStore extends Pick<StoreApi<DifferenceState>, 'getState' | 'getInitialState' | 'subscribe'> {
  /** Compares the open scenario with what was compared with last, today at first, by the end of the year the page speaks of. */
  readonly open: () => void;
  readonly close: () => void;
  readonly show: (view: DifferenceView) => void;
  /** Chooses a side. What stands on the other side changes places with it. */
  readonly choose: (side: 'first' | 'second', choice: SideChoice) => void;
  readonly swap: () => void;
  readonly moveDivider: (share: number) => void;
  /** Holds both against each other as they stand at the end of a year, or whole. */
  readonly showYear: (year: number | null) => void;
  /** Every scenario of the list with its numbers, one by one as they are measured. Rejects with a Norwegian message. */
  readonly measureAll: () => AsyncGenerator<MeasuredScenario, void, undefined>;
}

export interface DifferenceGround {
  readonly model: Pick<ModelStore, 'getState' | 'subscribe'>;
  /** A scenario as it stands; null where it cannot be had. */
  readonly scenario: (id: ScenarioId) => Promise<Scenario | null>;
  readonly evaluate: Evaluate;
  readonly rank: Rank;
  /** Every scenario of the list as it stands. */
  readonly scenarios: () => Promise<readonly Scenario[]>;
  /** How many periods of the open scenario the page speaks of; null for all of them. */
  readonly shownPeriods: () => number | null;
  /** Lets go of what belongs to another way of looking. */
  readonly onOpen: () => void;
}

/** How long the numbers stand still before draws are made, and how long to wait where other draws took the engine. */
const STILL_MILLISECONDS = 150;
const AGAIN_MILLISECONDS = 800;

/** How long pieces are cut before the page gets its turn. */
const SLICE_MILLISECONDS = 6;

const CLOSED = { view: null, year: null, years: [], pair: null, pieces: [], drawn: null, problem: null } as const;

function built(side: MeasuredSide): BuiltSide | null {
  return side.kind === 'today' ? null : side;
}

function sameSide(one: MeasuredSide, other: MeasuredSide): boolean {
  if (one.kind === 'today' || other.kind === 'today') return one.kind === other.kind;
  return one.scenario === other.scenario && one.evaluation === other.evaluation && one.facts === other.facts;
}

/** Two scenarios, or one and today, held against each other for as long as the comparison is open. */
export function createDifferenceStore({ model, scenario: find, scenarios, evaluate, rank, shownPeriods, onOpen }: DifferenceGround): DifferenceStore {
  const store = createStore<DifferenceState>(() => ({ ...CLOSED, first: null, second: null, divider: 0.5 }));
  const { getState, getInitialState, setState, subscribe } = store;
  /** Scenarios that are not open, as they were read: they change only where they are open. */
  const known = new Map<ScenarioId, Scenario>();
  /** What is measured of those; forgotten when something beside them changes. */
  let measured = new WeakMap<Scenario, EngineAnswer>();
  let round = 0;

  const openId = (): ScenarioId => model.getState().tracked.scenario.id;
  const wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    });

  /** A side's scenario with all its years; null where it cannot be had. */
  async function wholeOf(id: SideChoice): Promise<WholeSide | null> {
    if (id === null) return { kind: 'today' };
    const { scenario: open } = model.getState().tracked;
    const scenario = open.id === id ? open : (known.get(id) ?? (await find(id)));
    if (!scenario) return null;
    if (scenario !== open) known.set(id, scenario);
    return { kind: 'scenario', scenario };
  }

  /** Measures a side as it stands at the year shown; null where the open scenario is being measured: its numbers come with the model. */
  async function measure(side: WholeSide): Promise<MeasuredSide | null> {
    if (side.kind === 'today') return side;
    const { year } = getState();
    const scenario = year === null ? side.scenario : scenarioUntil(side.scenario, year);
    const { tracked, evaluated, facts } = model.getState();
    if (tracked.scenario === scenario) {
      if (evaluated?.scenario !== scenario) return null;
      return { kind: 'scenario', scenario, evaluation: evaluated.evaluation, facts };
    }
    const answer = measured.get(scenario) ?? (await evaluate(scenario));
    measured.set(scenario, answer);
    return { kind: 'scenario', scenario, ...answer };
  }

  function refresh(): void {
    if (getState().view === null) return;
    round += 1;
    const mine = round;
    const isCurrent = (): boolean => mine === round;
    work(isCurrent).catch((problem: unknown) => {
      if (isCurrent()) setState({ problem: problem instanceof Error ? problem.message : String(problem) });
    });
  }

  async function work(isCurrent: () => boolean): Promise<void> {
    const { first: firstChoice, second: secondChoice } = getState();
    const [firstWhole, secondWhole] = await Promise.all([wholeOf(firstChoice), wholeOf(secondChoice)]);
    if (!isCurrent()) return;
    if (!firstWhole) {
      choose('first', null);
      return;
    }
    if (!secondWhole) {
      choose('second', openId());
      return;
    }
    const years = periodEnds([firstWhole, secondWhole]);
    const { year } = getState();
    if (String(years) !== String(getState().years)) setState({ years });
    if (year !== null && !years.includes(year)) setState({ year: null });
    const first = await measure(firstWhole);
    const second = await measure(secondWhole);
    if (!isCurrent() || !first || !second) return;
    const before = getState().pair;
    if (before && sameSide(before.first, first) && sameSide(before.second, second)) {
      if (getState().drawn === null) await draw(before, isCurrent);
      return;
    }
    const pair = { first, second };
    setState({ pair, drawn: null, problem: null });
    await cut(pair, isCurrent);
    if (isCurrent()) await draw(pair, isCurrent);
  }

  /** Cuts the ground a little at a time; the map keeps what it shows until all of it is cut. */
  async function cut({ first, second }: DifferencePair, isCurrent: () => boolean): Promise<void> {
    const [before, after] = [built(first), built(second)];
    const none: Scenario['areas'] = new Map();
    const pieces: DensityPiece[] = [];
    let started = performance.now();
    for (const found of groundPieces(before?.scenario.areas ?? none, after?.scenario.areas ?? none)) {
      for (const piece of found) {
        const density = pieceDensity(piece, before, after);
        if (density) pieces.push({ ...piece, density });
      }
      if (performance.now() - started < SLICE_MILLISECONDS) continue;
      await wait(0);
      if (!isCurrent()) return;
      started = performance.now();
    }
    if (isCurrent()) setState({ pieces });
  }

  async function draw({ first, second }: DifferencePair, isCurrent: () => boolean): Promise<void> {
    if (first.kind === 'today' || second.kind === 'today' || comparisonObstacle(first, second) !== null) return;
    await wait(STILL_MILLISECONDS);
    while (isCurrent()) {
      const isFinished = await rank([first.scenario, second.scenario], COMPARISON_ORDER, ({ uncertainty }) => {
        if (isCurrent()) setState({ drawn: drawnOf(uncertainty) });
      });
      if (isFinished) return;
      await wait(AGAIN_MILLISECONDS);
    }
  }

  function choose(side: 'first' | 'second', choice: SideChoice): void {
    const { first, second } = getState();
    const other = side === 'first' ? second : first;
    const own = side === 'first' ? first : second;
    if (choice === own) return;
    const moved = choice === other ? own : other;
    setState(side === 'first' ? { first: choice, second: moved } : { first: moved, second: choice });
    refresh();
  }

  model.subscribe((state, before) => {
    if (getState().view === null) return;
    const [id, idBefore] = [state.tracked.scenario.id, before.tracked.scenario.id];
    // Measured again as it stands: the network or the data have changed, so what was measured holds no more.
    if (state.evaluated !== before.evaluated && state.evaluated?.scenario === before.evaluated?.scenario) measured = new WeakMap();
    if (id !== idBefore) {
      known.clear();
      if (getState().second === idBefore) choose('second', id);
      else refresh();
    } else if (state.tracked.scenario !== before.tracked.scenario || state.evaluated !== before.evaluated) {
      refresh();
    }
  });

  return {
    getState,
    getInitialState,
    subscribe,
    choose,
    open() {
      if (getState().view !== null) return;
      const { first } = getState();
      const second = openId();
      const year = periodEnd(model.getState().tracked.scenario, shownPeriods());
      known.clear();
      setState({ ...CLOSED, view: 'difference', first: first === second ? null : first, second, year });
      onOpen();
      refresh();
    },
    close() {
      round += 1;
      setState(CLOSED);
    },
    show(view) {
      setState({ view });
    },
    swap() {
      const { first, second } = getState();
      setState({ first: second, second: first });
      refresh();
    },
    showYear(year) {
      if (year === getState().year) return;
      setState({ year });
      refresh();
    },
    async *measureAll() {
      for (const scenario of await scenarios()) yield { scenario, ...(await evaluate(scenario)) };
    },
    moveDivider(share) {
      setState({ divider: Math.min(1, Math.max(0, share)) });
    },
  };
}
