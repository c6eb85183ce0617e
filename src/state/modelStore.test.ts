import { beforeEach, describe, expect, test, vi } from 'vitest';
import { rectangle } from '../../tests/support/squarePlace';
import { emptyScenario, threeTowns } from '../../tests/support/townsPlace';
import { areaDwellings } from '../core/domain/developmentArea';
import { identifier, type TownId } from '../core/domain/identifiers';
import type { Scenario } from '../core/domain/scenario';
import { PlaceGround } from '../core/geodata/placeGround';
import { toLonLatMultiPolygon } from '../core/geometry/projection';
import { addArea } from '../core/operations/drawnAreas';
import { refillTowns, setTownShare, toggleTownLock } from '../core/operations/programmeOperations';
import { renameScenario } from '../core/operations/scenarioOperations';
import { createEvaluator } from '../core/scoring/evaluator';
import type { EngineAnswer } from './engine';
import { createModelStore, freshWork, type ModelStore, type Operation } from './modelStore';

const dataset = threeTowns();
const evaluator = createEvaluator(dataset);
const empty = emptyScenario(dataset);
const [a, b, c] = ['a', 'b', 'c'].map((id) => identifier<TownId>(id)) as [TownId, TownId, TownId];

async function evaluate(scenario: Scenario): Promise<EngineAnswer> {
  return evaluator.evaluate(scenario);
}

/** A store whose scenario is filled and scored. */
async function filledStore(): Promise<ModelStore> {
  const store = createModelStore(dataset, freshWork(empty), evaluate);
  await scored(store);
  store.dispatch((scenario, context) => refillTowns(scenario, context));
  await scored(store);
  return store;
}

function scored(store: ModelStore): Promise<void> {
  return vi.waitFor(() => {
    expect(store.getState().evaluated?.scenario).toBe(store.getState().tracked.scenario);
  });
}

function shares(store: ModelStore): readonly number[] {
  const { shareByTown } = store.getState().tracked.scenario.programme;
  return [a, b, c].map((town) => Math.round((shareByTown.get(town) ?? 0) * 1e6) / 1e6);
}

function placed(scenario: Scenario): number {
  return [...scenario.areas.values()].reduce((sum, area) => sum + areaDwellings(area), 0);
}

let store: ModelStore;

beforeEach(async () => {
  store = await filledStore();
});

describe('a change', () => {
  test('is one step that undo takes back and redo gives again', () => {
    const before = store.getState().tracked.scenario;
    expect(store.dispatch((scenario, context) => setTownShare(scenario, context, a, 0.5))).toBeNull();
    const after = store.getState().tracked.scenario;
    expect(shares(store)).toEqual([0.5, 0.25, 0.25]);
    store.undo();
    expect(store.getState().tracked.scenario).toEqual(before);
    store.redo();
    expect(store.getState().tracked.scenario).toEqual(after);
  });

  test('that is refused leaves everything and says why', () => {
    store.dispatch((scenario, context) => toggleTownLock(scenario, context, a));
    const before = store.getState().tracked;
    expect(store.dispatch((scenario, context) => setTownShare(scenario, context, a, 0.9))).toMatch(/låst/u);
    expect(store.getState().tracked).toBe(before);
  });

  test('that changes nothing is no step', () => {
    const before = store.getState().tracked;
    expect(store.dispatch((scenario) => renameScenario(scenario, scenario.name))).toBeNull();
    expect(store.getState().tracked).toBe(before);
  });

  test('brings its numbers after it', async () => {
    const before = store.getState().evaluated?.evaluation.transit.score;
    store.dispatch((scenario, context) => setTownShare(scenario, context, a, 1));
    await scored(store);
    const { evaluated, tracked } = store.getState();
    expect(evaluated?.evaluation).toEqual(evaluator.evaluate(tracked.scenario).evaluation);
    expect(evaluated?.evaluation.transit.score).not.toBe(before);
  });
});

