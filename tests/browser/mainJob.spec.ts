import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { startBrowser, type StartedBrowser } from './browser';
import { Planner } from './planner';

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

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PATIENTLY = { timeout: 60_000 };

describe('sharing a housing programme out over the towns by mouse', () => {
  it('moves both numbers and map while the slider is dragged, and the shares still sum to all', async () => {
    const before = await planner.scores();
    await planner.dragTownShare('Fornebu/Lysaker', 75, async () => {
      await expect.poll(() => planner.scores(), PATIENTLY).not.toEqual(before);
    });
    expect(await planner.townShare('Fornebu/Lysaker')).toBeCloseTo(75, 0);
    expect(await planner.shareSum()).toBeCloseTo(100, 0);
    await expect.poll(async () => (await planner.scores()).transit, PATIENTLY).toBeGreaterThan(before.transit);
  });

  it('leaves a locked town alone', async () => {
    await planner.lockTown('Stabekk');
    await planner.setTownShare('Sandvika', 40);
    expect(await planner.townShare('Sandvika')).toBe(40);
    expect(await planner.townShare('Stabekk')).toBe(10);
    expect(await planner.shareSum()).toBeCloseTo(100, 0);
  });

  it('takes one drag back as one step, and forward again', async () => {
    const before = await planner.scores();
    await planner.dragTownShare('Sandvika', 60);
    const share = await planner.townShare('Sandvika');
    await expect.poll(() => planner.scores(), PATIENTLY).not.toEqual(before);
    const after = await planner.scores();
    await planner.undo();
    expect(await planner.townShare('Sandvika')).toBe(20);
    expect(await planner.canUndo()).toBe(false);
    await expect.poll(() => planner.scores(), PATIENTLY).toEqual(before);
    await planner.redo();
    expect(await planner.townShare('Sandvika')).toBe(share);
    await expect.poll(() => planner.scores(), PATIENTLY).toEqual(after);
  });

  it('has the work, and the steps back, after a reload', async () => {
    await planner.setTownShare('Sandvika', 33);
    await planner.chooseGrowth('Lav');
    await expect.poll(() => planner.question()).toContain('4 000');
    await expect.poll(() => planner.isSaved(), PATIENTLY).toBe(true);
    await planner.reload();
    expect(await planner.townShare('Sandvika')).toBe(33);
    expect(await planner.question()).toBe('Hvor skal 4 000 boliger bo?');
    await planner.undo();
    await planner.undo();
    expect(await planner.townShare('Sandvika')).toBe(20);
    expect(await planner.question()).toBe('Hvor skal 8 250 boliger bo?');
  });

  it('falls where a railway under construction is left out', async () => {
    const before = await planner.scores();
    await planner.switchProject('Fornebubanen');
    await expect.poll(async () => (await planner.scores()).transit, PATIENTLY).toBeLessThan(before.transit - 1);
  });

  it('takes the result home as a scenario file, as GeoJSON and as a picture', async () => {
    await planner.setTownShare('Sandvika', 31);
    const scenario = await planner.saveScenario();
    expect(JSON.parse(scenario)).toMatchObject({ format: 'smabymodellen-scenario' });
    const areas: unknown = JSON.parse(await planner.saveAreas());
    expect(areas).toMatchObject({ type: 'FeatureCollection', smabymodellen: { scores: { dwellings: { programme: 8250 } } } });
    const picture = await planner.saveMap();
    expect(picture.subarray(0, 8).equals(PNG_SIGNATURE)).toBe(true);
    expect(picture.length).toBeGreaterThan(50_000);

    await planner.undo();
    expect(await planner.townShare('Sandvika')).toBe(20);
    await planner.openFile('hjem.json', scenario);
    await planner.choose('Erstatt innholdet');
    await expect.poll(() => planner.townShare('Sandvika'), PATIENTLY).toBe(31);
  });
});

describe('a file that cannot be opened', () => {
  it.each([
    ['that is not JSON', 'ikke json', /JSON/u],
    ['that is something else', '{"type":"FeatureCollection","features":[]}', /format|scenario/u],
  ])('%s is refused in Norwegian with nothing changed', async (_case, content, expected) => {
    const before = await planner.scores();
    await planner.openFile('feil.json', content);
    const dialog = await planner.dialog();
    expect(dialog).toContain('Filen kunne ikke åpnes');
    expect(dialog).toContain('feil.json');
    expect(dialog).toMatch(expected);
    await planner.press('Escape');
    expect(await planner.scores()).toEqual(before);
    expect(await planner.canUndo()).toBe(false);
  });
});

describe('the same job by keyboard alone', () => {
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
    await planner.tabTo(/^Utbyggingsfelt som GeoJSON/u);
    const areas = await planner.savedBy(() => planner.press('Enter'));
    expect(areas.toString('utf8')).toContain('FeatureCollection');
  });
});
