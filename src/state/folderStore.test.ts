import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { emptyScenario, threeTowns } from '../../tests/support/townsPlace';
import { readScenarioFile, writeScenarioFile } from '../core/exchange/scenarioFile';
import { renameScenario } from '../core/operations/scenarioOperations';
import { createEvaluator } from '../core/scoring/evaluator';
import type { FileFolder } from './fileFolder';
import { createFolderStore, type FolderStore } from './folderStore';
import { createModelStore, freshWork, type ModelStore } from './modelStore';
import { createNoticeStore, type NoticeStore } from './noticeStore';
import { WorkStorage } from './persistence/workStorage';
import { createViewStore } from './viewStore';
import { createWorkspace, type Workspace } from './workspace';

const dataset = threeTowns();
const evaluator = createEvaluator(dataset);
const shipped = emptyScenario(dataset, 'levert');

/** A folder in memory. */
class FakeFolder implements FileFolder {
  readonly name = 'Planer';
  readonly files = new Map<string, string>();
  isAllowed = true;
  problem: Error | null = null;

  mayWrite = (): Promise<boolean> => Promise.resolve(this.isAllowed);
  askToWrite = (): Promise<boolean> => {
    this.isAllowed = true;
    return Promise.resolve(true);
  };
  names = (): Promise<readonly string[]> => Promise.resolve([...this.files.keys()]);
  read = (file: string): Promise<string | null> => Promise.resolve(this.files.get(file) ?? null);
  write = (file: string, text: string): Promise<void> => {
    if (this.problem) return Promise.reject(this.problem);
    this.files.set(file, text);
    return Promise.resolve();
  };
  remove = (file: string): Promise<void> => {
    this.files.delete(file);
    return Promise.resolve();
  };
}

let model: ModelStore;
let workspace: Workspace;
let notices: NoticeStore;
let folder: FakeFolder;
let store: FolderStore;
let kept: FileFolder | null;
let files: unknown;

function follow(): void {
  store = createFolderStore({
    model,
    workspace,
    notices,
    folders: {
      pick: () => Promise.resolve(folder),
      kept: () => Promise.resolve(kept),
      keep: (chosen) => {
        kept = chosen;
        return Promise.resolve();
      },
    },
    files: {
      read: () => Promise.resolve(files),
      keep: (value) => {
        files = structuredClone(value);
        return Promise.resolve();
      },
    },
    baseName: (name) => name.toLowerCase().replaceAll(' ', '-'),
  });
}

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  notices = createNoticeStore();
  folder = new FakeFolder();
  kept = null;
  files = undefined;
  const evaluate = async (scenario: typeof shipped): Promise<ReturnType<typeof evaluator.evaluate>> => evaluator.evaluate(scenario);
  model = createModelStore(dataset, freshWork(shipped), evaluate);
  const storage = await WorkStorage.open();
  workspace = createWorkspace({ model, view: createViewStore(new Map()), notices, storage, shipped: [shipped], home: shipped, evaluate });
  follow();
});

const names = (): readonly string[] => [...folder.files.keys()].toSorted();
const inFolder = (expected: readonly string[]): Promise<void> =>
  vi.waitFor(() => {
    expect(names()).toEqual(expected);
  }, 10_000);

test('the user’s own scenarios lie in the folder as files, and follow every change and name', async () => {
  await workspace.copy();
  await store.choose();
  expect(store.getState()).toEqual({ status: 'connected', name: 'Planer' });
  await inFolder(['scenario-levert-(kopi).json']);
  model.dispatch((scenario) => renameScenario(scenario, 'Min'));
  await inFolder(['min.json']);
  const reading = readScenarioFile(folder.files.get('min.json') ?? '', 'min.json', dataset);
  expect(reading.kind === 'scenario' && reading.scenario).toEqual(model.getState().tracked.scenario);
});

test('files of others are neither written over nor removed', async () => {
  folder.files.set('scenario-levert-(kopi).json', 'et brev');
  await workspace.copy();
  await store.choose();
  await inFolder(['scenario-levert-(kopi)-2.json', 'scenario-levert-(kopi).json']);
  expect(folder.files.get('scenario-levert-(kopi).json')).toBe('et brev');
});

test('what lies in the folder and not in the library is taken in; what is no scenario is told of', async () => {
  await store.choose();
  folder.files.set('ny.json', writeScenarioFile({ ...emptyScenario(dataset, 'fremmed'), name: 'Fremmed' }, dataset));
  folder.files.set('kjent.json', writeScenarioFile(shipped, dataset));
  folder.files.set('tull.json', '{');
  folder.files.set('notat.txt', 'hei');
  await store.takeIn();
  expect(workspace.getState().own.map(({ name }) => name)).toEqual(['Fremmed']);
  expect(model.getState().tracked.scenario).toBe(shipped);
  expect(notices.getState().notices[0]).toMatchObject({ tone: 'problem', text: expect.stringMatching(/1 scenario er hentet.*tull\.json/u) as string });
});

test('after a reload the folder is followed again, or asked for where the browser wants that', async () => {
  await workspace.copy();
  await store.choose();
  folder.isAllowed = false;
  follow();
  await vi.waitFor(() => {
    expect(store.getState()).toEqual({ status: 'asks', name: 'Planer' });
  });
  await store.resume();
  expect(store.getState().status).toBe('connected');
  follow();
  await vi.waitFor(() => {
    expect(store.getState().status).toBe('connected');
  });
  expect(names()).toEqual(['scenario-levert-(kopi).json']);
  await store.disconnect();
  expect([store.getState().status, kept]).toEqual(['none', null]);
});

test('a folder that cannot be written in is told of, and the work is in the browser all the same', async () => {
  folder.problem = new Error('disken er tatt ut');
  await workspace.copy();
  await store.choose();
  expect(notices.getState().notices.map(({ text }) => text).join(' ')).toMatch(/«Planer» \(disken er tatt ut\).*trygt i nettleseren/u);
  expect(workspace.getState().own).toHaveLength(1);
});