describe('a gesture', () => {
  const drag = (share: number): string | null =>
    store.dispatch((scenario, context) => setTownShare(scenario, context, a, share), 'share-a');

  test('is one step however many moments it has', () => {
    const { past } = store.getState().tracked.history;
    const before = store.getState().tracked.scenario;
    for (const share of [0.4, 0.6, 0.7]) drag(share);
    expect(store.getState().tracked.history.past).toHaveLength(past.length + 1);
    expect(shares(store)).toEqual([0.7, 0.15, 0.15]);
    store.undo();
    expect(store.getState().tracked.scenario).toEqual(before);
  });

  test('leaves no trace of the way the pointer took', () => {
    store.dispatch((scenario, context) => setTownShare(scenario, context, b, 0.6));
    const start = shares(store);
    for (const share of [0.5, 1, 0.9, start[0] ?? 0]) drag(share);
    expect(shares(store)).toEqual(start);
    for (const share of [1, 0.4]) drag(share);
    const [, shareB = 0, shareC = 0] = shares(store);
    expect(shareB / shareC).toBeCloseTo(3, 4);
  });

  test('that comes back to where it began is no step', () => {
    const before = store.getState().tracked;
    const [start = 0] = [before.scenario.programme.shareByTown.get(a)];
    drag(0.9);
    drag(start);
    expect(store.getState().tracked.scenario).toEqual(before.scenario);
    expect(store.getState().tracked.history.past).toEqual(before.history.past);
  });

  test('ends where the pointer is lifted', () => {
    const { past } = store.getState().tracked.history;
    drag(0.5);
    store.endGesture();
    drag(0.6);
    expect(store.getState().tracked.history.past).toHaveLength(past.length + 2);
  });

  test('ends where something else is changed', () => {
    const { past } = store.getState().tracked.history;
    drag(0.5);
    store.dispatch((scenario) => renameScenario(scenario, 'Nytt navn'));
    drag(0.6);
    expect(store.getState().tracked.history.past).toHaveLength(past.length + 3);
  });

  test('that is undone under way begins anew', () => {
    const { past } = store.getState().tracked.history;
    drag(0.5);
    store.undo();
    drag(0.6);
    expect(store.getState().tracked.history.past).toHaveLength(past.length + 1);
    expect(store.getState().tracked.history.future).toHaveLength(0);
  });
});

describe('the engine', () => {
  test('is asked for the newest scenario only', async () => {
    const asked: string[] = [];
    const slow = createModelStore(dataset, freshWork(empty), async (scenario) => {
      asked.push(scenario.name);
      await new Promise((resolve) => {
        setTimeout(resolve, 5);
      });
      return evaluator.evaluate(scenario);
    });
    for (const name of ['en', 'to', 'tre']) slow.dispatch((scenario) => renameScenario(scenario, name));
    await scored(slow);
    expect(asked).toEqual([empty.name, 'tre']);
  });

  test('that fails is told of, and asked again at the next change', async () => {
    let broken = true;
    const failing = createModelStore(dataset, freshWork(empty), (scenario) =>
      broken ? Promise.reject(new Error('går ikke')) : evaluate(scenario),
    );
    await vi.waitFor(() => {
      expect(failing.getState().engineProblem).toBe('går ikke');
    });
    broken = false;
    failing.dispatch((scenario) => renameScenario(scenario, 'igjen'));
    await scored(failing);
    expect(failing.getState().engineProblem).toBeNull();
  });
});

test('another work takes the place of this one with its own history', async () => {
  const other = freshWork(emptyScenario(dataset, 'annen'));
  const homes = placed(store.getState().tracked.scenario);
  expect(homes).toBeGreaterThan(0);
  store.open(other);
  expect(store.getState().tracked).toBe(other);
  await scored(store);
  expect(store.getState().evaluated?.evaluation.dwellings.placed).toBeLessThan(homes);
  store.undo();
  expect(store.getState().tracked.scenario).toBe(other.scenario);
});

describe('a step that waits for outlines to be measured', () => {
  const place = new PlaceGround(dataset);
  const outline = toLonLatMultiPolygon(rectangle(2300, 4800, 300, 300));
  const draw: Operation = (scenario, context) => addArea(scenario, context, place, { outline, typology: 'bykvartal', developableShare: 1 });

  test('stays one step: undone at once, redone with its towns filled', async () => {
    const before = store.getState().tracked.scenario;
    expect(store.dispatch(draw)).toBeNull();
    const drawn = store.getState().tracked.scenario;
    await vi.waitFor(() => {
      expect(store.getState().tracked.scenario).not.toBe(drawn);
    });
    await scored(store);
    const filled = store.getState().tracked.scenario;
    const area = [...filled.areas.values()].find(({ origin }) => origin === 'drawn');
    expect(area && areaDwellings(area)).toBeGreaterThan(100);
    expect(placed(filled)).toBeCloseTo(placed(before), 6);
    expect(store.getState().tracked.history.past.at(-1)?.forward.note).toMatch(/^Nytt felt 1 tegnet/u);
    store.undo();
    expect(store.getState().tracked.scenario).toEqual(before);
    store.redo();
    expect(store.getState().tracked.scenario).toEqual(filled);
  });

  test('is done even where another step came before it was measured', async () => {
    store.dispatch(draw);
    store.dispatch((scenario) => renameScenario(scenario, 'Skisse'));
    await vi.waitFor(() => {
      const area = [...store.getState().tracked.scenario.areas.values()].find(({ origin }) => origin === 'drawn');
      expect(area && areaDwellings(area)).toBeGreaterThan(100);
    });
    expect(store.getState().tracked.history.past.at(-1)?.forward.note).toBe('Nytt navn: Skisse');
  });

  test('keeps other operations from counting on what was measured of the ground before', async () => {
    store.dispatch(draw);
    expect(store.dispatch((scenario, context) => setTownShare(scenario, context, a, 0.5))).toMatch(/ikke målt ferdig/u);
    await vi.waitFor(() => {
      expect(store.dispatch((scenario, context) => setTownShare(scenario, context, a, 0.5))).toBeNull();
    });
  });
});
