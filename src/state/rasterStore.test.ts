import { describe, expect, it, vi } from 'vitest';
import { NEAR } from '../../tests/support/importFiles';
import { rasterWorkers, type WorkerCount } from '../../tests/support/importerOnChannel';
import { tiffBytes, type TiffPlan } from '../../tests/support/tiffBuilder';
import { toLonLat } from '../core/geometry/projection';
import type { LonLatMultiPolygon } from '../core/geometry/shapes';
import { createRasterClient } from '../engine/raster/rasterClient';
import type { Notice } from './noticeStore';
import { readOwnFiles } from './ownFiles';
import { createRasterStore, type KeepsRasters, type RasterStep, type RasterStore, type TakenRaster } from './rasterStore';

const CORNER = [580_000, 6_640_000] as const;
const PLAN: TiffPlan = { columns: 20, rows: 10, valueAt: (column) => (column < 10 ? 21 : 30), corner: CORNER, cell: 10, system: 25832 };

const OUTLINE: LonLatMultiPolygon = [
  [[[40, 0], [40, 100], [150, 100], [150, 0], [40, 0]].map(([x = 0, y = 0]) => toLonLat({ x: CORNER[0] + x, y: CORNER[1] - y }))],
];

interface Bench {
  readonly store: RasterStore;
  readonly workers: WorkerCount;
  readonly notices: Notice[];
  readonly kept: Map<string, TakenRaster>;
}

function bench(earlier: readonly TakenRaster[] = [], storage?: KeepsRasters): Bench {
  const workers = { opened: 0, closed: 0 };
  const notices: Notice[] = [];
  const kept = new Map<string, TakenRaster>();
  const store = createRasterStore({
    taken: earlier,
    near: () => NEAR,
    storage: storage ?? {
      keepRaster: async (raster) => {
        kept.set(raster.id, raster);
        await Promise.resolve();
      },
      removeRaster: async (id) => {
        kept.delete(id);
        await Promise.resolve();
      },
    },
    notices: { tell: (notice) => notices.push(notice) },
    openClient: async () => Promise.resolve(createRasterClient(rasterWorkers(workers))),
  });
  return { store, workers, notices, kept };
}

function file(plan: Partial<TiffPlan> = {}, name = 'ar5.tif'): File {
  return new File([tiffBytes({ ...PLAN, ...plan })], name);
}

async function asked(store: RasterStore): Promise<Extract<RasterStep, { kind: 'asking' }>> {
  return vi.waitFor(() => {
    const { step } = store.getState();
    if (step?.kind !== 'asking' || step.isPlacing) throw new Error(`The step is ${step?.kind ?? 'over'}.`);
    return step;
  });
}

const ABOUT = { title: 'AR5', source: 's', date: 'd', licence: 'l', attribution: 'a', accuracyMetres: 10, accuracyNote: '' };

async function taken(store: RasterStore, dropped = file()): Promise<TakenRaster> {
  const before = store.getState().rasters.length;
  store.read([dropped]);
  const { candidate } = await asked(store);
  store.take(candidate.recognition.reading, ABOUT);
  return vi.waitFor(() => {
    const raster = store.getState().rasters[before];
    if (!raster) throw new Error('It is not there yet.');
    return raster;
  });
}

