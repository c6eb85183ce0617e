import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { startBrowser, type StartedBrowser } from './browser';
import { Planner } from './planner';
import { shownNumber } from './shownText';

let browser: StartedBrowser;
let planner: Planner;

beforeAll(async () => {
  browser = await startBrowser('without map');
});

afterEach(() => planner.leave());

afterAll(() => browser.close());

const NAME = 0;
const TOWN = 1;
const TYPOLOGY = 2;
const DWELLINGS = 5;

async function arrive(): Promise<Planner> {
  planner = await Planner.arrive(browser, inject('address'));
  await planner.table.toggle();
  await planner.table.lines();
  return planner;
}

describe('the table of all areas', () => {
  it('opens and closes by its key, has every area, and draws only those in sight', async () => {
    const { table } = await arrive();
    expect(await table.count()).toBeGreaterThan(100);
    expect((await table.lines()).length).toBeLessThan(60);
    await table.scrollToEnd();
    await vi.waitUntil(async () => (await table.lines()).length > 3);
    expect(await planner.overflows()).toBe(false);
    await table.toggle();
    await vi.waitUntil(async () => !(await table.isOpen()));
    expect(planner.problems).toEqual([]);
  });

  it('sorts by a column either way, and picks out by words, town and what is built', async () => {
    const { table } = await arrive();
    const column = async (index: number): Promise<readonly string[]> => (await table.lines()).map((line) => line[index] ?? '');
    const most = (await column(DWELLINGS)).map(shownNumber);
    expect(most).toEqual(most.toSorted((one, other) => other - one));
    await table.sortBy('Boliger');
    const fewest = (await column(DWELLINGS)).map(shownNumber);
    expect(fewest).toEqual(fewest.toSorted((one, other) => one - other));
    const all = await table.count();
    await table.pick('Småby', 'Sandvika');
    expect(new Set(await column(TOWN))).toEqual(new Set(['Sandvika']));
    expect(await table.count()).toBeLessThan(all);
    await table.pick('Boligtype', 'Småhus');
    await table.search('finnes ikke');
    await vi.waitUntil(async () => (await table.sum()).startsWith('0 felt'));
    await table.search('');
    await table.pick('Boligtype', 'Alle boligtyper');
    const [name = ''] = await column(NAME);
    await table.search(name);
    expect(await column(NAME)).toContain(name);
  });

  it('changes an area in its place, each change one step, and does not move the line under the hand', async () => {
    const { table } = await arrive();
    const name = (await table.lines())[3]?.[NAME] ?? '';
    await table.choose(name);
    await table.write('Boliger', '7');
    expect(await table.chosenName()).toBe(name);
    await table.set('Boligtype', 'Rekkehus');
    await table.write('Kan bygges ut', '60');
    await table.set('Bygges', 'Fra 2031');
    await table.write('Navn', 'Kvartalet');
    expect(await table.isChosenInSight()).toBe(true);
    await planner.press('Escape');
    expect(await planner.history.steps()).toContainEqual(expect.stringContaining('7 boliger, satt for hånd'));
    await table.search('Kvartalet');
    const [line = []] = await table.lines();
    expect([line[NAME], line[TYPOLOGY], line[3], line[DWELLINGS], line[7]]).toEqual(['Kvartalet', 'Rekkehus', '60 %', '7', 'Fra 2031']);
    for (let step = 0; step < 5; step += 1) await planner.undo();
    await table.search(name);
    expect((await table.lines())[0]?.[TYPOLOGY]).not.toBe('Rekkehus');
    expect(await planner.canUndo()).toBe(false);
  });

  it('adds up by town and by what is built to one and the same sum', async () => {
    const { table } = await arrive();
    const whole = await table.sum();
    for (const view of ['Per småby', 'Per boligtype'] as const) {
      await table.show(view);
      const sums = await table.sums();
      const parts = sums.slice(0, -1).map((line) => shownNumber(line[1] ?? ''));
      const total = shownNumber(sums.at(-1)?.[1] ?? '');
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
      expect(shownNumber(whole)).toBe(total);
    }
  });
});
