import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EngineOnChannel } from '../../tests/support/engineOnChannel';
import { emptyScenario, threeTowns } from '../../tests/support/townsPlace';
import type { Scenario } from '../core/domain/scenario';
import { refillTowns, setDwellingsPerYear } from '../core/operations/programmeOperations';
import { createEngineClient, type EngineClient } from '../engine/client';
import { createDifferenceStore, type DifferenceStore } from './differenceStore';
import { createModelStore, freshWork, type ModelStore } from './modelStore';

const dataset = threeTowns();
const empty = emptyScenario(dataset, 'tom');

let engine: EngineOnChannel;
let client: EngineClient;
let model: ModelStore;
let store: DifferenceStore;
let shownPeriods: number | null = null;
const onOpen = vi.fn<() => void>();

const current = (): Scenario => model.getState().tracked.scenario;

function scored(): Promise<void> {
  return vi.waitFor(() => expect(model.getState().evaluated?.scenario === current()).toBe(true), { timeout: 10_000 });
}

/** Both sides are measured as they stand, and the ground is cut. */
function compared(): Promise<void> {
  return vi.waitFor(
    () => {
      const { pair, pieces, first, second } = store.getState();
      const idOf = (side: 'first' | 'second'): string | null => (pair?.[side].kind === 'scenario' ? pair[side].scenario.id : null);
      expect([pair === null, idOf('first'), idOf('second')]).toEqual([false, first, second]);
      const open = [pair?.first, pair?.second].flatMap((side) => (side?.kind === 'scenario' && side.scenario.id === current().id ? [side.scenario] : []));
      expect(open.every((scenario) => scenario === current())).toBe(true);
      expect(pieces.length).toBeGreaterThan(0);
    },
    { timeout: 10_000 },
  );
}

