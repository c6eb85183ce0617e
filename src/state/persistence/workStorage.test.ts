import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyScenario, threeTowns } from '../../../tests/support/townsPlace';
import { identifier, type ProjectId, type TownId } from '../../core/domain/identifiers';
import { record, redo, undo, type Tracked } from '../../core/operations/history';
import type { ScenarioChanges } from '../../core/operations/moment';
import { refillTowns, setTownShare } from '../../core/operations/programmeOperations';
import type { Scenario } from '../../core/domain/scenario';
import { createEvaluator } from '../../core/scoring/evaluator';
import { createModelStore, freshWork, type Operation } from '../modelStore';
import { startAutosave } from './autosave';
import { isPackedAreas, unpackAreas } from './packedAreas';
import { UnreadableWorkError } from './storedProblems';
import { NewerStoreError, StoreHeldError } from './workDatabase';
import { WorkChangedElsewhereError, WorkStorage } from './workStorage';
import { townOutline } from '../../../tests/support/townOutline';

const dataset = threeTowns();
const evaluator = createEvaluator(dataset);
const empty = freshWork(emptyScenario(dataset));
const town = identifier<TownId>('a');

function after(tracked: Tracked, operation: Operation): Tracked {
  const { facts } = evaluator.evaluate(tracked.scenario);
  const outcome = operation(tracked.scenario, { dataset, facts });
  if (outcome.kind !== 'moment') throw new Error(`${outcome.kind} instead of a moment`);
  return record(tracked, outcome.moment);
}

const changed = (tracked: Tracked, changes: ScenarioChanges): Tracked => record(tracked, { note: 'endring', changes });
const filled = after(empty, (scenario, context) => refillTowns(scenario, context));
const shared = after(filled, (scenario, context) => setTownShare(scenario, context, town, 0.6));

let storage: WorkStorage;

/** The same browser, visited again. */
async function reopened(): Promise<WorkStorage> {
  storage.close();
  storage = await WorkStorage.open();
  return storage;
}

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  storage = await WorkStorage.open();
});

describe('work that is saved', () => {
  test('is there after a reload, history and all', async () => {
    await storage.save(shared);
    const loaded = await (await reopened()).load(shared.scenario.id);
    expect(loaded).toEqual(shared);
    expect(loaded && redo(undo(undo(loaded))).scenario).toEqual(filled.scenario);
  });

  test('keeps every kind of change', async () => {
    const outline = dataset.towns[0]?.outline ?? [];
    const gone = [...filled.scenario.areas.keys()][0];
    if (!gone) throw new Error('no areas');
    const everything = changed(filled, {
      name: 'Nytt navn',
      note: 'Ny merknad',
      programme: { ...filled.scenario.programme, lockedTowns: new Set([town]) },
      projects: new Map([[identifier<ProjectId>('bane'), false]]),
      measures: townOutline(town, outline),
      areas: new Map([[gone, null]]),
    });
    await storage.save(everything);
    const loaded = await (await reopened()).load(everything.scenario.id);
    expect(loaded).toEqual(everything);
    expect(loaded && undo(loaded).scenario).toEqual(filled.scenario);
  });

  test('has one and the same outline wherever an area is mentioned', async () => {
    await storage.save(shared);
    const loaded = await (await reopened()).load(shared.scenario.id);
    const mentioned = [...(loaded?.history.past[0]?.forward.changes.areas?.values() ?? [])][0];
    if (!mentioned) throw new Error('no area is mentioned');
    expect(loaded?.scenario.areas.get(mentioned.id)?.outline).toBe(mentioned.outline);
  });

  test('follows undo, redo and a new branch', async () => {
    for (const tracked of [filled, shared, undo(shared), undo(undo(shared))]) await storage.save(tracked);
    expect(await (await reopened()).load(empty.scenario.id)).toEqual(undo(undo(shared)));
    const back = await storage.load(empty.scenario.id);
    if (!back) throw new Error('nothing loaded');
    const branch = changed(back, { name: 'Annen vei' });
    await storage.save(branch);
    expect(await (await reopened()).load(empty.scenario.id)).toEqual(branch);
  });

  test('can be undone two hundred steps back after a reload, and goes on from there', async () => {
    let long = empty;
    for (let step = 0; step < 250; step += 1) long = changed(long, { name: `Steg ${step}` });
    await storage.save(long);
    const loaded = await (await reopened()).load(long.scenario.id);
    expect(loaded?.history.past).toHaveLength(200);
    if (!loaded) throw new Error('nothing loaded');
    const next = changed(undo(loaded), { name: 'Videre' });
    await storage.save(next);
    const again = await (await reopened()).load(long.scenario.id);
    expect(again?.scenario.name).toBe('Videre');
    expect(again && undo(again).scenario.name).toBe('Steg 248');
  });
});

