import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { startBrowser, type StartedBrowser } from './browser';
import { Planner } from './planner';
import { shownNumber } from './shownText';

let browser: StartedBrowser;
let planner: Planner;

beforeAll(async () => {
  browser = await startBrowser();
});

beforeEach(async () => {
  planner = await Planner.arrive(browser, inject('address'), { pixelRatio: 0.5 });
});

afterEach(async () => {
  expect(planner.problems).toEqual([]);
  await planner.leave();
});

afterAll(() => browser.close());

const PATIENTLY = { timeout: 60_000 };

/** Corners on farmland and Marka in the north of the opening view, pixels of the page. */
const FIELD = [
  [560, 190],
  [640, 200],
  [650, 260],
  [570, 270],
] as const;

describe('drawing an area by mouse', () => {
  it('tells what it costs while it is drawn, changes the scores, and is undone in one step', async () => {
    const before = await planner.scores();
    await planner.drawing.takeTool('Tegn felt');
    await planner.drawing.clickMap(...FIELD);
    await expect.poll(() => planner.drawing.strokeNumbers(), PATIENTLY).toMatch(/daa dyrka mark/u);
    expect(await planner.drawing.strokeNumbers()).toMatch(/^[\d\s]+ daa.*plass til [\d\s]+ boliger.*Marka: ikke tillatt/u);
    await planner.press('Enter');
    await expect.poll(() => planner.latestStep(), PATIENTLY).toBe('Nytt felt 1 tegnet');
    await expect.poll(async () => (await planner.scores()).blueGreen, PATIENTLY).toBeLessThan(before.blueGreen - 1);
    await expect.poll(async () => (await planner.scores()).transit, PATIENTLY).toBeLessThan(before.transit - 1);
    const after = await planner.scores();
    await planner.undo();
    await expect.poll(() => planner.scores(), PATIENTLY).toEqual(before);
    expect(await planner.canUndo()).toBe(false);
    await planner.redo();
    await expect.poll(() => planner.scores(), PATIENTLY).toEqual(after);
  });

  it('can be edited, split, merged, clipped and deleted', async () => {
    await planner.drawing.takeTool('Rektangel');
    await planner.drawing.dragMap([560, 190], [650, 270]);
    await expect.poll(() => planner.latestStep(), PATIENTLY).toBe('Nytt felt 1 tegnet');
    await planner.press('Escape');
    const drawn = await planner.drawing.selectedLandDaa();

    await planner.press('e');
    await planner.drawing.toolReady();
    await planner.drawing.dragMap([650, 270], [690, 300]);
    await expect.poll(() => planner.latestStep(), PATIENTLY).toMatch(/^Nytt felt 1: nytt omriss/u);
    await expect.poll(() => planner.drawing.selectedLandDaa(), PATIENTLY).toBeGreaterThan(drawn * 1.05);
    await planner.undo();
    await planner.press('Delete');
    expect(await planner.notices()).toMatch(/Klikk på hjørnet/u);
    // The corner where the drag began.
    await planner.drawing.clickMap([560, 190]);
    await planner.press('Delete');
    await expect.poll(() => planner.latestStep(), PATIENTLY).toMatch(/^Nytt felt 1: nytt omriss/u);
    await planner.undo();
    await planner.press('Escape');
    await expect.poll(() => planner.drawing.selectedLandDaa(), PATIENTLY).toBe(drawn);

    await planner.press('d');
    await planner.drawing.toolReady();
    await planner.drawing.clickMap([605, 180], [605, 285]);
    await planner.press('Enter');
    await expect.poll(() => planner.latestStep(), PATIENTLY).toBe('Nytt felt 1 delt i to');
    await planner.press('Escape');

    await planner.press('u');
    expect(await planner.notices()).toMatch(/minst to felt/u);
    await planner.drawing.clickMap([580, 230]);
    await planner.drawing.shiftClickMap([630, 230]);
    await planner.press('u');
    await expect.poll(() => planner.latestStep(), PATIENTLY).toMatch(/^2 felt slått sammen til Nytt felt 1/u);
    await expect.poll(() => planner.drawing.selectedLandDaa(), PATIENTLY).toBeCloseTo(drawn, -1);

    await planner.press('k');
    await expect.poll(() => planner.latestStep(), PATIENTLY).toMatch(/^Klippet [\d\s,]+ daa vern bort fra Nytt felt 1/u);
    await expect.poll(() => planner.drawing.selectedLandDaa(), PATIENTLY).toBeLessThan(drawn * 0.9);
    await planner.press('Delete');
    await expect.poll(() => planner.latestStep(), PATIENTLY).toBe('Nytt felt 1 slettet');
    await planner.press('Delete');
    expect(await planner.notices()).toMatch(/Velg et felt først/u);
  });

  it('is left by Escape without a trace, first the shape and then the tool', async () => {
    await planner.drawing.takeTool('Tegn felt');
    await planner.drawing.clickMap(FIELD[0], FIELD[1]);
    await planner.drawing.clickMap(FIELD[2]);
    await expect.poll(() => planner.drawing.strokeNumbers(), PATIENTLY).toMatch(/daa/u);
    await planner.press('Escape');
    await expect.poll(() => planner.drawing.strokeNumbers(), PATIENTLY).toBe('');
    expect(await planner.drawing.toolInHand()).toBe('Tegn felt');
    await planner.press('Escape');
    expect(await planner.drawing.toolInHand()).toBe('');
    expect(await planner.canUndo()).toBe(false);
  });
});

