import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, vi } from 'vitest';
import type { Scenario } from '../../src/core/domain/scenario';
import { renameScenario } from '../../src/core/operations/scenarioOperations';
import { createEvaluator } from '../../src/core/scoring/evaluator';
import type { Evaluate } from '../../src/state/engine';
import { firstWork } from '../../src/state/firstWork';
import { createModelStore, type ModelStore } from '../../src/state/modelStore';
import { createNoticeStore, type NoticeStore } from '../../src/state/noticeStore';
import type { OtherPages, PageMessage } from '../../src/state/otherPages';
import { WorkStorage } from '../../src/state/persistence/workStorage';
import { createViewStore, type ViewStore } from '../../src/state/viewStore';
import { createWorkspace, type Workspace } from '../../src/state/workspace';
import { emptyScenario, threeTowns } from './townsPlace';

/*
 * A page with its store, and a browser that it is visited with: the same for all tests of the workspace.
 */

export const dataset = threeTowns();
const evaluator = createEvaluator(dataset);
export const evaluate: Evaluate = async (scenario) => evaluator.evaluate(scenario);
export const shipped = ['en', 'to'].map((id) => emptyScenario(dataset, id)) as [Scenario, Scenario];

export let storage: WorkStorage;
export let model: ModelStore;
export let view: ViewStore;
export let notices: NoticeStore;
export let workspace: Workspace;
/** What this page has told the others, and what they tell it. */
export let announced: PageMessage[];
const listeners: ((message: PageMessage) => void)[] = [];
/** Tells the page what another says. */
export const hear = (message: PageMessage): void => {
  for (const listener of listeners) listener(message);
};
const otherPages: OtherPages = {
  tell: (message) => announced.push(message),
  listen: (onMessage) => listeners.push(onMessage),
};

/** Opens the page in this browser, as on the first visit or after a reload. */
async function visit(): Promise<void> {
  storage = await WorkStorage.open();
  announced = [];
  listeners.length = 0;
  notices = createNoticeStore();
  const work = await firstWork(storage, shipped, shipped[0], notices);
  model = createModelStore(dataset, work, evaluate);
  view = createViewStore(new Map());
  workspace = createWorkspace({ model, view, notices, storage, shipped, home: shipped[0], evaluate, otherPages });
}

/** Comes back to the page after everything is saved. */
export async function reload(): Promise<void> {
  await settled();
  storage.close();
  await visit();
}

/** The scenario that is open. */
export const open = (): Scenario => model.getState().tracked.scenario;

/** Gives the open scenario another name. */
export function rename(name: string): void {
  expect(model.dispatch((scenario) => renameScenario(scenario, name))).toBeNull();
}

/** What is open has been saved, and is listed as it is. */
export function settled(): Promise<void> {
  return vi.waitFor(async () => {
    const { tracked, opened } = model.getState();
    expect(tracked === opened || (await storage.load(open().id))).toEqual(tracked === opened || tracked);
    const { shipped: entries, own } = workspace.getState();
    expect([...entries, ...own].find(({ id }) => id === open().id)?.name).toBe(open().name);
  }, 10_000);
}

/** Opens the page in a browser of its own, with an empty store. */
export async function firstVisit(): Promise<void> {
  vi.stubGlobal('indexedDB', new IDBFactory());
  await visit();
}
