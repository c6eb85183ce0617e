import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EngineOnChannel } from '../../tests/support/engineOnChannel';
import { emptyScenario, threeTowns } from '../../tests/support/townsPlace';
import type { Scenario } from '../core/domain/scenario';
import { refillTowns } from '../core/operations/programmeOperations';
import { renameScenario } from '../core/operations/scenarioOperations';
import { createEngineClient, type EngineClient } from '../engine/client';
import { createComparisonStore, sharesAhead, type ComparisonStore, type Rank } from './comparisonStore';
import { createModelStore, freshWork, type ModelStore } from './modelStore';

const dataset = threeTowns();
const other = emptyScenario(dataset, 'tom');

let engine: EngineOnChannel;
let client: EngineClient;
let model: ModelStore;
let comparison: ComparisonStore;

const current = (): Scenario => model.getState().tracked.scenario;
const library = async (): Promise<readonly Scenario[]> => [other, current()];

function scored(): Promise<void> {
  return vi.waitFor(
    () => {
      expect(model.getState().evaluated?.scenario).toBe(current());
    },
    { timeout: 20_000 },
  );
}

/** All draws are made, for the scenario as it stands. */
function drawn(): Promise<void> {
  return vi.waitFor(
    () => {
      const { comparison: found } = comparison.getState();
      expect(found?.uncertainty.draws).toBe(1000);
      expect(found?.compared[1]?.scenario).toBe(current());
    },
    { timeout: 20_000 },
  );
}

/** Opens the comparison and does something the moment its first portion is there. */
function interruptAtFirst(act: () => void): Promise<void> {
  return new Promise((resolve) => {
    const leave = comparison.subscribe(({ comparison: found }) => {
      if (!found) return;
      leave();
      act();
      resolve();
    });
    comparison.open();
  });
}

const ranks = (): number => engine.requests.filter(({ kind }) => kind === 'rank').length;

beforeEach(async () => {
  engine = new EngineOnChannel();
  client = createEngineClient(dataset, engine.openLine);
  model = createModelStore(dataset, freshWork(emptyScenario(dataset)), client.evaluate);
  await scored();
  model.dispatch((scenario, context) => refillTowns(scenario, context));
  await scored();
  comparison = createComparisonStore(model, library, client.rank);
});

afterEach(() => {
  comparison.close();
  client.close();
});

describe('the comparison', () => {
  test('is not drawn before it is opened', async () => {
    model.dispatch((scenario) => renameScenario(scenario, 'Endret'));
    await scored();
    expect(ranks()).toBe(0);
    expect(comparison.getState().comparison).toBeNull();
  });

  test('has every scenario with the numbers of its own, and who is ahead seen from either side', async () => {
    const portions: number[] = [];
    comparison.subscribe(({ comparison: found }) => portions.push(found?.uncertainty.draws ?? 0));
    comparison.open();
    await drawn();
    expect(portions.filter((draws) => draws > 0)).toEqual([100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]);
    const found = comparison.getState().comparison!;
    expect(found.compared.map(({ scenario }) => scenario.id)).toEqual([other.id, current().id]);
    expect(found.compared[1]?.evaluation).toEqual(model.getState().evaluated?.evaluation);
    const [empty, filled] = found.compared;
    expect(filled?.transit?.low).toBeGreaterThan(empty?.transit?.high ?? Number.NaN);
    expect(sharesAhead(found, current().id, other.id)?.transit).toBe(1);
    expect(sharesAhead(found, other.id, current().id)?.transit).toBe(0);
    expect(sharesAhead(found, current().id, current().id)).toBeNull();
  });

  test('is drawn anew when the open scenario changes, however it interrupts', async () => {
    await interruptAtFirst(() => model.dispatch((scenario) => renameScenario(scenario, 'Endret')));
    await drawn();
    expect(comparison.getState().comparison?.compared[1]?.scenario.name).toBe('Endret');
  });

  test('is asked for again when another question took the engine', async () => {
    const disturbed: Rank = (scenarios, order, onDrawn) => {
      const answer = client.rank(scenarios, order, onDrawn);
      if (ranks() === 0) model.evaluateAgain();
      return answer;
    };
    comparison = createComparisonStore(model, library, disturbed);
    comparison.open();
    await drawn();
    expect(ranks()).toBe(2);
  });

  test('says nothing more once it is closed, and starts afresh when opened again', async () => {
    await interruptAtFirst(comparison.close);
    const heard = vi.fn<() => void>();
    comparison.subscribe(heard);
    await client.evaluate(current());
    model.dispatch((scenario) => renameScenario(scenario, 'Endret'));
    await scored();
    expect(heard).not.toHaveBeenCalled();
    comparison.open();
    expect(comparison.getState().comparison).toBeNull();
    await drawn();
  });

  test('tells why there are no numbers', async () => {
    const broken: Rank = () => Promise.reject(new Error('går ikke'));
    comparison = createComparisonStore(model, library, broken);
    comparison.open();
    await vi.waitFor(() => {
      expect(comparison.getState().problem).toBe('går ikke');
    });
  });
});
