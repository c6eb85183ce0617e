import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyScenario, threeTowns } from '../../tests/support/townsPlace';
import type { Scenario } from '../core/domain/scenario';
import { renameScenario } from '../core/operations/scenarioOperations';
import { createEvaluator } from '../core/scoring/evaluator';
import { createModelStore, type ModelStore } from './modelStore';
import { createNoticeStore, type NoticeStore } from './noticeStore';
import { WorkStorage } from './persistence/workStorage';
import { createViewStore, type ViewStore } from './viewStore';
import { createWorkspace, firstWork, type Workspace } from './workspace';

const dataset = threeTowns();
const evaluator = createEvaluator(dataset);
const shipped = ['en', 'to'].map((id) => emptyScenario(dataset, id)) as [Scenario, Scenario];

let storage: WorkStorage;
let model: ModelStore;
let view: ViewStore;
let notices: NoticeStore;
let workspace: Workspace;

/** Opens the page in this browser, as on the first visit or after a reload. */
async function visit(): Promise<void> {
  storage = await WorkStorage.open();
  notices = createNoticeStore();
  const work = await firstWork(storage, shipped, shipped[0], notices);
  model = createModelStore(dataset, work, async (scenario) => evaluator.evaluate(scenario));
  view = createViewStore(new Map());
  workspace = createWorkspace(model, view, notices, storage, shipped, shipped[0]);
}

async function reload(): Promise<void> {
  await settled();
  storage.close();
  await visit();
}

const open = (): Scenario => model.getState().tracked.scenario;

function rename(name: string): void {
  expect(model.dispatch((scenario) => renameScenario(scenario, name))).toBeNull();
}

/** What is open has been saved, and is listed as it is. */
function settled(): Promise<void> {
  return vi.waitFor(async () => {
    const { tracked, opened } = model.getState();
    expect(tracked === opened || (await storage.load(open().id))).toEqual(tracked === opened || tracked);
    const { shipped: entries, own } = workspace.getState();
    expect([...entries, ...own].find(({ id }) => id === open().id)?.name).toBe(open().name);
  });
}

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  await visit();
});

test('every scenario is at hand as it stands: changed, shipped and own', async () => {
  rename('Endret en');
  await settled();
  await workspace.open(shipped[1].id);
  await workspace.copy();
  rename('Kopien');
  const all = await workspace.scenarios();
  expect(all.map(({ name }) => name)).toEqual(['Endret en', shipped[1].name, 'Kopien']);
  expect(all[1]).toBe(shipped[1]);
  expect(all[2]).toBe(open());
  expect(all[0]?.areas).toEqual(shipped[0].areas);
});

describe('the shipped scenarios', () => {
  test('open as they were shipped, and nothing is stored by looking', async () => {
    expect(open()).toBe(shipped[0]);
    await workspace.open(shipped[1].id);
    expect(open()).toBe(shipped[1]);
    expect((await storage.list()).works).toEqual([]);
    await reload();
    expect(open()).toBe(shipped[1]);
  });

  test('keep the user’s changes, each its own, across switching and reload', async () => {
    rename('Endret en');
    await settled();
    await workspace.open(shipped[1].id);
    expect(open().name).toBe(shipped[1].name);
    await workspace.open(shipped[0].id);
    expect(open().name).toBe('Endret en');
    expect(workspace.getState().shipped.map(({ name, changed }) => [name, changed])).toEqual([
      ['Endret en', true],
      [shipped[1].name, false],
    ]);
    await reload();
    expect(open().name).toBe('Endret en');
    model.undo();
    expect(open()).toEqual(shipped[0]);
  });

  test('come back as shipped in one step that can be undone', async () => {
    rename('Endret');
    model.dispatch((scenario) => ({
      kind: 'moment',
      moment: { note: 'tømt', changes: { areas: new Map([...scenario.areas.keys()].map((id) => [id, null])) } },
    }));
    const changed = open();
    workspace.restore();
    expect(open()).toEqual(shipped[0]);
    model.undo();
    expect(open()).toEqual(changed);
  });
});

describe('the user’s own', () => {
  test('a copy has its own life and is there after a reload', async () => {
    await workspace.copy();
    const { id } = open();
    rename('Min');
    await reload();
    expect(open()).toMatchObject({ id, name: 'Min' });
    await vi.waitFor(() => {
      expect(workspace.getState().own).toMatchObject([{ id, name: 'Min', dwellings: 3000, lastYear: 2035 }]);
    });
    await workspace.open(shipped[0].id);
    expect(open()).toBe(shipped[0]);
  });

  test('one that is removed while open gives way to a shipped one', async () => {
    await workspace.copy();
    const { id } = open();
    await workspace.remove(id);
    expect(open()).toBe(shipped[0]);
    expect(workspace.getState().own).toEqual([]);
    await workspace.open(id);
    expect(open()).toBe(shipped[0]);
  });

  test('a selection belongs to the scenario it was made in', async () => {
    const [area = null] = open().areas.keys();
    view.selectArea(area);
    await workspace.copy();
    expect(view.getState().selectedArea).toBeNull();
  });
});

describe('a scenario from a file', () => {
  const fromFile: Scenario = { ...shipped[1], name: 'Fra fil', areas: new Map() };

  test('in place of the one with its identifier, as a step that can be undone', async () => {
    expect(workspace.has(fromFile.id)).toBe(true);
    await workspace.adopt(fromFile, 'replace');
    expect(open()).toEqual(fromFile);
    model.undo();
    expect(open()).toEqual(shipped[1]);
  });

  test('as one of its own, with an identifier that nobody has', async () => {
    await workspace.adopt(fromFile, 'separate');
    expect(open()).toEqual({ ...fromFile, id: open().id });
    expect(open().id).not.toBe(fromFile.id);
    await reload();
    expect(open().name).toBe('Fra fil');
    await vi.waitFor(() => {
      expect(workspace.getState().own).toHaveLength(1);
    });
  });

  test('whose identifier is free keeps it', async () => {
    const free = emptyScenario(dataset, 'ny');
    expect(workspace.has(free.id)).toBe(false);
    await workspace.adopt(free, 'separate');
    expect(open().id).toBe(free.id);
    expect(workspace.has(free.id)).toBe(true);
  });
});

describe('what goes wrong', () => {
  test('work that is not saved is told of until it is', async () => {
    const save = vi.spyOn(storage, 'save').mockRejectedValueOnce(new Error('disken er full'));
    rename('En');
    await vi.waitFor(() => {
      expect(notices.getState().notices[0]?.text).toMatch(/disken er full.*Lagre scenariofilen/u);
    });
    expect(save).toHaveBeenCalledTimes(1);
    rename('To');
    await settled();
    expect(notices.getState().notices).toEqual([]);
  });

  test('work that cannot be read is told of and the page opens all the same', async () => {
    rename('Endret');
    await settled();
    vi.spyOn(storage, 'load').mockRejectedValue(new Error('ødelagt'));
    const told = createNoticeStore();
    const work = await firstWork(storage, shipped, shipped[1], told);
    expect(work.scenario).toBe(shipped[1]);
    expect(told.getState().notices[0]?.text).toMatch(/ødelagt/u);
  });

  test('without a store in the browser the page works and only keeps nothing', async () => {
    const bare = createWorkspace(model, view, notices, null, shipped, shipped[0]);
    await bare.open(shipped[1].id);
    expect(open()).toBe(shipped[1]);
    await bare.copy();
    expect(open().name).toBe(`${shipped[1].name} (kopi)`);
    expect((await firstWork(null, shipped, shipped[0], notices)).scenario).toBe(shipped[0]);
  });
});
