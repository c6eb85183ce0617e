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

const PATIENTLY = { timeout: 60_000 };

/** The station in the opening view, pixels of the page. */
const SANDVIKA = [482, 458] as const;

describe('measures', () => {
  it('a park is drawn, listed, switched off and undone', async () => {
    await planner.measures.openList();
    await planner.measures.start('Park eller grøntdrag');
    await planner.drawing.toolReady();
    await planner.drawing.clickMap([560, 300], [620, 300], [620, 350], [560, 350]);
    await planner.press('Enter');
    await expect.poll(() => planner.measures.names(), PATIENTLY).toEqual(['Grøntområde 1']);
    await planner.measures.toggle('Grøntområde 1');
    await expect.poll(() => planner.latestStep(), PATIENTLY).toBe('Grøntområde 1 av');
    await planner.undo();
    await planner.undo();
    await expect.poll(() => planner.measures.names(), PATIENTLY).toEqual([]);
  });

  it('more departures at a station give better transit proximity, and today’s give it back', async () => {
    const before = await planner.scores();
    await planner.drawing.clickMap(SANDVIKA);
    await planner.measures.setDepartures(20);
    await expect.poll(async () => (await planner.scores()).transit, PATIENTLY).toBeGreaterThan(before.transit + 0.2);
    await planner.measures.asToday();
    await expect.poll(() => planner.scores(), PATIENTLY).toEqual(before);
  });
});
