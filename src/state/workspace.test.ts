import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyScenario, threeTowns } from '../../tests/support/townsPlace';
import type { Scenario } from '../core/domain/scenario';
import { record } from '../core/operations/history';
import type { OperationOutcome } from '../core/operations/outcome';
import { renameScenario } from '../core/operations/scenarioOperations';
import { createEvaluator } from '../core/scoring/evaluator';
import type { Evaluate } from './engine';
import { createModelStore, type ModelStore } from './modelStore';
import { createNoticeStore, type NoticeStore } from './noticeStore';
import type { OtherPages, PageMessage } from './otherPages';
import { NewerStoreError } from './persistence/workDatabase';
import { WorkStorage } from './persistence/workStorage';
import { createViewStore, type ViewStore } from './viewStore';
import { firstWork } from './firstWork';
import { createWorkspace, type Workspace } from './workspace';

const dataset = threeTowns();
const evaluator = createEvaluator(dataset);
const evaluate: Evaluate = async (scenario) => evaluator.evaluate(scenario);
const shipped = ['en', 'to'].map((id) => emptyScenario(dataset, id)) as [Scenario, Scenario];

let storage: WorkStorage;
let model: ModelStore;
let view: ViewStore;
let notices: NoticeStore;
let workspace: Workspace;
/** What this page has told the others, and what they tell it. */
let announced: PageMessage[];
const listeners: ((message: PageMessage) => void)[] = [];
const hear = (message: PageMessage): void => {
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
  }, 10_000);
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

  test('one that is removed while open gives way to a shipped one, and lies in the bin for thirty days', async () => {
    await workspace.copy();
    rename('Min');
    await settled();
    const { id } = open();
    await workspace.remove(id);
    expect(open()).toBe(shipped[0]);
    expect(workspace.getState().own).toEqual([]);
    expect(workspace.getState().deleted).toMatchObject([{ id, name: 'Min' }]);
    await reload();
    await vi.waitFor(() => {
      expect(workspace.getState().deleted).toHaveLength(1);
    });
    await workspace.undelete(id);
    expect(workspace.getState().own).toMatchObject([{ id, name: 'Min' }]);
    await workspace.open(id);
    model.undo();
    expect(open().name).toBe(`${shipped[0].name} (kopi)`);
  });

  test('one that has lain in the bin for thirty-one days is gone, one for twenty-nine is there', async () => {
    await workspace.copy();
    const old = open().id;
    await workspace.copy();
    const young = open().id;
    const day = 24 * 60 * 60 * 1000;
    await storage.mark(old, { deletedAt: Date.now() - 31 * day });
    await storage.mark(young, { deletedAt: Date.now() - 29 * day });
    await workspace.open(shipped[0].id);
    await reload();
    await vi.waitFor(async () => {
      expect((await storage.list()).works.map(({ id }) => id)).toEqual([young]);
    });
  });

  test('one that is erased is nowhere', async () => {
    await workspace.copy();
    const { id } = open();
    await workspace.remove(id);
    await workspace.erase(id);
    expect(workspace.getState().deleted).toEqual([]);
    expect(workspace.has(id)).toBe(false);
    await workspace.open(id);
    expect(open()).toBe(shipped[0]);
  });

  test('a new one stands on the place’s areas, filled by the programme, with nothing to undo', async () => {
    await workspace.create();
    const { scenario, history } = model.getState().tracked;
    expect(scenario.name).toBe('Nytt scenario');
    expect(scenario.areas.size).toBe(dataset.defaultAreas.length);
    const placed = [...scenario.areas.values()].flatMap((area) => area.dwellingsByPeriod).reduce((sum, count) => sum + count, 0);
    expect(placed).toBeGreaterThan(100);
    expect(history.past).toEqual([]);
    await workspace.create();
    expect(open().name).toBe('Nytt scenario 2');
    await workspace.copy();
    await workspace.copy(scenario.id);
    expect(open().name).toBe('Nytt scenario (kopi)');
    await reload();
    await vi.waitFor(() => {
      expect(workspace.getState().own).toHaveLength(4);
    });
  });

  test('one that is not open is renamed in a step of its own history', async () => {
    await workspace.copy();
    const { id } = open();
    await workspace.open(shipped[0].id);
    expect(await workspace.change(id, (scenario) => renameScenario(scenario, '  '))).toMatch(/navn/u);
    expect(await workspace.change(id, (scenario) => renameScenario(scenario, 'Omdøpt'))).toBeNull();
    expect(workspace.getState().own).toMatchObject([{ id, name: 'Omdøpt' }]);
    expect(open()).toBe(shipped[0]);
    expect(await storage.current()).toBe(shipped[0].id);
    await workspace.open(id);
    model.undo();
    expect(open().name).toBe(`${shipped[0].name} (kopi)`);
  });

  test('one that is put away is neither listed nor compared until it is taken back', async () => {
    await workspace.copy();
    const { id } = open();
    await workspace.open(shipped[0].id);
    await workspace.archive(id, true);
    await workspace.archive(shipped[1].id, true);
    expect(workspace.getState()).toMatchObject({ own: [], archived: [{ id: shipped[1].id }, { id }] });
    expect((await workspace.scenarios()).map((scenario) => scenario.id)).toEqual([shipped[0].id]);
    expect(workspace.has(id)).toBe(true);
    await workspace.archive(id, false);
    expect(workspace.getState().own).toMatchObject([{ id }]);
  });

  test('a selection belongs to the scenario it was made in', async () => {
    const [area = null] = open().areas.keys();
    view.selectArea(area);
    await workspace.copy();
    expect(view.getState().selectedArea).toBeNull();
  });
});

