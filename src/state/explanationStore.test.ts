import { beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyScenario, threeTowns } from '../../tests/support/townsPlace';
import type { Scenario } from '../core/domain/scenario';
import { renameScenario } from '../core/operations/scenarioOperations';
import { setDwellingsPerYear } from '../core/operations/programmeOperations';
import { createEvaluator } from '../core/scoring/evaluator';
import { explain } from '../core/scoring/explain';
import type { ExplainedId, Explanation } from '../core/scoring/explanation';
import { createExplanationStore, type ExplanationStore } from './explanationStore';
import { createModelStore, freshWork, type ModelStore } from './modelStore';
import { createViewStore, type ViewStore } from './viewStore';

const dataset = threeTowns();
const evaluator = createEvaluator(dataset);

interface Asked {
  readonly scenario: Scenario;
  readonly indicator: ExplainedId;
  readonly periods: number | null;
  readonly answer: () => void;
  readonly fail: (reason: string) => void;
}

let asked: Asked[];
let model: ModelStore;
let store: ExplanationStore;
let view: ViewStore;

/** An engine that answers when it is told to. */
function explainLater(scenario: Scenario, indicator: ExplainedId, periods: number | null): Promise<Explanation> {
  return new Promise((resolve, reject) => {
    asked.push({
      scenario,
      indicator,
      periods,
      answer: () => {
        resolve(explain(evaluator.assess(scenario), indicator, periods));
      },
      fail: (reason) => {
        reject(new Error(reason));
      },
    });
  });
}

function scored(): Promise<void> {
  return vi.waitFor(() => {
    expect(model.getState().evaluated?.scenario).toBe(model.getState().tracked.scenario);
  });
}

async function change(dwellingsPerYear: number): Promise<void> {
  model.dispatch((scenario, context) => setDwellingsPerYear(scenario, context, dwellingsPerYear));
  await scored();
}

function askedFor(count: number): Promise<Asked> {
  return vi.waitFor(() => {
    expect(asked).toHaveLength(count);
    const latest = asked.at(-1);
    if (!latest) throw new Error('Nothing was asked.');
    return latest;
  });
}

function shown(indicator: ExplainedId, periods: number | null = null): Promise<void> {
  return vi.waitFor(() => {
    const { scenario } = model.getState().tracked;
    expect(store.getState().explanation).toEqual(explain(evaluator.assess(scenario), indicator, periods));
  });
}

beforeEach(async () => {
  asked = [];
  model = createModelStore(dataset, freshWork(emptyScenario(dataset)), async (scenario) => evaluator.evaluate(scenario));
  view = createViewStore(new Map());
  store = createExplanationStore(model, explainLater, view);
  await scored();
});

describe('the explanation of a number', () => {
  test('is asked for when the number is opened, and not before', async () => {
    await change(100);
    expect(asked).toHaveLength(0);
    store.open('T');
    (await askedFor(1)).answer();
    await shown('T');
    store.open('T');
    expect(asked).toHaveLength(1);
  });

  test('is asked for again after every evaluation, and the one before stays until then', async () => {
    store.open('T');
    (await askedFor(1)).answer();
    await shown('T');
    const before = store.getState().explanation;
    await change(100);
    const again = await askedFor(2);
    expect(again.scenario).toBe(model.getState().tracked.scenario);
    expect(store.getState().explanation).toBe(before);
    again.answer();
    await shown('T');
    expect(store.getState().explanation).not.toEqual(before);
  });

  test('follows the moment that the page shows, and today stays today', async () => {
    await change(100);
    store.open('T');
    (await askedFor(1)).answer();
    await shown('T');
    view.showPeriods(1);
    (await askedFor(2)).answer();
    await shown('T', 1);
    store.open('T', true);
    (await askedFor(3)).answer();
    await shown('T', 0);
    expect(store.getState().explanation?.moment).toBe('i dag');
    view.showPeriods(null);
    expect(asked).toHaveLength(3);
    store.open('T');
    (await askedFor(4)).answer();
    await shown('T');
    expect(asked.map(({ periods }) => periods)).toEqual([null, 1, 0, null]);
  });

  test('is dropped when the scenario has changed meanwhile', async () => {
    store.open('T');
    const late = await askedFor(1);
    await change(100);
    await change(200);
    late.answer();
    const newest = await askedFor(2);
    expect(store.getState().explanation).toBeNull();
    expect(newest.scenario).toBe(model.getState().tracked.scenario);
    newest.answer();
    await shown('T');
  });

  test('is dropped when another number was opened meanwhile', async () => {
    store.open('T');
    const late = await askedFor(1);
    store.open('B');
    late.answer();
    const newest = await askedFor(2);
    expect(store.getState().explanation).toBeNull();
    newest.answer();
    await shown('B');
  });

  test('does not come back after it was closed', async () => {
    store.open('T');
    const late = await askedFor(1);
    store.close();
    late.answer();
    await change(100);
    expect(store.getState()).toEqual({ indicator: null, isToday: false, explanation: null, problem: null });
    expect(asked).toHaveLength(1);
  });

  test('that cannot be given says why, until the next one', async () => {
    store.open('T');
    (await askedFor(1)).fail('går ikke');
    await vi.waitFor(() => {
      expect(store.getState()).toEqual({ indicator: 'T', isToday: false, explanation: null, problem: 'går ikke' });
    });
    model.dispatch((scenario) => renameScenario(scenario, 'Annet'));
    (await askedFor(2)).answer();
    await shown('T');
    expect(store.getState().problem).toBeNull();
  });
});
