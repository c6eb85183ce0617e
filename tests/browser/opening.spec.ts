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

describe('opening the page', () => {
  it.each([
    { width: 1280, height: 800 },
    { width: 1920, height: 1080 },
  ])('shows the question, the map and true numbers at $width × $height, with no error and no other host asked', async (size) => {
    planner = await Planner.arrive(browser, inject('address'), size);
    const scores = await planner.scores();
    expect(scores.transit).toBeGreaterThan(0);
    expect(scores.blueGreen).toBeGreaterThan(0);
    expect(await planner.overflows()).toBe(false);
    expect(planner.requests.length).toBeGreaterThan(10);
    expect(planner.problems).toEqual([]);
  });

  it('draws a first picture that the live map takes over in place', async () => {
    planner = await Planner.arrive(browser, inject('address'));
    expect(await planner.firstPictureAgreement()).toBeGreaterThan(0.87);
  });

  it('has room for the job on a narrow screen, one surface at a time', async () => {
    planner = await Planner.arrive(browser, inject('address'), { width: 400, height: 800 });
    expect(await planner.question()).toContain('boliger bo?');
    await planner.showTab('Resultat');
    expect((await planner.scores()).transit).toBeGreaterThan(0);
    expect(await planner.overflows()).toBe(false);
    expect(planner.problems).toEqual([]);
  });

  it('asks where the programme of the high alternative is to live, and lists the towns', async () => {
    planner = await Planner.arrive(browser, inject('address'));
    expect(await planner.question()).toBe('Hvor skal 8 250 boliger bo?');
    expect(await planner.towns()).toHaveLength(5);
    expect(await planner.shareSum()).toBeCloseTo(100, 1);
  });
});