describe('rasters that come in', () => {
  it('are asked about first, one after the other, and are kept with their file', async () => {
    const { store, kept } = bench();
    store.read([file({}, 'en.tif'), file({ valueAt: () => 11 }, 'to.tif')]);
    const first = await asked(store);
    expect(first.file).toBe('en.tif');
    expect(store.getState().rasters).toEqual([]);
    store.take(first.candidate.recognition.reading, ABOUT);
    const second = await asked(store);
    expect(second.file).toBe('to.tif');
    store.cancel();
    expect(store.getState().step).toBeNull();
    await vi.waitFor(() => expect(store.getState().rasters.map((raster) => raster.file)).toEqual(['en.tif']));
    expect([...kept.values()].map(({ blob }) => blob.size)).toEqual([file().size]);
  });

  it('can be placed anew, and are refused with a reason where they cannot be read', async () => {
    const { store, kept } = bench();
    store.read([file()]);
    await asked(store);
    store.place('EPSG:25833');
    expect((await asked(store)).candidate.facts.system).toMatchObject({ id: 'EPSG:25833', basis: 'chosen' });
    store.cancel();
    store.read([new File([tiffBytes(PLAN).slice(0, 300)], 'halv.tif')]);
    await vi.waitFor(() => expect(store.getState().step).toMatchObject({ kind: 'failed', problem: expect.stringContaining('avkuttet') as string }));
    store.cancel();
    expect([store.getState().rasters.length, kept.size]).toEqual([0, 0]);
  });

  it('stay in use where the browser cannot keep them, and that is told', async () => {
    const full = async (): Promise<void> => Promise.reject(new Error('kvoten er brukt opp'));
    const { store, notices } = bench([], { keepRaster: full, removeRaster: full });
    await taken(store);
    await vi.waitFor(() => expect(notices.map(({ text }) => text).join(' ')).toContain('kvoten er brukt opp'));
    expect(store.getState().rasters).toHaveLength(1);
  });

  it('are told from other map data by their first bytes', async () => {
    const rasters = { read: vi.fn<RasterStore['read']>() };
    const takenLayers = { read: vi.fn<(files: readonly File[]) => void>() };
    const [grid, text] = [file({}, 'uten-endelse'), new File(['{}'], 'lag.tif')];
    await readOwnFiles([grid, text], { rasters, takenLayers });
    expect(rasters.read).toHaveBeenCalledWith([grid]);
    expect(takenLayers.read).toHaveBeenCalledWith([text]);
    await readOwnFiles([text], { rasters, takenLayers });
    expect(rasters.read).toHaveBeenCalledTimes(1);
  });

  it('get their place from a world file that is dropped with them, and are asked about where values tell the system', async () => {
    const { store, kept } = bench();
    const takenLayers = { read: vi.fn<(files: readonly File[]) => void>() };
    const { corner: _corner, cell: _cell, system: _system, ...bare } = PLAN;
    const grid = new File([tiffBytes(bare)], 'AR5.TIF');
    const world = new File(['10\n0\n0\n-10\n580005\n6639995\n'], 'ar5.tfw');
    const [shape, system] = [new File(['x'], 'annet.shp'), new File(['x'], 'annet.prj')];
    await readOwnFiles([world, grid, shape, system], { rasters: store, takenLayers });
    expect(takenLayers.read).toHaveBeenCalledWith([shape, system]);
    const { candidate } = await asked(store);
    expect(candidate.facts).toMatchObject({ placement: [10, 0, 580_000, 0, -10, 6_640_000], system: { id: 'EPSG:25832', basis: 'values' }, cellMetres: expect.closeTo(10, 2) as number });
    store.place('EPSG:25833');
    expect((await asked(store)).candidate.facts.system).toMatchObject({ id: 'EPSG:25833', basis: 'chosen' });
    store.place('EPSG:25832');
    await asked(store);
    store.take(candidate.recognition.reading, ABOUT);
    await vi.waitFor(() => expect(kept.size).toBe(1));
    // What is kept states its place for itself.
    const again = bench([...kept.values()]);
    again.store.statistics([...kept.keys()][0]!, OUTLINE);
    await vi.waitFor(() => expect(again.store.statistics([...kept.keys()][0]!, OUTLINE)).toMatchObject({ classes: [{ value: 21, areaDaa: expect.closeTo(6, 3) as number }, { value: 30 }] }));
  });
});

describe('rasters in use', () => {
  it('tell what lies in an outline, measured once', async () => {
    const { store } = bench();
    const { id } = await taken(store);
    expect(store.statistics(id, OUTLINE)).toBeNull();
    await vi.waitFor(() => expect(store.getState().measured).toBe(1));
    const found = store.statistics(id, OUTLINE);
    expect(found).toMatchObject({ classes: [{ value: 21, areaDaa: expect.closeTo(6, 3) as number }, { value: 30, areaDaa: expect.closeTo(5, 3) as number }] });
    expect(store.statistics(id, OUTLINE)).toBe(found);
    expect(store.getState().measured).toBe(1);
  });

  it('are changed: what was measured is measured anew', async () => {
    const { store, kept } = bench();
    const before = await taken(store);
    store.statistics(before.id, OUTLINE);
    await vi.waitFor(() => expect(store.getState().measured).toBe(1));
    store.edit(before.id);
    const step = await asked(store);
    expect(step.before).toBe(before);
    store.take({ ...before.reading, kind: 'values' }, ABOUT);
    await vi.waitFor(() => expect(store.getState().rasters[0]?.reading.kind).toBe('values'));
    expect(store.getState().rasters).toHaveLength(1);
    expect(kept.get(before.id)?.reading.kind).toBe('values');
    store.statistics(before.id, OUTLINE);
    await vi.waitFor(() => expect(store.statistics(before.id, OUTLINE)).toMatchObject({ mean: expect.closeTo((21 * 6 + 30 * 5) / 11, 3) as number }));
  });

  it('from an earlier visit are opened when they are first looked at', async () => {
    const raster = await taken(bench().store);
    const { store, workers } = bench([raster]);
    expect(workers.opened).toBe(0);
    const address = { zoom: 13, column: 4335, row: 2384 };
    const tiles = await Promise.all([-2, -1, 0, 1, 2].flatMap((x) => [-2, -1, 0, 1, 2].map((y) => store.tile(raster.id, { ...address, column: address.column + x, row: address.row + y }))));
    expect(tiles.some((tile) => tile !== null)).toBe(true);
    expect(workers.opened).toBe(1);
  });

  it('are switched, and forgotten for good', async () => {
    const { store, kept } = bench();
    const { id } = await taken(store);
    store.show(id, { visible: false });
    store.show(id, { opacity: 0.4 });
    expect(store.getState().shown.get(id)).toEqual({ visible: false, opacity: 0.4 });
    store.openTable(id);
    store.remove(id);
    expect(store.getState()).toMatchObject({ rasters: [], table: null });
    expect(kept.size).toBe(0);
    expect(await store.tile(id, { zoom: 9, column: 270, row: 148 })).toBeNull();
  });
});
