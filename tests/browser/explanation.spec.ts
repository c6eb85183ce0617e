import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { startBrowser, type StartedBrowser } from './browser';
import { Planner } from './planner';
import { shownNumber } from './shownText';

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

describe('where a number comes from', () => {
  it('shows the formula with the number in, rows that sum to it, and gives the focus back', async () => {
    const { transit } = await planner.scores();
    await planner.explanations.explain('Kollektivnærhet');
    const explanation = await planner.explanations.explanation();
    expect(explanation.number).toBe(transit);
    expect(explanation.formula).toMatch(/^T = 100 · /u);
    expect(shownNumber(explanation.formula.split('=').at(-1) ?? '')).toBeCloseTo(transit, 1);
    expect(explanation.rows.length).toBeGreaterThanOrEqual(5);
    expect(explanation.isSummed).toContain(true);
    for (const [column, total] of explanation.sums.entries()) {
      if (!explanation.isSummed[column]) continue;
      const sum = explanation.rows.reduce((whole, row) => whole + (row[column] ?? 0), 0);
      // Every row is rounded as it is shown.
      expect(Math.abs(sum - total)).toBeLessThanOrEqual(0.05 * explanation.rows.length + 0.05);
    }
    await planner.press('Escape');
    await expect.poll(() => planner.explanations.isExplaining(), PATIENTLY).toBe(false);
    expect(await planner.focusedName()).toMatch(/^Kollektivnærhet .* Hvor kommer tallet fra\?$/u);
  });

  it('follows the scenario', async () => {
    await planner.explanations.explain('Kollektivnærhet');
    const before = (await planner.explanations.explanation()).number;
    await planner.setTownShare('Fornebu/Lysaker', 80);
    await expect.poll(async () => (await planner.explanations.explanation()).number, PATIENTLY).toBeGreaterThan(before);
  });

  it('leads on from the score to a part, and to its page of the method', async () => {
    await planner.explanations.explain('Blågrønt grep');
    await planner.explanations.explainPart('B1');
    await expect.poll(() => planner.explanations.explainedTitle(), PATIENTLY).toMatch(/dyrka mark/iu);
    await planner.explanations.openMethodPage();
    await expect.poll(() => planner.dialog(), PATIENTLY).toMatch(/Dyrka mark.*B1 = /u);
  });
});

describe('the range of a score', () => {
  it('comes when the numbers stand still, holds the score, and goes when the scenario changes', async () => {
    await expect.poll(() => planner.range('transit'), PATIENTLY).toMatch(/^\d+–\d+ \(5–95 % av 1.000 trekninger, frø 1\)$/u);
    const { transit } = await planner.scores();
    const [low = NaN, high = NaN] = ((await planner.range('transit')) ?? '').split('–').map(shownNumber);
    expect(low).toBeLessThan(high);
    expect(transit).toBeGreaterThanOrEqual(low - 0.5);
    expect(transit).toBeLessThanOrEqual(high + 0.5);
    await planner.dragTownShare('Fornebu/Lysaker', 75, async () => {
      expect(await planner.range('transit')).toBeNull();
    });
    await expect.poll(() => planner.range('transit'), PATIENTLY).toMatch(/^\d+–\d+/u);
  });
});

describe('a walking network', () => {
  it('is walked along from when it is loaded to when it is taken away; a broken file changes nothing', async () => {
    const before = await planner.scores();
    expect(await planner.loadWalkingNetwork('ødelagt.geojson', '{')).toContain('«ødelagt.geojson» er ikke gyldig JSON');
    expect(await planner.scores()).toEqual(before);
    // A comb of streets over the municipality, with long ways round between its teeth: 31 tips and 29 crossings.
    const teeth = Array.from({ length: 31 }, (_, tooth) => {
      const longitude = 10.4 + tooth * 0.01;
      return [
        [longitude, 59.95],
        [longitude, 59.84],
      ];
    });
    const comb = [...teeth, teeth.map(([top]) => top)];
    const said = await planner.loadWalkingNetwork(
      'kam.geojson',
      JSON.stringify({
        type: 'FeatureCollection',
        features: comb.map((coordinates) => ({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } })),
      }),
    );
    expect(said).toMatch(/kam\.geojson.*60 knutepunkter/u);
    await expect.poll(async () => (await planner.scores()).transit, PATIENTLY).not.toBe(before.transit);
    await planner.removeWalkingNetwork();
    await expect.poll(() => planner.scores(), PATIENTLY).toEqual(before);
  });

  it('explains today, and the conflicts of a kind', async () => {
    const today = await planner.explanations.explainToday();
    await expect.poll(() => planner.explanations.explainedTitle(), PATIENTLY).toMatch(/kollektivnærhet · i dag/iu);
    expect((await planner.explanations.explanation()).number).toBeCloseTo(today, 1);
    await planner.press('Escape');
    await planner.explanations.explainConflict('Strandsonen');
    await expect.poll(() => planner.explanations.explainedTitle(), PATIENTLY).toMatch(/konflikt: strandsonen/iu);
    const { number, sums } = await planner.explanations.explanation();
    // The number is rounded as it is told, its sum as the column is.
    expect(Math.abs((sums.at(-1) ?? Number.NaN) - number)).toBeLessThan(0.6);
  });
});
