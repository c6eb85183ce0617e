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

describe('the years', () => {
  it('show homes, people and scores as they stand at the end of each period, and today', async () => {
    const whole = await planner.scores();
    expect(await planner.time.growth()).toMatch(/^8 250 boliger/u);
    await planner.time.show('2030');
    expect(await planner.time.growth()).toMatch(/^4 125 boliger · \d/u);
    expect(await planner.time.shownMoment()).toContain('utgangen av 2030');
    expect((await planner.scores()).transit).not.toBe(whole.transit);
    expect(await planner.time.curves()).toContain('Sandvika 722');
    await planner.time.show('I dag');
    expect(await planner.time.growth()).toBe('Ingen nye boliger ennå');
    await planner.time.show('2035');
    expect(await planner.scores()).toEqual(whole);
    expect(await planner.time.shownMoment()).toBe('');
  });
});

describe('the history', () => {
  it('lists every step and goes to any of them, forth and back', async () => {
    const opened = await planner.scores();
    await planner.setTownShare('Sandvika', 30);
    await planner.setTownShare('Stabekk', 5);
    await expect.poll(() => planner.history.steps(), PATIENTLY).toEqual(['Stabekk til 5 %', 'Sandvika til 30 %', 'Slik det ble åpnet']);
    const changed = await planner.scores();
    await planner.history.goTo('Slik det ble åpnet');
    await expect.poll(() => planner.scores(), PATIENTLY).toEqual(opened);
    expect((await planner.history.steps())[0]).toContain('angret');
    await planner.history.goTo('Stabekk til 5 %');
    await expect.poll(() => planner.scores(), PATIENTLY).toEqual(changed);
  });
});

describe('a shared link', () => {
  it('carries the whole scenario, asks first, and a broken one changes nothing', async () => {
    await planner.setTownShare('Sandvika', 30);
    await expect.poll(() => planner.latestStep(), PATIENTLY).toBe('Sandvika til 30 %');
    const changed = await planner.scores();
    const link = await planner.showing.link();
    expect(link.length).toBeLessThan(8000);
    await planner.undo();
    await planner.showing.follow(link.slice(0, -40));
    await expect.poll(() => planner.showing.dialogText(), PATIENTLY).toContain('avkuttet');
    await planner.press('Escape');
    await planner.showing.follow(link);
    await expect.poll(() => planner.showing.question(), PATIENTLY).toBe('Noen har delt «Høy vekst» med deg');
    await planner.showing.answer('Åpne som eget scenario');
    await expect.poll(() => planner.scores(), PATIENTLY).toEqual(changed);
    expect(await planner.canUndo()).toBe(false);
  });
});

describe('presenting', () => {
  it('shows both scores large, steps through the scenarios, and comes back where it was by the same key', async () => {
    const before = await planner.scores();
    await planner.press('v');
    const first = await planner.showing.presented();
    expect(first.name).toBe('Høy vekst');
    expect(Number(first.transit)).toBeCloseTo(before.transit, -0.5);
    // At eight metres a figure must fill a third of a degree: 5 cm on a screen two metres wide, 32 of 1280 pixels.
    expect(first.heightPixels).toBeGreaterThan(60);
    await planner.press('ArrowRight');
    await expect.poll(async () => (await planner.showing.presented()).name, PATIENTLY).not.toBe('Høy vekst');
    await planner.press('v');
    await expect.poll(() => planner.showing.isPresenting(), PATIENTLY).toBe(false);
    await expect.poll(() => planner.scores(), PATIENTLY).toEqual(before);
  });
});
