import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { startBrowser, type StartedBrowser } from './browser';
import { Planner } from './planner';

let browser: StartedBrowser;
let planner: Planner | null = null;

beforeAll(async () => {
  browser = await startBrowser();
});

afterEach(async () => {
  await planner?.leave();
  planner = null;
});

afterAll(() => browser.close());

describe('official map services', () => {
  it('are asked only while they are on, each at the host that the page names', async () => {
    planner = await Planner.arrive(browser, inject('address'), { pixelRatio: 0.5 });
    expect(planner.problems).toEqual([]);
    const asked = await planner.showing.standInFor('https://cache.kartverket.no');
    await planner.showing.switchService('Topografisk gråtonekart');
    expect(await planner.showing.serviceNote()).toContain('cache.kartverket.no');
    await expect.poll(() => asked.length, { timeout: 60_000 }).toBeGreaterThan(0);
    for (const address of asked) {
      expect(address).toMatch(/^https:\/\/cache\.kartverket\.no\/v1\/wmts\/1\.0\.0\/topograatone\/default\/webmercator\/\d+\/\d+\/\d+\.png$/u);
    }
    await planner.showing.switchService('Topografisk gråtonekart');
    expect(await planner.showing.serviceNote()).toContain('sender siden ingenting');
    const others = planner.problems.filter((problem) => !problem.includes('https://cache.kartverket.no/'));
    expect(others).toEqual([]);
  });
});