describe('works side by side', () => {
  const other = changed(freshWork(emptyScenario(dataset, 'annen')), { note: 'min' });

  test('are listed the latest first and do not mix', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1000 });
    await storage.save(shared);
    vi.setSystemTime(2000);
    await storage.save(other);
    vi.useRealTimers();
    const { works, unreadable } = await storage.list();
    expect(works.map(({ name }) => name)).toEqual(['Scenario annen', 'Scenario prøve']);
    expect(unreadable).toBe(0);
    expect(await storage.load(shared.scenario.id)).toEqual(shared);
    expect(await storage.load(other.scenario.id)).toEqual(other);
  });

  test('the one saved last is the one that opens', async () => {
    await storage.save(shared);
    await storage.save(other);
    expect(await (await reopened()).current()).toBe(other.scenario.id);
    await storage.setCurrent(shared.scenario.id);
    expect(await (await reopened()).current()).toBe(shared.scenario.id);
  });

  test('one that is removed is gone with its history, the other stays', async () => {
    await storage.save(shared);
    await storage.save(other);
    await storage.remove(shared.scenario.id);
    expect(await storage.load(shared.scenario.id)).toBeNull();
    expect(await storage.load(other.scenario.id)).toEqual(other);
    const raw = await openDB('smabymodellen');
    expect(await raw.getAllKeys('entries')).toEqual([[other.scenario.id, 0]]);
    raw.close();
    await storage.save(shared);
    expect(await storage.load(shared.scenario.id)).toEqual(shared);
  });
});

describe('a store of an older version', () => {
  /** Makes the store what an older version had made of the same work. */
  async function age(version: 1 | 2): Promise<void> {
    storage.close();
    const now = await openDB('smabymodellen');
    const stores = ['works', 'entries', 'grounds', 'settings'] as const;
    const contents = await Promise.all(
      stores.map(async (store) => ({ store, keys: await now.getAllKeys(store), values: await now.getAll(store) })),
    );
    now.close();
    await deleteDB('smabymodellen');
    const old = await openDB('smabymodellen', version, {
      upgrade(made) {
        for (const store of stores) made.createObjectStore(store);
      },
    });
    for (const { store, keys, values } of contents) {
      for (const [index, key] of keys.entries()) await old.put(store, version === 1 ? aged(oneByOne(values[index])) : oneByOne(values[index]), key);
    }
    old.close();
    storage = await WorkStorage.open();
  }

  /** Areas as they were before they were kept in columns. */
  function oneByOne(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Map || value instanceof Set) return value;
    return Object.fromEntries(
      Object.entries(value).map(([field, inner]) => {
        if (field === 'format') return [field, 2];
        return [field, field === 'areas' && isPackedAreas(inner) ? unpackAreas(inner) : oneByOne(inner)];
      }),
    );
  }

  function aged(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Map || value instanceof Set || Array.isArray(value)) return value;
    const { measures, phase: _phase, ...fields } = value as { readonly measures?: Scenario['measures']; readonly phase?: unknown };
    const old = Object.entries(fields).map(([field, inner]) => [field, field === 'format' ? 1 : aged(inner)]);
    if (!measures) return Object.fromEntries(old);
    const townOutlines = new Map<string, unknown>();
    for (const [id, measure] of measures) townOutlines.set(id.replace('omriss-', ''), measure && measure.kind === 'townOutline' ? measure.outline : null);
    return { ...Object.fromEntries(old), townOutlines };
  }

  test.each([1, 2] as const)('%i is brought to the present one with all its steps, and is listed', async (version) => {
    const drawn = changed(filled, { measures: townOutline(town, dataset.towns[0]?.outline ?? []) });
    await storage.save(drawn);
    await age(version);
    const loaded = await storage.load(drawn.scenario.id);
    expect(loaded).toEqual(drawn);
    expect(loaded && undo(loaded).scenario).toEqual(filled.scenario);
    const { works, unreadable } = await storage.list();
    expect(unreadable).toBe(0);
    expect(works).toMatchObject([{ id: drawn.scenario.id, name: drawn.scenario.name, areas: drawn.scenario.areas.size, locked: false }]);
  });

  test('with a work that is not understood keeps it, and tells of it', async () => {
    await storage.save(shared);
    await age(2);
    storage.close();
    await deleteDB('smabymodellen');
    const old = await openDB('smabymodellen', 2, {
      upgrade(made) {
        for (const store of ['works', 'entries', 'grounds', 'settings']) made.createObjectStore(store);
      },
    });
    await old.put('works', 'tull', 'noe');
    old.close();
    storage = await WorkStorage.open();
    expect(await storage.list()).toMatchObject({ works: [], unreadable: 1 });
    await expect(storage.load(identifier('noe'))).rejects.toThrow(UnreadableWorkError);
  });
});

