import { describe, expect, it } from 'vitest';
import { developmentArea, rectangle, scenarioOf } from '../../tests/support/placeBuilder';
import { NO_PLAN_DETAILS, type PlanDetails } from '../core/exchange/arealdel/planDetails';
import type { ExportedFile } from '../core/exchange/exportFiles';
import type { ExportOrder } from '../engine/export/writeExport';
import type { RasterPlace } from '../core/exchange/report/mapRaster';
import { createExportStore, type ExportStore } from './exportStore';
import type { TakenRaster } from './rasterStore';

const NAMED: PlanDetails = { planIdentification: 'KP 2026', name: 'Arealdel', date: '2026-11-22' };

const scenario = scenarioOf([developmentArea('felt', rectangle(0, 0, 100, 100), 5)]);

interface Bench {
  readonly store: ExportStore;
  readonly orders: readonly ExportOrder[];
  readonly kept: readonly PlanDetails[];
}

const NO_RASTERS: Parameters<typeof createExportStore>[3] = {
  getState: () => ({ rasters: [], shown: new Map(), step: null, table: null, measured: 0 }),
  picture: () => Promise.reject(new Error('Not asked for')),
};

/** A store on what a browser has kept from the visit before. */
function bench(remembered: unknown, network: string | null = null, files: readonly ExportedFile[] = [], rasters: Parameters<typeof createExportStore>[3] = NO_RASTERS): Bench {
  const orders: ExportOrder[] = [];
  const kept: PlanDetails[] = [];
  const loaded = network === null ? null : { name: network, notes: [], summary: { nodes: 2, links: 1, kilometres: 1, islands: [] } };
  const store = createExportStore(
    (_, order) => {
      orders.push(order);
      return Promise.resolve(files);
    },
    () => Promise.resolve(scenario),
    { getState: () => ({ network: loaded, reading: null, problem: null }) },
    rasters,
    {
      read: () => (remembered instanceof Error ? Promise.reject(remembered) : Promise.resolve(remembered)),
      keep: (plan) => {
        kept.push(plan);
        return Promise.resolve();
      },
    },
  );
  return { store, orders, kept };
}

function soon(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

describe('what exports are made with', () => {
  it('what the plan is called comes back at the next visit, and goes into every order', async () => {
    const { store, orders } = bench(NAMED, 'veier.geojson');
    await soon();
    await store.write([scenario], 'arealdel', 'A3', 'i dag');
    expect(orders).toEqual([
      { format: 'arealdel', network: 'veier.geojson', settings: { paper: 'A3', date: 'i dag', plan: NAMED, draws: { draws: 1000, seed: 1 }, rasters: [] } },
    ]);
  });

  it.each([
    ['nothing', undefined],
    ['something else', { planIdentification: 7 }],
    ['an identification that is too long', { ...NAMED, planIdentification: 'x'.repeat(17) }],
    ['a store that cannot be read', new Error('borte')],
  ])('%s kept is nothing given', async (_, remembered) => {
    const { store } = bench(remembered);
    await soon();
    expect(store.getState().plan).toEqual(NO_PLAN_DETAILS);
  });

  it('keeps what is sound, and lets the rest be', () => {
    const { store, kept } = bench(undefined);
    store.call(NAMED);
    store.call({ ...NAMED, date: 'i fjor' });
    expect([store.getState().plan, kept]).toEqual([NAMED, [NAMED]]);
  });

  it('what is given now counts more than what was kept', async () => {
    const { store } = bench({ ...NAMED, name: 'Fra sist' });
    store.call(NAMED);
    await soon();
    expect(store.getState().plan).toEqual(NAMED);
  });
});

describe('rasters in files with maps', () => {
  const raster = (id: string): TakenRaster => ({
    id,
    file: `${id}.tif`,
    facts: { name: id, columns: 1, rows: 1, placement: [1, 0, 0, 0, -1, 0], system: { id: 'EPSG:25832', title: '', basis: 'declared', isSwapped: false, contradicts: null }, cellMetres: 1, bands: 1, sampleText: '', isWhole: true, noData: null, isPicture: true, colours: new Map(), unit: '', levels: [{ columns: 1, rows: 1 }], notes: [] },
    reading: { kind: 'picture', classes: [], unit: '', low: 0, high: 1 },
    about: { title: `Flyfoto ${id}`, source: '', date: '2025', licence: '', attribution: '© noen', accuracyMetres: null, accuracyNote: '' },
    takenAt: 0,
    blob: new Blob(),
  });
  const empty = '<image id="raster-0" width="50.8" height="25.4" data-raster="en" data-ground="0 10 200 110" href=""/>';
  const asked: RasterPlace[] = [];
  const rasters: Parameters<typeof createExportStore>[3] = {
    getState: () => ({ ...NO_RASTERS.getState(), rasters: [raster('en'), raster('to')], shown: new Map([['to', { visible: false, opacity: 0.5 }]]) }),
    picture: (place) => {
      asked.push(place);
      return Promise.resolve('data:,bilde');
    },
  };

  it('those that are shown are told of in the order, and their pictures are laid in where they belong', async () => {
    const files = [
      { suffix: '_kart.svg', mediaType: 'image/svg+xml', content: `<svg>${empty}</svg>` },
      { suffix: '.gpkg', mediaType: '', content: Uint8Array.of(1) },
    ];
    const { store, orders } = bench(undefined, null, files, rasters);
    const written = await store.write([scenario], 'mapSheet', 'A4', 'i dag');
    expect(orders[0]?.settings.rasters).toEqual([
      { id: 'en', title: 'Flyfoto en', attribution: '© noen', date: '2025', opacity: 0.75, reading: { kind: 'picture', classes: [], unit: '', low: 0, high: 1 } },
    ]);
    expect(written.map(({ content }) => content)).toEqual([`<svg>${empty.replace('href=""', 'href="data:,bilde"')}</svg>`, Uint8Array.of(1)]);
    expect(asked).toEqual([{ raster: 'en', bounds: { minX: 0, minY: 10, maxX: 200, maxY: 110 }, wide: 400, high: 200 }]);
  });

  it('a picture that cannot be drawn is told of, and no file is handed out', async () => {
    const files = [{ suffix: '_kart.svg', mediaType: 'image/svg+xml', content: empty }];
    const { store } = bench(undefined, null, files, { ...rasters, picture: () => Promise.reject(new Error('Rasteret kunne ikke leses.')) });
    await expect(store.write([scenario], 'mapSheet', 'A4', 'i dag')).rejects.toThrow('Rasteret kunne ikke leses.');
  });
});
