import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { startBrowser, type StartedBrowser } from './browser';
import { Planner } from './planner';

let browser: StartedBrowser;
let planner: Planner;

beforeAll(async () => {
  browser = await startBrowser();
});

afterEach(async () => {
  expect(planner.problems).toEqual([]);
  await planner.leave();
});

afterAll(() => browser.close());

async function arrive(): Promise<void> {
  planner = await Planner.arrive(browser, inject('address'), { pixelRatio: 0.5 });
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PATIENTLY = { timeout: 60_000 };

describe('sharing a housing programme out over the towns by mouse', () => {
  it('moves both numbers and map while the slider is dragged, and takes the drag back as one step', async () => {
    await arrive();
    const before = await planner.scores();
    await planner.dragTownShare('Fornebu/Lysaker', 75, async () => {
      await expect.poll(() => planner.scores(), PATIENTLY).not.toEqual(before);
    });
    const share = await planner.townShare('Fornebu/Lysaker');
    expect(share).toBeCloseTo(75, 0);
    expect(await planner.shareSum()).toBeCloseTo(100, 0);
    await expect.poll(async () => (await planner.scores()).transit, PATIENTLY).toBeGreaterThan(before.transit);
    const after = await planner.scores();
    await planner.undo();
    expect(await planner.townShare('Fornebu/Lysaker')).toBe(40);
    expect(await planner.canUndo()).toBe(false);
    await expect.poll(() => planner.scores(), PATIENTLY).toEqual(before);
    await planner.redo();
    expect(await planner.townShare('Fornebu/Lysaker')).toBe(share);
    await expect.poll(() => planner.scores(), PATIENTLY).toEqual(after);
  });

  it('leaves a locked town alone, and falls where a railway under construction is left out', async () => {
    await arrive();
    await planner.lockTown('Stabekk');
    await planner.setTownShare('Sandvika', 40);
    expect(await planner.townShare('Sandvika')).toBe(40);
    expect(await planner.townShare('Stabekk')).toBe(10);
    expect(await planner.shareSum()).toBeCloseTo(100, 0);
    const before = await planner.scores();
    await planner.switchProject('Fornebubanen');
    await expect.poll(async () => (await planner.scores()).transit, PATIENTLY).toBeLessThan(before.transit - 1);
  });

  it('takes the result home as a scenario file, as GeoJSON and as a picture', async () => {
    await arrive();
    await planner.setTownShare('Sandvika', 31);
    const scenario = await planner.exports.saveScenario();
    expect(JSON.parse(scenario)).toMatchObject({ format: 'smabymodellen-scenario' });
    const areas: unknown = JSON.parse(await planner.exports.saveAreas());
    expect(areas).toMatchObject({ type: 'FeatureCollection', smabymodellen: { scores: { dwellings: { programme: 8250 } } } });
    const picture = await planner.exports.saveMap();
    expect(picture.subarray(0, 8).equals(PNG_SIGNATURE)).toBe(true);
    expect(picture.length).toBeGreaterThan(50_000);

    await planner.undo();
    expect(await planner.townShare('Sandvika')).toBe(20);
    await planner.openFile('hjem.json', scenario);
    await planner.choose('Erstatt innholdet');
    await expect.poll(() => planner.townShare('Sandvika'), PATIENTLY).toBe(31);
  });
});
