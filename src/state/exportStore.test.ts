import { describe, expect, it } from 'vitest';
import { developmentArea, rectangle, scenarioOf } from '../../tests/support/placeBuilder';
import { NO_PLAN_DETAILS, type PlanDetails } from '../core/exchange/arealdel/planDetails';
import type { ExportOrder } from '../engine/export/writeExport';
import { createExportStore, type ExportStore } from './exportStore';

const NAMED: PlanDetails = { planIdentification: 'KP 2026', name: 'Arealdel', date: '2026-11-22' };

const scenario = scenarioOf([developmentArea('felt', rectangle(0, 0, 100, 100), 5)]);

interface Bench {
  readonly store: ExportStore;
  readonly orders: readonly ExportOrder[];
  readonly kept: readonly PlanDetails[];
}

/** A store on what a browser has kept from the visit before. */
function bench(remembered: unknown, network: string | null = null): Bench {
  const orders: ExportOrder[] = [];
  const kept: PlanDetails[] = [];
  const loaded = network === null ? null : { name: network, notes: [], summary: { nodes: 2, links: 1, kilometres: 1, islands: [] } };
  const store = createExportStore(
    (_, order) => {
      orders.push(order);
      return Promise.resolve([]);
    },
    () => Promise.resolve(scenario),
    { getState: () => ({ network: loaded, reading: null, problem: null }) },
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
      { format: 'arealdel', network: 'veier.geojson', settings: { paper: 'A3', date: 'i dag', plan: NAMED, draws: { draws: 1000, seed: 1 } } },
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
