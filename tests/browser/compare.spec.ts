import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { startBrowser, type StartedBrowser } from './browser';
import { Planner } from './planner';

/** A dialog tells that it is closed with the next frame, which waits for the map where that is drawn in software. */
const SOFTWARE_DRAWN = { timeout: 30_000 };

let browser: StartedBrowser;
let planner: Planner;

beforeAll(async () => {
  browser = await startBrowser();
});

afterEach(() => planner.leave());

afterAll(() => browser.close());

describe('comparing scenarios', () => {
  it('shows who is ahead, opens another scenario from the table, and greys what cannot be ranked', async () => {
    planner = await Planner.arrive(browser, inject('address'), { pixelRatio: 0.5 });
    const name = await planner.scenarioName();
    const shown = await planner.scores();
    await planner.comparing.openComparison();
    const compared = await planner.comparing.compared();
    expect(compared).toHaveLength(7);
    expect(compared[0]).toMatchObject({ scenario: 'I dag' });
    const open = compared.find(({ isOpen }) => isOpen);
    expect(open?.scenario).toBe(name);
    expect([open?.transit, open?.blueGreen]).toEqual([shown.transit, shown.blueGreen]);

    const report = await planner.comparing.saveComparison();
    expect(report.name).toMatch(/\.html$/u);
    const html = report.content.toString();
    for (const { scenario } of compared.slice(1)) expect(html).toContain(scenario);

    const other = compared.slice(1).find(({ transit, obstacle }) => obstacle === '' && transit > 0 && transit < shown.transit - 5);
    if (!other) throw new Error('No other scenario that can be ranked is far behind.');
    expect(await planner.comparing.verdictOn(other.scenario)).toBe('bak på kollektivnærhet (100 % av trekningene), bak på blågrønt grep (100 % av trekningene).');
    expect(compared.filter(({ obstacle }) => obstacle.startsWith('rangeres ikke')).length).toBe(3);

    await planner.comparing.openFromComparison(other.scenario);
    await expect.poll(() => planner.scenarioName()).toBe(other.scenario);
    await expect.poll(() => planner.comparing.verdictOn(name)).toContain('foran på kollektivnærhet (100 % av trekningene), foran på blågrønt grep');
    await planner.press('Escape');
    await expect.poll(() => planner.comparing.isComparing(), SOFTWARE_DRAWN).toBe(false);
    await planner.press('Escape');
    await expect.poll(() => planner.comparing.isComparingOnMap(), SOFTWARE_DRAWN).toBe(false);
    await expect.poll(async () => (await planner.scores()).transit).toBe(other.transit);
    expect(planner.problems).toEqual([]);
  });

  it('is worked by keyboard alone: a key opens it, the focus stays in it, Enter opens a scenario, Escape goes back', async () => {
    planner = await Planner.arrive(browser, inject('address'), { pixelRatio: 0.5 });
    const name = await planner.scenarioName();
    await planner.press('Shift+S');
    await planner.comparing.comparisonReady();
    const passed = new Set<string>();
    for (let presses = 0; presses < 40; presses += 1) {
      await planner.press('Tab');
      passed.add(await planner.focusedName());
    }
    expect([...passed].filter((focused) => /^(?:Angre|Andel til|Eksporter)/u.test(focused))).toEqual([]);
    await planner.tabTo(/^Åpne /u);
    const chosen = (await planner.focusedName()).replace('Åpne ', '');
    expect(chosen).not.toBe(name);
    await planner.press('Enter');
    await expect.poll(() => planner.scenarioName()).toBe(chosen);
    await planner.press('Escape');
    await expect.poll(() => planner.comparing.isComparing(), SOFTWARE_DRAWN).toBe(false);
    expect(planner.problems).toEqual([]);
  });
});
