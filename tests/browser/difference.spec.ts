import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { startBrowser, type StartedBrowser } from './browser';
import { Planner } from './planner';

/** How long the page may take to answer where maps are drawn in software. */
const SOFTWARE_DRAWN = { timeout: 30_000 };

let browser: StartedBrowser;
let planner: Planner;

beforeAll(async () => {
  browser = await startBrowser();
});

afterEach(() => planner.leave());

afterAll(() => browser.close());

describe('comparing two scenarios on the map', () => {
  it('shows today against the plan, then one plan against another, with the differences of their numbers', async () => {
    planner = await Planner.arrive(browser, inject('address'), { pixelRatio: 0.5 });
    expect(await planner.scenarioName()).toBe('Høy vekst');
    const open = await planner.scores();
    await planner.comparing.compareOnMap();
    expect(await planner.comparing.sides()).toEqual(['I dag', 'Høy vekst']);
    expect(await planner.comparing.differenceObstacle()).toContain('I dag gjelder dem som bor her nå');
    const [homesToday, homes, more] = await planner.comparing.differenceRow('Kollektivnærhet', 'Plassert');
    expect([homesToday, homes, more]).toEqual([0, 8250, 8250]);
    const sinceToday = await planner.comparing.scoreDifferences();
    expect(sinceToday.transit).toBeGreaterThan(20);
    expect(sinceToday.blueGreen).toBeNaN();

    await planner.comparing.chooseSide('A', 'Spredt vekst');
    expect(await planner.comparing.verdicts()).toEqual(['B er foran i 100 % av trekningene', 'B er foran i 100 % av trekningene']);
    expect(await planner.comparing.differenceObstacle()).toBe('');
    const apart = await planner.comparing.scoreDifferences();
    const farmland = await planner.comparing.differenceRow('Arealregnskap: bygges ned', 'Dyrka mark');
    expect(farmland[2]).toBeLessThan(-100);
    expect(farmland[2]).toBeCloseTo((farmland[1] ?? NaN) - (farmland[0] ?? NaN), 0);

    await planner.comparing.compareAt('2030');
    await expect.poll(() => planner.comparing.differenceRow('Kollektivnærhet', 'Plassert'), SOFTWARE_DRAWN).toEqual([4125, 4125, 0]);

    await planner.press('Escape');
    await expect.poll(() => planner.comparing.isComparingOnMap(), SOFTWARE_DRAWN).toBe(false);
    await planner.openScenario('Spredt vekst');
    await expect.poll(async () => (await planner.scores()).transit).not.toBe(open.transit);
    const other = await planner.scores();
    // Each number is rounded to a decimal on its own.
    expect(Math.abs(apart.transit - (open.transit - other.transit))).toBeLessThan(0.11);
    expect(Math.abs(apart.blueGreen - (open.blueGreen - other.blueGreen))).toBeLessThan(0.11);

    await planner.comparing.compareOnMap('Lav vekst');
    expect(await planner.comparing.sides()).toEqual(['Lav vekst', 'Spredt vekst']);
    expect(await planner.comparing.differenceObstacle()).toBe('A har 4 000 boliger og B 8 250. Ulike programmer rangeres ikke.');
    expect(planner.problems).toEqual([]);
  });

  it('is swiped by keyboard, laid side by side, and lets go of the second map', async () => {
    planner = await Planner.arrive(browser, inject('address'), { pixelRatio: 0.25 });
    await planner.press('s');
    await planner.comparing.chooseSide('A', 'Spredt vekst');
    expect(await planner.comparing.maps()).toBe(1);
    await planner.comparing.compareBy('Sveip');
    expect(await planner.comparing.maps()).toBe(2);
    expect(await planner.comparing.divider()).toBe(50);
    await planner.tabTo(/^Skille mellom A/u, 'Shift+Tab');
    await planner.press('ArrowLeft');
    expect(await planner.comparing.divider()).toBe(48);
    await planner.press('Shift+ArrowRight');
    await planner.press('Shift+ArrowRight');
    expect(await planner.comparing.divider()).toBe(68);
    expect(await planner.comparing.companionEdge()).toBeCloseTo(0.68, 1);
    await planner.press('End');
    expect(await planner.comparing.companionEdge()).toBeCloseTo(1, 2);
    await planner.comparing.compareBy('Side ved side');
    expect(await planner.comparing.maps()).toBe(2);
    await planner.press('s');
    await expect.poll(() => planner.comparing.maps(), SOFTWARE_DRAWN).toBe(1);
    await expect.poll(() => planner.comparing.isComparingOnMap(), SOFTWARE_DRAWN).toBe(false);
    expect(planner.problems).toEqual([]);
  });

  it('shows today for as long as a key is held, but not to one who writes', async () => {
    planner = await Planner.arrive(browser, inject('address'), { pixelRatio: 0.5 });
    expect(await planner.shownYear()).toBe('2035');
    await planner.holdKey('i');
    expect(await planner.shownYear()).toBe('I dag');
    await planner.releaseKey('i');
    expect(await planner.shownYear()).toBe('2035');
    await planner.tabTo(/^Andel til/u);
    await planner.tabTo(/^Boliger i året/u, 'Shift+Tab');
    await planner.holdKey('i');
    expect(await planner.shownYear()).toBe('2035');
    await planner.releaseKey('i');
    expect(planner.problems).toEqual([]);
  });

  it('prints every scenario as a small map with its scores', async () => {
    planner = await Planner.arrive(browser, inject('address'), { pixelRatio: 0.5 });
    const name = await planner.scenarioName();
    const { transit, blueGreen } = await planner.scores();
    await planner.comparing.compareOnMap();
    const maps = await planner.comparing.smallMaps();
    expect(maps).toHaveLength(6);
    expect(maps.every(({ isDrawn }) => isDrawn)).toBe(true);
    expect(maps.find(({ scenario }) => scenario === name)?.scores).toEqual([transit, blueGreen]);
    await planner.press('Escape');
    expect(await planner.comparing.isComparingOnMap()).toBe(true);
    expect(planner.problems).toEqual([]);
  });
});
