import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyScenario, threeTowns } from '../../tests/support/townsPlace';
import type { Scenario } from '../core/domain/scenario';
import { setDwellingsPerYear } from '../core/operations/programmeOperations';
import { createEvaluator } from '../core/scoring/evaluator';
import { UncertaintyRun, type UncertaintyResult } from '../core/scoring/uncertainty/uncertainty';
import { createModelStore, freshWork, type ModelStore } from './modelStore';
import { createRangesStore, RANGE_ORDER, type RangesStore } from './rangesStore';

const dataset = threeTowns();
const evaluator = createEvaluator(dataset);

interface Drawing {
  readonly scenario: Scenario;
  /** Makes a hundred more draws and tells of them. */
  readonly advance: () => UncertaintyResult;
  readonly supersede: () => void;
  readonly fail: () => void;
}

let drawings: Drawing[];
let model: ModelStore;
let store: RangesStore;

beforeEach(async () => {
  vi.useFakeTimers();
  drawings = [];
  model = createModelStore(dataset, freshWork(emptyScenario(dataset)), async (scenario) => evaluator.evaluate(scenario));
  store = createRangesStore(model, (scenario, order, onDrawn) => {
    expect(order).toEqual(RANGE_ORDER);
    const run = new UncertaintyRun([evaluator.assess(scenario)], order.seed);
    return new Promise((resolve, reject) => {
      drawings.push({
        scenario,
        advance: () => {
          run.advance(100);
          const uncertainty = run.result();
          onDrawn({ uncertainty });
          return uncertainty;
        },
        supersede: () => {
          resolve(false);
        },
        fail: () => {
          reject(new Error('går ikke'));
        },
      });
    });
  });
  await vi.advanceTimersByTimeAsync(0);
});

afterEach(() => {
  vi.useRealTimers();
});

function change(dwellingsPerYear: number): Promise<unknown> {
  model.dispatch((scenario, context) => setDwellingsPerYear(scenario, context, dwellingsPerYear));
  return vi.advanceTimersByTimeAsync(0);
}

async function drawing(): Promise<Drawing> {
  await vi.advanceTimersByTimeAsync(400);
  const latest = drawings.at(-1);
  if (!latest) throw new Error('Nothing is drawn.');
  return latest;
}

describe('the range of the scores', () => {
  test('is drawn once the numbers have stood still, not while they change', async () => {
    for (const dwellings of [100, 150, 200]) {
      await change(dwellings);
      await vi.advanceTimersByTimeAsync(399);
    }
    expect(drawings).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(drawings.map(({ scenario }) => scenario)).toEqual([model.getState().tracked.scenario]);
  });

  test('is shown from the first portion of draws on', async () => {
    const under = await drawing();
    expect(store.getState().ranges).toBeNull();
    for (const draws of [100, 200]) {
      const { scenarios } = under.advance();
      expect(store.getState().ranges).toEqual({ ...scenarios[0], draws, seed: RANGE_ORDER.seed });
    }
  });

  test('is gone as soon as the scenario changes, before its numbers are there', async () => {
    (await drawing()).advance();
    expect(store.getState().ranges).not.toBeNull();
    model.dispatch((scenario, context) => setDwellingsPerYear(scenario, context, 100));
    expect(model.getState().evaluated?.scenario).not.toBe(model.getState().tracked.scenario);
    expect(store.getState().ranges).toBeNull();
  });

  test('does not come of draws that were made for what was before', async () => {
    const late = await drawing();
    await change(100);
    late.advance();
    expect(store.getState().ranges).toBeNull();
  });

  test('is drawn anew when the same scenario is evaluated again', async () => {
    (await drawing()).advance();
    model.evaluateAgain();
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getState().ranges).toBeNull();
    (await drawing()).advance();
    expect(drawings).toHaveLength(2);
    expect(store.getState().ranges).not.toBeNull();
  });

  test('is drawn again later when other draws took its place, unless the scenario has changed', async () => {
    (await drawing()).supersede();
    await vi.advanceTimersByTimeAsync(2999);
    expect(drawings).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(drawings).toHaveLength(2);
    const late = drawings.at(-1);
    await change(100);
    late?.supersede();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(drawings.map(({ scenario }) => scenario).slice(2)).toEqual([model.getState().tracked.scenario]);
  });

  test('is not shown when the draws break off, and a late failure leaves the next alone', async () => {
    const first = await drawing();
    first.advance();
    await change(100);
    (await drawing()).advance();
    first.fail();
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getState().ranges).not.toBeNull();
    drawings.at(-1)?.fail();
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getState().ranges).toBeNull();
  });
});
