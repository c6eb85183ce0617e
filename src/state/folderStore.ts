import { z } from 'zod';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { identifier, type ScenarioId } from '../core/domain/identifiers';
import type { Scenario } from '../core/domain/scenario';
import { readScenarioFile, writeScenarioFile } from '../core/exchange/scenarioFile';
import type { FileFolder } from './fileFolder';
import { entriesOf, type LibraryEntry } from './library';
import type { ModelStore } from './modelStore';
import type { NoticeStore } from './noticeStore';
import { reasonOf } from './savingNotices';
import { STATE_WORDS } from './words';
import type { Workspace } from './workspace';

export interface FolderState {
  /** `asks`: a folder was chosen in an earlier visit, and the browser wants to be told again that it may write there. */
  readonly status: 'unsupported' | 'none' | 'asks' | 'connected';
  readonly name: string;
}

/** A folder on the user's disk that every scenario of the library is kept in as a file. */
export interface FolderStore extends Pick<StoreApi<FolderState>, 'getState' | 'getInitialState' | 'subscribe'> {
  readonly choose: () => Promise<void>;
  readonly resume: () => Promise<void>;
  readonly disconnect: () => Promise<void>;
  /** Takes in the scenarios of the folder that the library does not have. */
  readonly takeIn: () => Promise<void>;
}

/** What a folder store stands on. */
export interface FolderGround {
  readonly model: ModelStore;
  readonly workspace: Workspace;
  readonly notices: NoticeStore;
  /** Null where the browser writes in no folders. */
  readonly folders: {
    readonly pick: () => Promise<FileFolder | null>;
    /** The folder of the last visit. */
    readonly kept: () => Promise<FileFolder | null>;
    readonly keep: (folder: FileFolder | null) => Promise<void>;
  } | null;
  /** Which file each scenario lies in, from one visit to the next. */
  readonly files: { readonly read: () => Promise<unknown>; readonly keep: (files: unknown) => Promise<void> };
  /** A name as any file system takes it, without an ending. */
  readonly baseName: (name: string) => string;
}

const FOLDER = 'mappe';

/** How long the hand is to rest before files are written, milliseconds. */
const REST = 700;

const fileOfScenario = z.map(z.string().transform(identifier<ScenarioId>), z.string()).catch(new Map());

/** Follows the library, and writes what has been saved to the folder as well. */
export function createFolderStore(ground: FolderGround): FolderStore {
  const { model, workspace, notices, folders, files, baseName } = ground;
  const store = createStore<FolderState>(() => ({ status: folders ? 'none' : 'unsupported', name: '' }));
  let folder: FileFolder | null = null;
  let fileOf = new Map<ScenarioId, string>();
  /** When what lies in the folder was saved. */
  const written = new Map<ScenarioId, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing = Promise.resolve();

  function tell(problem: unknown): void {
    notices.tell({ subject: FOLDER, tone: 'problem', text: STATE_WORDS.folderProblem(folder?.name ?? '', reasonOf(problem)) });
  }

  /** A name for the scenario's file that is neither another scenario's nor a stranger's. */
  async function freeFile(target: FileFolder, scenario: Scenario): Promise<string> {
    const taken = new Set([...fileOf].flatMap(([id, file]) => (id === scenario.id ? [] : [file])));
    const base = baseName(scenario.name);
    for (let number = 1; ; number += 1) {
      const name = `${base}${number === 1 ? '' : `-${number}`}.json`;
      if (fileOf.get(scenario.id) === name) return name;
      if (taken.has(name)) continue;
      const there = await target.read(name);
      if (there === null || idIn(there) === scenario.id) return name;
    }
  }

  function idIn(text: string): ScenarioId | null {
    const reading = readScenarioFile(text, '', model.getState().dataset);
    return reading.kind === 'scenario' ? reading.scenario.id : null;
  }

  async function write(target: FileFolder, id: ScenarioId): Promise<void> {
    const scenario = await workspace.scenario(id);
    if (!scenario) return;
    const file = await freeFile(target, scenario);
    await target.write(file, writeScenarioFile(scenario, model.getState().dataset));
    const before = fileOf.get(id);
    if (before !== undefined && before !== file) await target.remove(before);
    fileOf.set(id, file);
  }

  /** When each scenario that is kept was last saved; what is open is newer than the list. */
  function savedTimes(): ReadonlyMap<ScenarioId, number> {
    const state = workspace.getState();
    const isKept = ({ savedAt, deletedAt }: LibraryEntry): boolean => savedAt !== null && deletedAt === null;
    const times = new Map(entriesOf(state).filter(isKept).map(({ id, savedAt }) => [id, savedAt ?? 0]));
    const { id } = model.getState().tracked.scenario;
    if (state.savedAt !== null && times.has(id)) times.set(id, state.savedAt);
    return times;
  }

  async function writeAll(): Promise<void> {
    if (!folder) return;
    try {
      for (const [id, savedAt] of savedTimes()) {
        if (written.get(id) === savedAt) continue;
        await write(folder, id);
        written.set(id, savedAt);
      }
      await files.keep(fileOf);
      notices.dismiss(FOLDER);
    } catch (problem) {
      tell(problem);
    }
  }

  function writeSoon(): void {
    clearTimeout(timer);
    if (folder) {
      timer = setTimeout(() => {
        writing = writing.then(writeAll);
      }, REST);
    }
  }

  async function connect(chosen: FileFolder): Promise<void> {
    folder = chosen;
    store.setState({ status: 'connected', name: chosen.name });
    writing = writing.then(writeAll);
    await writing;
  }

  async function restore(): Promise<void> {
    const kept = await folders?.kept();
    if (!kept) return;
    fileOf = fileOfScenario.parse(await files.read());
    if (await kept.mayWrite()) await connect(kept);
    else store.setState({ status: 'asks', name: kept.name });
  }

  restore().catch(tell);
  workspace.subscribe(writeSoon);

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    async choose() {
      try {
        const chosen = await folders?.pick();
        if (!chosen) return;
        fileOf = new Map();
        written.clear();
        await folders?.keep(chosen);
        await connect(chosen);
      } catch (problem) {
        tell(problem);
      }
    },
    async resume() {
      const kept = await folders?.kept();
      if (kept && (await kept.askToWrite())) await connect(kept);
    },
    async disconnect() {
      folder = null;
      store.setState({ status: 'none', name: '' });
      await folders?.keep(null);
    },
    async takeIn() {
      if (!folder) return;
      try {
        let taken = 0;
        const problems: string[] = [];
        for (const file of await folder.names()) {
          if (!file.endsWith('.json') || [...fileOf.values()].includes(file)) continue;
          const reading = readScenarioFile((await folder.read(file)) ?? '', file, model.getState().dataset);
          if (reading.kind === 'failed') problems.push(reading.problems[0] ?? file);
          else if (!workspace.has(reading.scenario.id)) {
            fileOf.set(reading.scenario.id, file);
            await workspace.takeIn(reading.scenario);
            taken += 1;
          }
        }
        const text = [STATE_WORDS.takenIn(taken), ...problems].join(' ');
        notices.tell({ subject: FOLDER, tone: problems.length > 0 ? 'problem' : 'done', text });
      } catch (problem) {
        tell(problem);
      }
    },
  };
}
