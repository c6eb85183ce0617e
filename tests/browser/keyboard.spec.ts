import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { startBrowser, type StartedBrowser } from './browser';
import { Planner } from './planner';

let browser: StartedBrowser;
let planner: Planner;

beforeAll(async () => {
  browser = await startBrowser('without map');
});

beforeEach(async () => {
  planner = await Planner.arrive(browser, inject('address'));
});

afterEach(async () => {
  expect(planner.problems).toEqual([]);
  await planner.leave();
});

afterAll(() => browser.close());

const PATIENTLY = { timeout: 60_000 };

describe('a file that cannot be opened', () => {
  it.each([
    ['that is not JSON', 'ikke json', /ikke gyldig JSON/u],
    ['that is something else', '{"type":"FeatureCollection","features":[]}', /ingen flater, linjer eller punkter/u],
  ])('%s is refused in Norwegian with nothing changed', async (_case, content, expected) => {
    const before = await planner.scores();
    await planner.openFile('feil.json', content);
    await expect.poll(() => planner.dialog(), PATIENTLY).toContain('Filen kunne ikke');
    const dialog = await planner.dialog();
    expect(dialog).toContain('feil.json');
    expect(dialog).toMatch(expected);
    await planner.press('Escape');
    expect(await planner.scores()).toEqual(before);
    expect(await planner.canUndo()).toBe(false);
  });
});

describe('the main job by keyboard alone', () => {
  it('is done without touching the mouse', async () => {
    const before = await planner.scores();
    await planner.tabTo('Andel til Fornebu/Lysaker');
    await planner.write('70');
    await planner.press('Enter');
    expect(await planner.townShare('Fornebu/Lysaker')).toBe(70);
    await expect.poll(async () => (await planner.scores()).transit, PATIENTLY).toBeGreaterThan(before.transit);

    await planner.tabTo('Lås andelen til Fornebu/Lysaker');
    await planner.press('Space');
    await planner.tabTo('Andel til Sandvika', 'Shift+Tab');
    await planner.press('PageUp');
    expect(await planner.townShare('Fornebu/Lysaker')).toBe(70);
    expect(await planner.shareSum()).toBeCloseTo(100, 0);

    await planner.press('Control+z');
    await planner.press('Control+z');
    await planner.press('Control+z');
    await expect.poll(() => planner.scores(), PATIENTLY).toEqual(before);
    await planner.press('Control+Shift+z');
    expect(await planner.townShare('Fornebu/Lysaker')).toBe(70);

    const scenario = await planner.savedBy(() => planner.press('Control+s'));
    expect(scenario.length).toBeGreaterThan(1000);
    await planner.tabTo('Eksporter', 'Shift+Tab');
    await planner.press('Enter');
    await planner.tabTo(/^Flere formater/u);
    await planner.press('Enter');
    await planner.tabTo(/^Last ned Utbyggingsfelt/u);
    const areas = await planner.savedBy(() => planner.press('Enter'));
    expect(areas.toString('utf8')).toContain('FeatureCollection');
    await planner.press('Escape');
  });
});

describe('work that was left', () => {
  it('is there again after a reload, with the steps back', async () => {
    await planner.setTownShare('Sandvika', 33);
    await planner.chooseGrowth('Moderat');
    await expect.poll(() => planner.question()).toContain('6 000');
    await expect.poll(() => planner.isSaved(), PATIENTLY).toBe(true);
    await planner.reload();
    expect(await planner.townShare('Sandvika')).toBe(33);
    expect(await planner.question()).toBe('Hvor skal 6 000 boliger bo?');
    await planner.undo();
    await planner.undo();
    expect(await planner.townShare('Sandvika')).toBe(20);
    expect(await planner.question()).toBe('Hvor skal 8 250 boliger bo?');
  });
});