describe('drawing an area by keyboard alone', () => {
  it('puts corners in under the ring in the middle, and closes on the first', async () => {
    await planner.press('n');
    await planner.tabTo(/^Kart\. Piltastene/u);
    await planner.drawing.toolReady();
    const corner = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await planner.drawing.pressOnMap(key);
      await planner.press('Enter');
    };
    await corner('+');
    await corner('ArrowRight');
    await corner('ArrowDown');
    await planner.press('Enter');
    await expect.poll(() => planner.latestStep(), PATIENTLY).toMatch(/^Nytt felt 1 tegnet/u);
    await planner.press('m');
    await planner.press('Enter');
    await planner.drawing.pressOnMap('ArrowRight');
    // Lays down what is carried, where it was, and keeps the tool.
    await planner.press('Escape');
    expect(await planner.drawing.toolInHand()).toBe('Flytt');
    expect(await planner.latestStep()).toMatch(/tegnet/u);
    await planner.press('Enter');
    await planner.drawing.pressOnMap('ArrowLeft');
    await planner.press('Enter');
    await expect.poll(() => planner.latestStep(), PATIENTLY).toMatch(/^Nytt felt 1 flyttet [\d\s]+ m$/u);
  });
});

describe('painting', () => {
  it('lays homes on the areas of a town against its quota, one stroke one step', async () => {
    const [x, y] = await planner.drawing.goToTown('Sandvika');
    await planner.drawing.takeTool('Pensel');
    await planner.drawing.choosePaintedTown('Sandvika');
    await planner.clickButton('Tøm Sandvika');
    await expect.poll(() => planner.drawing.quotas(), PATIENTLY).toMatch(/^Sandvika: 0 av 1\s444 plassert · 1\s444 igjen$/u);
    const before = await planner.scores();
    await planner.drawing.dragMap([x - 40, y], [x + 40, y]);
    await expect.poll(() => planner.latestStep(), PATIENTLY).toMatch(/^Malte blokk på \d+ felt: \+/u);
    const placed = shownNumber((await planner.drawing.quotas()).replace('Sandvika: ', ''));
    expect(placed).toBeGreaterThan(0);
    expect(await planner.drawing.quotas()).toContain(`${placed} av`);
    await expect.poll(() => planner.scores(), PATIENTLY).not.toEqual(before);
    await planner.undo();
    await expect.poll(() => planner.drawing.quotas(), PATIENTLY).toMatch(/^Sandvika: 0 av/u);
  });
});
