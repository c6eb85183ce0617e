import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startBrowser, startVisit } from './browser';

let browser: Awaited<ReturnType<typeof startBrowser>>;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(() => browser.close());

describe('opening the page', () => {
  it('raises no error and asks no other host for anything', async () => {
    const visit = await startVisit(browser, { address: inject('address') });
    await visit.page.goto('./');
    await visit.page.locator('canvas').first().waitFor();
    await visit.page.waitForLoadState('networkidle');
    expect(visit.requests.length).toBeGreaterThan(0);
    expect(visit.problems).toEqual([]);
    await visit.close();
  });
});