describe('a locked scenario', () => {
  test('refuses every change with a reason, after a reload too, until it is unlocked', async () => {
    rename('Endret');
    await settled();
    const before = model.getState().tracked;
    await workspace.lock(open().id, true);
    expect(model.dispatch((scenario) => renameScenario(scenario, 'Igjen'))).toMatch(/«Endret» er låst.*kopi/u);
    model.undo();
    expect(model.getState().tracked).toBe(before);
    await reload();
    await vi.waitFor(() => {
      expect(model.getState().locked).toMatch(/låst/u);
    });
    await workspace.lock(open().id, false);
    rename('Igjen');
  });

  test('that is not open is not renamed either, and a file does not replace it', async () => {
    await workspace.lock(shipped[1].id, true);
    expect(await workspace.change(shipped[1].id, (scenario) => renameScenario(scenario, 'Ny'))).toMatch(/er låst/u);
    await workspace.adopt({ ...shipped[1], name: 'Fra fil' }, 'replace');
    expect(open()).toBe(shipped[1]);
    expect(notices.getState().notices.map(({ text }) => text).join(' ')).toMatch(/er låst/u);
  });

  test('can be copied, and the copy changed', async () => {
    await workspace.lock(shipped[0].id, true);
    await workspace.copy();
    rename('Kopien');
    await workspace.open(shipped[0].id);
    expect(model.dispatch((scenario) => renameScenario(scenario, 'Igjen'))).toMatch(/er låst/u);
  });
});