describe('opening the store', () => {
  test('while a page of an older version holds on to it is given up after a while, and does not hold it in turn', async () => {
    storage.close();
    const name = 'holdt';
    const older = await openDB(name, 2, {
      upgrade(made) {
        for (const store of ['works', 'entries', 'grounds', 'settings']) made.createObjectStore(store);
      },
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const opening = WorkStorage.open(name).catch((problem: unknown) => problem);
    await vi.waitUntil(() => vi.getTimerCount() > 0);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await opening).toBeInstanceOf(StoreHeldError);
    vi.useRealTimers();
    older.close();
    await vi.waitFor(async () => {
      (await openDB(name, 50)).close();
    });
  });

  test('of a newer version is refused, and the store left as it is', async () => {
    const newer = await openDB('nyere', 40, {
      upgrade(made) {
        made.createObjectStore('works');
      },
    });
    await newer.put('works', 'fra framtiden', 'x');
    newer.close();
    await expect(WorkStorage.open('nyere')).rejects.toBeInstanceOf(NewerStoreError);
    const again = await openDB('nyere');
    expect([again.version, await again.get('works', 'x')]).toEqual([40, 'fra framtiden']);
    again.close();
  });

  test('that cannot be brought to the present version leaves it as it was', async () => {
    const broken = await openDB('ødelagt', 1, {
      upgrade(made) {
        made.createObjectStore('works');
      },
    });
    await broken.put('works', { scenario: { townOutlines: new Map() } }, 'x');
    broken.close();
    await expect(WorkStorage.open('ødelagt')).rejects.toHaveProperty('name', 'NotFoundError');
    const again = await openDB('ødelagt');
    expect([again.version, await again.get('works', 'x')]).toEqual([1, { scenario: { townOutlines: new Map() } }]);
    again.close();
  });

  test('that the browser took away is opened again at the next save', async () => {
    await storage.save(filled);
    storage.close();
    await storage.save(shared);
    expect((await storage.load(shared.scenario.id))?.scenario).toEqual(shared.scenario);
  });
  });

describe('what goes wrong', () => {
  test('work that another page has saved since is not overwritten', async () => {
    await storage.save(filled);
    const elsewhere = await WorkStorage.open();
    const theirs = await elsewhere.load(filled.scenario.id);
    if (!theirs) throw new Error('nothing loaded');
    await elsewhere.save(changed(theirs, { name: 'Deres' }));
    elsewhere.close();
    await expect(storage.save(shared)).rejects.toBeInstanceOf(WorkChangedElsewhereError);
    expect((await storage.load(filled.scenario.id))?.scenario.name).toBe('Deres');
  });

  test.each([
    ['a newer format', { format: 4 }],
    ['a broken programme', { scenario: { programme: { firstYear: 'i fjor' } } }],
  ])('%s is refused, named and left where it is', async (_case, damage) => {
    await storage.save(shared);
    storage.close();
    const raw = await openDB('smabymodellen');
    const stored = (await raw.get('works', shared.scenario.id)) as object;
    await raw.put('works', { ...stored, ...damage }, shared.scenario.id);
    raw.close();
    storage = await WorkStorage.open();
    await expect(storage.load(shared.scenario.id)).rejects.toThrow(UnreadableWorkError);
    expect((await storage.list()).works).toMatchObject([{ id: shared.scenario.id }]);
  });

  test('a missing outline is refused', async () => {
    await storage.save(shared);
    storage.close();
    const raw = await openDB('smabymodellen');
    await raw.clear('grounds');
    raw.close();
    storage = await WorkStorage.open();
    await expect(storage.load(shared.scenario.id)).rejects.toThrow(UnreadableWorkError);
  });
});

describe('saving by itself', () => {
  test('starts at the first change and ends with the latest', async () => {
    const model = createModelStore(dataset, empty, async (scenario) => evaluator.evaluate(scenario));
    const saved: Tracked[] = [];
    const { stop } = startAutosave(model, storage, { onSaved: (tracked) => saved.push(tracked), onFailure: (_tracked, problem) => expect.unreachable(String(problem)), onConflict: (tracked) => tracked });
    for (const name of ['en', 'to', 'tre']) model.dispatch(() => ({ kind: 'moment', moment: { note: name, changes: { name } } }));
    await vi.waitFor(() => {
      expect(saved.at(-1)?.scenario.name).toBe('tre');
    });
    expect(saved).toHaveLength(2);
    expect(await (await reopened()).load(empty.scenario.id)).toEqual(model.getState().tracked);
    stop();
  });

  test('has the disk write out what it holds once the hand rests, once for a row of changes', async () => {
    const model = createModelStore(dataset, empty, async (scenario) => evaluator.evaluate(scenario));
    const settle = vi.spyOn(storage, 'settle');
    const said: string[] = [];
    const { stop } = startAutosave(model, storage, { onSaved: () => said.push('lagret'), onFailure: (_tracked, problem) => expect.unreachable(String(problem)), onConflict: (tracked) => tracked });
    for (const name of ['en', 'to']) model.dispatch(() => ({ kind: 'moment', moment: { note: name, changes: { name } } }));
    await vi.waitFor(() => {
      expect(said).toHaveLength(2);
    });
    expect(settle).not.toHaveBeenCalled();
    await vi.waitFor(() => {
      expect(settle).toHaveBeenCalledTimes(1);
    });
    stop();
  });

  test('leaves alone what is only opened', async () => {
    const model = createModelStore(dataset, empty, async (scenario) => evaluator.evaluate(scenario));
    const onSaved = vi.fn<(tracked: Tracked) => void>();
    startAutosave(model, storage, { onSaved, onFailure: (_tracked, problem) => expect.unreachable(String(problem)), onConflict: (tracked) => tracked });
    model.open(filled);
    model.dispatch(() => ({ kind: 'moment', moment: { note: 'en', changes: { name: 'en' } } }));
    await vi.waitFor(() => {
      expect(onSaved).toHaveBeenCalledTimes(1);
    });
    expect(onSaved.mock.calls[0]?.[0].scenario.name).toBe('en');
  });

  test('tells when it cannot, and when it can again', async () => {
    const model = createModelStore(dataset, empty, async (scenario) => evaluator.evaluate(scenario));
    let full = true;
    const said: string[] = [];
    startAutosave(
      model,
      { save: () => (full ? Promise.reject(new Error('fullt')) : Promise.resolve()), settle: () => Promise.resolve() },
      { onSaved: () => said.push('lagret'), onFailure: (_tracked, problem) => said.push(String(problem)), onConflict: (tracked) => tracked },
    );
    const rename = (name: string): void => {
      model.dispatch(() => ({ kind: 'moment', moment: { note: name, changes: { name } } }));
    };
    rename('en');
    await vi.waitFor(() => {
      expect(said).toEqual(['Error: fullt']);
    });
    full = false;
    rename('to');
    await vi.waitFor(() => {
      expect(said).toEqual(['Error: fullt', 'lagret']);
    });
  });
});
