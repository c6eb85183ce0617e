import { zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { droppedFixture } from '../../tests/support/importFiles';
import { tiffBytes, type TiffPlan } from '../../tests/support/tiffBuilder';
import { importWorkers, tileWorkers, type WorkerCount } from '../../tests/support/importerOnChannel';
import { PlaceBuilder, rectangle } from '../../tests/support/placeBuilder';
import { layersOf, type Dataset } from '../core/domain/dataset';
import type { LayerId } from '../core/domain/identifiers';
import { layerIdsOf, type LayerAbout, type TakenLayer } from '../core/import/takenLayer';
import { createImporter } from '../engine/import/importer';
import type { CandidateLayer } from '../engine/import/protocol';
import type { MeasuringProgress } from '../engine/protocol';
import { createTileClient } from '../engine/tiles/tileClient';
import type { LayerChoice } from './layerChoice';
import type { Notice } from './noticeStore';
import { createTakenLayersStore, type KeepsLayers, type TakenLayersStore } from './takenLayersStore';

const BASE = new PlaceBuilder()
  .withPolygons('municipality', [rectangle(-6000, -2000, 12_000, 8000)])
  .withPolygons('farmland', [rectangle(0, 0, 500, 500)], 500).withStation('stasjon', 500, 500).build();

/** Whether a layer has something in the tiles that the fixtures lie in. */
async function isDrawn(store: TakenLayersStore, layer: LayerId): Promise<boolean> {
  const tiles = await Promise.all([297, 298].map((row) => store.tile(layer, { zoom: 10, column: 541, row })));
  return tiles.some((tile) => tile !== null);
}

const ABOUT: LayerAbout = { title: 'AR5', source: 'NIBIO', date: '2026', licence: 'l', attribution: 'a', accuracyMetres: 2, accuracyNote: '' };

interface Bench {
  readonly store: TakenLayersStore;
  readonly workers: WorkerCount;
  readonly notices: Notice[];
  readonly kept: Map<string, TakenLayer>;
  /** The data sets that the page was given, the latest last. */
  readonly datasets: Dataset[];
  /** Layers that the engine was to measure, and those that it was to measure ahead. */
  readonly laid: (readonly TakenLayer[])[];
  readonly prepared: (readonly TakenLayer[])[];
  /** Rasters that were handed on. */
  readonly rasters: File[];
  /** How often measuring was stopped. */
  readonly givenUp: { count: number };
}

interface BenchSetting {
  readonly taken?: readonly TakenLayer[];
  readonly storage?: KeepsLayers;
  /** What comes of measuring layers ahead. */
  readonly measured?: (layers: readonly TakenLayer[], onProgress: (progress: MeasuringProgress) => void) => Promise<boolean>;
}

function bench(setting: BenchSetting = {}): Bench {
  const workers = { opened: 0, closed: 0 };
  const [notices, datasets]: [Notice[], Dataset[]] = [[], []];
  const [laid, prepared]: [Bench['laid'], Bench['prepared']] = [[], []];
  const rasters: File[] = [];
  const givenUp = { count: 0 };
  const kept = new Map<string, TakenLayer>();
  const storage: KeepsLayers = setting.storage ?? {
    add: async (added) => {
      for (const layer of added) kept.set(layer.id, layer);
      await Promise.resolve();
    },
    remove: async (id) => {
      kept.delete(id);
      await Promise.resolve();
    },
  };
  const store = createTakenLayersStore({
    base: BASE,
    taken: setting.taken ?? [],
    storage,
    notices: { tell: (notice) => notices.push(notice) },
    openImporter: async () => Promise.resolve(createImporter(importWorkers(workers))),
    onLay: (layers) => laid.push(layers),
    onPrepare: async (layers, onProgress = () => undefined) => {
      prepared.push(layers);
      return setting.measured?.(layers, onProgress) ?? true;
    },
    onGiveUp: () => {
      givenUp.count += 1;
    },
    onRasters: (files) => rasters.push(...files),
    onChange: (dataset) => datasets.push(dataset),
    openTiles: async () => Promise.resolve(createTileClient(tileWorkers(workers))),
  });
  return { store, workers, notices, kept, datasets, laid, prepared, rasters, givenUp };
}

function fixture(name: string): File {
  return new File([droppedFixture(name).bytes], name);
}

async function asked(store: TakenLayersStore): Promise<Extract<NonNullable<ReturnType<TakenLayersStore['getState']>['step']>, { kind: 'asking' }>> {
  return vi.waitFor(() => {
    const { step } = store.getState();
    if (step?.kind !== 'asking' || step.isPlacing) throw new Error(`The step is ${step?.kind ?? 'over'}.`);
    return step;
  });
}

async function taken(store: TakenLayersStore, name = 'patches.geojson'): Promise<TakenLayer> {
  store.read([fixture(name)]);
  const { layers } = await asked(store);
  const choices = layers.map((candidate): LayerChoice => ({ candidate, assignment: candidate.recognition.assignment, how: 'replace', about: ABOUT }));
  store.take(choices);
  return vi.waitFor(() => {
    const layer = store.getState().taken.at(-1);
    if (!layer || store.getState().step) throw new Error('It is not there yet.');
    return layer;
  });
}

const GRID: TiffPlan = { columns: 4, rows: 3, valueAt: (column) => column, corner: [580_000, 6_640_000], cell: 10, system: 25832 };

describe('files that become layers', () => {
  it('hand on the rasters that are packed with them, and ask of nothing where there are only rasters', async () => {
    const { store, rasters, workers } = bench();
    const readme = new TextEncoder().encode('Høydedata');
    store.read([new File([zipSync({ 'dtm/dtm10.tif': tiffBytes(GRID), 'dtm/dtm10.tfw': readme, 'lesmeg.txt': readme })], 'dtm.zip')]);
    await vi.waitFor(() => expect(rasters.map(({ name }) => name)).toEqual(['dtm10.tif']));
    expect(new Uint8Array(await rasters[0]!.arrayBuffer())).toEqual(tiffBytes(GRID));
    expect(store.getState().step).toBeNull();
    expect(workers.closed).toBe(1);
    store.read([new File([zipSync({ 'grunn.tif': tiffBytes(GRID), 'patches.geojson': new Uint8Array(droppedFixture('patches.geojson').bytes) })], 'begge.zip')]);
    expect((await asked(store)).layers).toHaveLength(1);
    expect(rasters).toHaveLength(2);
    store.cancel();
  });

  it('are asked about first, and change nothing until they are taken', async () => {
    const { store, datasets } = bench();
    store.read([fixture('patches.geojson')]);
    expect(store.getState().step).toMatchObject({ kind: 'reading', files: ['patches.geojson'] });
    const { layers } = await asked(store);
    expect(layers.map(({ layer }) => layer.summary.polygons)).toEqual([4]);
    expect(store.getState().taken).toEqual([]);
    expect(datasets).toEqual([]);
    store.cancel();
  });

  it('take their place in the data set, are kept, let the worker go, and are drawn', async () => {
    const { store, datasets, kept, workers } = bench();
    const layer = await taken(store);
    const [dataset] = datasets;
    const [farmland] = layersOf(dataset!, 'farmland');
    expect(farmland?.description).toMatchObject({ title: expect.stringContaining('AR5') as string, accuracyMetres: 2 });
    expect(layersOf(dataset!, 'farmland')).toHaveLength(1);
    await vi.waitFor(() => expect([...kept.keys()]).toEqual([layer.id]));
    expect(workers).toEqual({ opened: 1, closed: 1 });
    expect(await isDrawn(store, farmland!.description.id)).toBe(true);
  });

  it('can be placed anew, and a system that makes no sense leaves them as they were', async () => {
    const { store } = bench();
    store.read([fixture('patches.geojson')]);
    await asked(store);
    store.place(0, { system: 'EPSG:25833', isSwapped: false });
    expect((await asked(store)).layers[0]?.layer.summary.system).toMatchObject({ id: 'EPSG:25833', basis: 'chosen' });
    store.place(0, { system: 'EPSG:1', isSwapped: false });
    const { layers, problem } = await asked(store);
    expect(problem).toContain('EPSG:1');
    expect(layers[0]?.layer.summary.system.id).toBe('EPSG:25833');
    store.cancel();
  });

  it('that cannot be read are told of, and leave all as it was', async () => {
    const { store, datasets, kept } = bench();
    store.read([new File(['{"type": "FeatureColl'], 'halv.geojson')]);
    await vi.waitFor(() => expect(store.getState().step).toMatchObject({ kind: 'failed', problem: expect.stringContaining('ikke gyldig JSON') as string }));
    store.cancel();
    expect(store.getState()).toMatchObject({ step: null, taken: [] });
    expect([datasets.length, kept.size]).toEqual([0, 0]);
  });

  it('are given up at once, and what still comes of them does not count', async () => {
    const { store, workers } = bench();
    store.read([fixture('patches.gpkg')]);
    store.cancel();
    expect(store.getState().step).toBeNull();
    await vi.waitFor(() => expect(workers.closed).toBe(workers.opened));
    store.read([fixture('patches.sos')]);
    const { layers } = await asked(store);
    expect(layers.map(({ layer }) => layer.format)).toEqual(['sosi']);
    store.cancel();
    await vi.waitFor(() => expect(workers.closed).toBe(workers.opened));
  });

  it('stay in use where the browser cannot keep them, and that is told', async () => {
    const full = async (): Promise<void> => Promise.reject(new Error('kvoten er brukt opp'));
    const { store, notices } = bench({ storage: { add: full, remove: full } });
    await taken(store);
    await vi.waitFor(() => expect(notices.map(({ text }) => text).join(' ')).toContain('kvoten er brukt opp'));
    expect(store.getState().taken).toHaveLength(1);
  });
});

describe('layers that are asked about', () => {
  const choicesOf = (layers: readonly CandidateLayer[], how: 'replace' | 'add' = 'replace'): readonly LayerChoice[] =>
    layers.map((candidate) => ({ candidate, assignment: candidate.recognition.assignment, how, about: ABOUT }));

  it('are measured ahead, and laid as they were measured where the answer is the same', async () => {
    const { store, laid, prepared } = bench();
    store.read([fixture('patches.geojson')]);
    const { layers } = await asked(store);
    store.prepare(choicesOf(layers));
    store.prepare(choicesOf(layers));
    expect(prepared).toHaveLength(1);
    store.take(choicesOf(layers));
    await vi.waitFor(() => expect(store.getState().step).toBeNull());
    expect(laid).toEqual([prepared[0]]);
    expect(laid[0]?.[0]).toBe(prepared[0]?.[0]);
  });

  it('are laid by the answer where it is another than what was measured ahead', async () => {
    const { store, laid, prepared } = bench();
    store.read([fixture('patches.geojson')]);
    const { layers } = await asked(store);
    store.prepare(choicesOf(layers));
    store.take(choicesOf(layers, 'add'));
    await vi.waitFor(() => expect(store.getState().step).toBeNull());
    expect(laid[0]?.[0]?.how).toBe('add');
    expect(laid[0]?.[0]).not.toBe(prepared[0]?.[0]);
  });

  it('are forgotten by what measured them ahead where they are given up', async () => {
    const { store, laid, prepared } = bench();
    store.read([fixture('patches.geojson')]);
    store.prepare(choicesOf((await asked(store)).layers));
    store.cancel();
    expect(prepared.at(-1)).toEqual([]);
    expect(laid).toEqual([]);
  });

  /** As choices, but with so many vertices that measuring them takes its time. */
  const largeOf = (layers: readonly CandidateLayer[]): readonly LayerChoice[] =>
    choicesOf(layers).map((choice) => {
      const { candidate } = choice;
      const coordinates = new Float64Array(500_000);
      coordinates.set(candidate.layer.shapes.coordinates);
      return { ...choice, candidate: { ...candidate, layer: { ...candidate.layer, shapes: { ...candidate.layer.shapes, coordinates } } } };
    });

  /** A measuring that is over when `resolve` says so. */
  function later(): { readonly promise: Promise<boolean>; readonly resolve: (isMeasured: boolean) => void } {
    let resolve: (isMeasured: boolean) => void = () => undefined;
    const promise = new Promise<boolean>((settle) => {
      resolve = settle;
    });
    return { promise, resolve };
  }

  it('and are large are taken in once they are measured', async () => {
    const { promise, resolve } = later();
    let tell: (progress: MeasuringProgress) => void = () => undefined;
    const measured = async (_: readonly TakenLayer[], onProgress: typeof tell): Promise<boolean> => {
      tell = onProgress;
      return promise;
    };
    const { store, laid, prepared, datasets } = bench({ measured });
    store.read([fixture('patches.geojson')]);
    store.take(largeOf((await asked(store)).layers));
    expect(store.getState()).toMatchObject({ step: { kind: 'taking', isMeasuring: true, progress: null }, taken: [] });
    tell({ stage: 'overlay', done: 0.4 });
    expect(store.getState().step).toEqual({ kind: 'taking', isMeasuring: true, progress: { stage: 'overlay', done: 0.4 } });
    expect([prepared.length, laid.length, datasets.length]).toEqual([1, 0, 0]);
    resolve(true);
    await vi.waitFor(() => expect(store.getState().step).toBeNull());
    tell({ stage: 'scenario', done: null });
    expect(store.getState().step).toBeNull();
    expect(laid).toEqual([prepared[0]]);
    expect(store.getState().taken).toEqual(prepared[0]);
    expect(datasets).toHaveLength(1);
  });

  it('and are large can be given up while they are measured: nothing has changed then', async () => {
    const { promise, resolve } = later();
    const { store, laid, prepared, datasets, kept, givenUp } = bench({ measured: async (layers) => layers.length === 0 || promise });
    store.read([fixture('patches.geojson')]);
    store.take(largeOf((await asked(store)).layers));
    store.cancel();
    expect(givenUp.count).toBe(1);
    expect(prepared.at(-1)).toEqual([]);
    // What was measured just as it was given up does not count.
    resolve(true);
    await taken(store, 'patches.sos');
    expect(store.getState().taken.map(({ file }) => file)).toEqual(['patches.sos']);
    expect([laid.length, datasets.length, givenUp.count]).toEqual([1, 1, 1]);
    await vi.waitFor(() => expect(kept.size).toBe(1));
  });

  it('and are large are not taken in where they cannot be measured', async () => {
    const { store, laid, datasets } = bench({ measured: async (layers) => (layers.length === 0 ? true : Promise.reject(new Error('minnet er fullt'))) });
    store.read([fixture('patches.geojson')]);
    store.take(largeOf((await asked(store)).layers));
    await vi.waitFor(() => expect(store.getState().step).toEqual({ kind: 'failed', problem: 'minnet er fullt' }));
    store.cancel();
    expect(store.getState()).toMatchObject({ step: null, taken: [] });
    expect([laid.length, datasets.length]).toEqual([0, 0]);
  });
});

describe('layers in use', () => {
  it('are forgotten with what was drawn of them, and others stay', async () => {
    const { store, kept, datasets } = bench();
    const first = await taken(store);
    // Identifiers are told apart by the time that they were taken in at.
    const from = Date.now();
    await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(from));
    const second = await taken(store, 'patches.sos');
    await vi.waitFor(() => expect(kept.size).toBe(2));
    store.remove(first.id);
    expect(store.getState().taken).toEqual([second]);
    await vi.waitFor(() => expect([...kept.keys()]).toEqual([second.id]));
    const [gone, left] = [layerIdsOf(first)[0]!, layerIdsOf(second)[0]!];
    expect(await isDrawn(store, gone)).toBe(false);
    expect(await isDrawn(store, left)).toBe(true);
    store.remove(second.id);
    expect(datasets.at(-1)).toBe(BASE);
    expect(await isDrawn(store, left)).toBe(false);
    store.remove('unknown');
    expect(datasets).toHaveLength(4);
  });

  it('from an earlier visit are drawn without being asked about', async () => {
    const earlier = bench();
    const layer = await taken(earlier.store);
    const { store, workers } = bench({ taken: [layer] });
    expect(store.getState().step).toBeNull();
    expect(workers).toEqual({ opened: 0, closed: 0 });
    const drawn = await Promise.all(layerIdsOf(layer).map((id) => isDrawn(store, id)));
    expect(drawn).toContain(true);
    expect(workers).toEqual({ opened: 1, closed: 0 });
  });
});