describe('two pages at work', () => {
  /** What another page does with the stored work of the open scenario. */
  async function elsewhere(change: (scenario: Scenario) => OperationOutcome): Promise<void> {
    const other = await WorkStorage.open();
    const work = await other.load(open().id);
    if (!work) throw new Error('nothing is stored');
    const outcome = change(work.scenario);
    if (outcome.kind !== 'moment') throw new Error('nothing to save');
    await other.save(record(work, outcome.moment));
    other.close();
  }

  test('tell each other what is saved', async () => {
    rename('Endret');
    await settled();
    expect(announced).toContainEqual({ kind: 'saved', id: open().id });
  });

  test('the one that has changed nothing since is offered the changes of the other', async () => {
    rename('Min');
    await settled();
    await elsewhere((scenario) => renameScenario(scenario, 'Deres'));
    hear({ kind: 'saved', id: open().id });
    const notice = notices.getState().notices.find(({ text }) => text.includes('annen fane'));
    const [take] = notice?.actions ?? [];
    if (typeof take?.perform !== 'function') throw new Error('nothing is offered');
    expect(open().name).toBe('Min');
    take.perform();
    await vi.waitFor(() => {
      expect(open().name).toBe('Deres');
    });
    rename('Videre');
    await settled();
  });

  test('the one that has changed the same goes on as a copy with its history, and both are whole', async () => {
    rename('Min');
    await settled();
    const { id } = open();
    await elsewhere((scenario) => renameScenario(scenario, 'Deres'));
    rename('Også min');
    await vi.waitFor(() => {
      expect(open().id).not.toBe(id);
    });
    await settled();
    expect(open().name).toBe('Også min (min)');
    expect((await storage.load(id))?.scenario.name).toBe('Deres');
    const mine = open().id;
    rename('Enda mer');
    await settled();
    model.undo();
    model.undo();
    expect(open().name).toBe('Min');
    const notice = notices.getState().notices.find(({ text }) => text.includes('trygt'));
    const useTheirs = notice?.actions?.[1]?.perform;
    if (typeof useTheirs !== 'function') throw new Error('nothing is offered');
    useTheirs();
    await vi.waitFor(() => {
      expect(open().name).toBe('Deres');
      expect(workspace.getState().deleted.map((entry) => entry.id)).toEqual([mine]);
    });
  });

  test('what another page has erased lives on as a copy when it is changed here, whole', async () => {
    await workspace.copy();
    rename('Min');
    await settled();
    const { id } = open();
    const other = await WorkStorage.open();
    await other.remove(id);
    other.close();
    rename('Lever');
    await vi.waitFor(() => {
      expect(open().id).not.toBe(id);
    });
    await settled();
    const { tracked } = model.getState();
    storage.close();
    storage = await WorkStorage.open();
    expect(await storage.load(open().id)).toEqual(tracked);
    expect(await storage.load(id)).toBeNull();
  });

  test('what is worked on here does not stay in the bin that another page put it in', async () => {
    await workspace.copy();
    const other = await WorkStorage.open();
    await other.mark(open().id, { deletedAt: Date.now() });
    other.close();
    hear({ kind: 'library' });
    await vi.waitFor(() => {
      expect(workspace.getState().deleted).toHaveLength(1);
    });
    rename('Lever');
    await vi.waitFor(() => {
      expect(workspace.getState().own).toMatchObject([{ name: 'Lever' }]);
    });
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
  test('work that is not saved is told of, with a way out, until it is', async () => {
    const save = vi.spyOn(storage, 'save').mockRejectedValueOnce(new Error('uleselig disk'));
    rename('En');
    await vi.waitFor(() => {
      expect(notices.getState().notices[0]?.text).toMatch(/uleselig disk.*Lagre scenariofilen/u);
    });
    expect(notices.getState().notices[0]?.actions?.map(({ text }) => text)).toEqual(['Lagre scenariofil', 'Prøv igjen']);
    expect(save).toHaveBeenCalledTimes(1);
    rename('To');
    await settled();
    expect(notices.getState().notices).toEqual([]);
  });

  test('a full disk: the work stays in memory, also when another is opened, and is saved when there is room', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const full = vi.spyOn(storage, 'save').mockRejectedValue(new DOMException('no room', 'QuotaExceededError'));
    rename('Ulagret');
    await vi.waitUntil(() => workspace.isUnsaved());
    expect(notices.getState().notices[0]?.text).toMatch(/fullt/u);
    await workspace.open(shipped[1].id);
    await workspace.open(shipped[0].id);
    expect(open().name).toBe('Ulagret');
    full.mockRestore();
    await vi.advanceTimersByTimeAsync(2_000);
    vi.useRealTimers();
    await settled();
    expect(workspace.isUnsaved()).toBe(false);
    expect(notices.getState().notices).toEqual([]);
  });

  test('a newer version takes the store over: that is told, and nothing of it is touched', async () => {
    rename('Lagret');
    await settled();
    const newer = await openDB('smabymodellen', 99);
    expect(notices.getState().notices[0]?.text).toMatch(/nyere versjon.*Last siden på nytt/u);
    rename('Ulagret');
    await vi.waitUntil(() => workspace.isUnsaved());
    expect(notices.getState().notices[0]?.text).toMatch(/bare i denne fanen/u);
    expect(await newer.get('summaries', open().id)).toMatchObject({ name: 'Lagret' });
    newer.close();
    await expect(WorkStorage.open()).rejects.toBeInstanceOf(NewerStoreError);
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
    const bare = createWorkspace({ model, view, notices, storage: null, shipped, home: shipped[0], evaluate });
    await bare.open(shipped[1].id);
    expect(open()).toBe(shipped[1]);
    await bare.copy();
    expect(open().name).toBe(`${shipped[1].name} (kopi)`);
    expect((await firstWork(null, shipped, shipped[0], notices)).scenario).toBe(shipped[0]);
  });
});