function stillFor(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

const asked = (kind: string): number => engine.requests.filter((request) => request.kind === kind).length;

beforeEach(async () => {
  engine = new EngineOnChannel();
  client = createEngineClient(dataset, engine.openLine);
  model = createModelStore(dataset, freshWork(emptyScenario(dataset)), client.evaluate);
  await scored();
  model.dispatch((scenario, context) => refillTowns(scenario, context));
  await scored();
  onOpen.mockClear();
  shownPeriods = null;
  store = createDifferenceStore({
    model,
    scenario: async (id) => (id === empty.id ? { ...empty } : null),
    scenarios: async () => [empty, current()],
    evaluate: client.evaluate,
    rank: client.rank,
    shownPeriods: () => shownPeriods,
    onOpen,
  });
});

afterEach(() => {
  store.close();
  client.close();
});

describe('comparing two on the map', () => {
  test('holds the open scenario against today at first, without draws: today is no plan', async () => {
    store.open();
    await compared();
    expect(onOpen).toHaveBeenCalledOnce();
    expect(store.getState()).toMatchObject({ view: 'difference', first: null, second: current().id, drawn: null });
    const { pieces } = store.getState();
    expect(pieces.every(({ density }) => density.first === 0 && density.difference === density.second && density.second > 0)).toBe(true);
    await stillFor(300);
    expect(asked('rank')).toBe(0);
  });

  test('measures a scenario that is not open, once, and draws the two together', async () => {
    store.open();
    store.choose('first', empty.id);
    await compared();
    const pair = store.getState().pair;
    const alone = await client.evaluate(empty);
    expect(pair?.first.kind === 'scenario' && pair.first.evaluation).toEqual(alone.evaluation);
    await vi.waitFor(() => expect(store.getState().drawn?.draws).toBe(1000), { timeout: 20_000 });
    // Nothing is placed in the other: the open one is ahead in every draw.
    expect(store.getState().drawn?.secondHigher.transit).toBe(1);
    const scoredParts = model.getState().evaluated?.evaluation.blueGreen.parts.map(({ score }) => score !== null);
    expect(store.getState().drawn?.secondHigherParts).toHaveLength(scoredParts?.length ?? 0);
    const evaluations = asked('evaluate');
    store.swap();
    await compared();
    expect(asked('evaluate')).toBe(evaluations);
    await vi.waitFor(() => expect(store.getState().drawn?.secondHigher.transit).toBe(0), { timeout: 20_000 });
    expect(store.getState().pieces.every(({ density }) => density.difference < 0)).toBe(true);
  });

  test('lets the sides change places when one is chosen twice, and forgets what cannot be had', async () => {
    store.open();
    store.choose('second', null);
    expect(store.getState()).toMatchObject({ first: current().id, second: null });
    store.choose('first', 'borte' as Scenario['id']);
    await vi.waitFor(() => expect(store.getState()).toMatchObject({ first: null, second: current().id }));
  });

  test('follows the open scenario as it changes, and gives no draws where programmes are unequal', async () => {
    store.open();
    store.choose('first', empty.id);
    await compared();
    model.dispatch((scenario, context) => setDwellingsPerYear(scenario, context, 120));
    await scored();
    await compared();
    const { pair } = store.getState();
    expect(pair?.second.kind === 'scenario' && pair.second.evaluation.dwellings.programme).toBe(1200);
    await stillFor(400);
    expect(store.getState().drawn).toBeNull();
  });

  test('measures every scenario of the list in its order', async () => {
    const found: string[] = [];
    for await (const { scenario, evaluation, facts } of store.measureAll()) {
      found.push(scenario.id);
      const inTowns = evaluation.towns.reduce((sum, { placed }) => sum + placed, 0);
      expect(inTowns > 0).toBe(scenario.id !== empty.id);
      expect(facts.size).toBe(scenario.areas.size);
    }
    expect(found).toEqual([empty.id, current().id]);
  });

  test('holds the two against each other as they stand at the end of a year', async () => {
    store.open();
    store.choose('first', empty.id);
    await compared();
    const { lastYear } = current().programme;
    const { years, pair: whole } = store.getState();
    expect(years.length).toBeGreaterThan(0);
    expect(years).not.toContain(lastYear);
    const [year = 0] = years;
    store.showYear(year);
    await vi.waitFor(() => expect(store.getState().pair).not.toBe(whole));
    const { pair, first } = store.getState();
    expect(first).toBe(empty.id);
    const second = pair?.second.kind === 'scenario' ? pair.second : null;
    expect(second?.scenario.programme.lastYear).toBe(year);
    expect(second?.evaluation.transit).toEqual(model.getState().evaluated?.evaluation.periods[0]?.transit);
    expect(pair?.first.kind === 'scenario' && pair.first.scenario.programme.lastYear).toBe(year);
    store.showYear(null);
    await compared();
    store.showYear(1999);
    await vi.waitFor(() => expect(store.getState().year).toBeNull());
  });

  test('opens at the year that the page speaks of; today and the whole programme are no such year', async () => {
    for (const periods of [null, 0, 1, 99] as const) {
      shownPeriods = periods;
      store.open();
      await vi.waitFor(() => expect(store.getState().pair).not.toBeNull());
      const { year, years } = store.getState();
      expect(years.length).toBeGreaterThan(0);
      expect(year).toBe(periods === 1 ? years[0] : null);
      store.close();
    }
  });

  test('remembers what was compared with, and goes on with the scenario that is opened', async () => {
    store.open();
    store.choose('first', empty.id);
    store.close();
    expect(store.getState()).toMatchObject({ view: null, pair: null });
    store.open();
    expect(store.getState().first).toBe(empty.id);
    const before = current().id;
    model.open(freshWork({ ...emptyScenario(dataset, 'tredje') }));
    expect(store.getState().second).toBe('tredje');
    model.open(freshWork(empty));
    expect(store.getState()).toMatchObject({ first: 'tredje', second: empty.id });
    expect(before).not.toBe(current().id);
  });
});
