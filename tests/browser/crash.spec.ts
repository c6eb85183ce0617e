import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, inject, it, vi } from 'vitest';
import { startKillableBrowser } from './browser';
import { killOverAndOver } from './crashes';

/** How often; `npm run test:long` names a larger number. */
const KILLS = Number(process.env['SMABY_KILLS'] ?? 20);

describe('the browser process is killed at random moments', () => {
  it(
    `${KILLS} times: at most the last gesture is gone, and the store is never broken`,
    // A work lost once is lost: no second try.
    { retry: 0, timeout: KILLS * 45_000 },
    async () => {
      const seed = Number(process.env['SMABY_SEED'] ?? Date.now() % 1_000_000);
      console.log(`seed ${seed}`);
      const report = await killOverAndOver(inject('address'), KILLS, seed, (soFar) => {
        if (soFar.kills % 20 === 0 || soFar.kills === KILLS) console.log(JSON.stringify(soFar));
      });
      expect(report.kills).toBe(KILLS);
      expect(report.gestures).toBeGreaterThan(KILLS);
    },
  );
});

describe('after the browser went down', () => {
  it('the page is as it was left and says so; after closing as people do it says nothing', async () => {
    const profile = mkdtempSync(path.join(tmpdir(), 'smabymodellen-profile-'));
    try {
      for (const ending of ['kill', 'close'] as const) {
        const browser = await startKillableBrowser(profile, inject('address'));
        await browser.page.goto('./');
        await browser.page.getByRole('status').filter({ hasText: /^Kollektivnærhet \d/u }).waitFor({ state: 'attached' });
        const rate = browser.page.getByLabel('Boliger i året');
        await rate.fill(ending === 'kill' ? '510' : '520');
        await rate.press('Enter');
        // The mark of the visit follows the first change to the disk.
        await browser.page.waitForTimeout(1500);
        if (ending === 'close') {
          await browser.page.context().newPage();
          await browser.page.close({ runBeforeUnload: true });
          await vi.waitUntil(() => browser.page.isClosed());
        }
        await browser[ending]();

        const next = await startKillableBrowser(profile, inject('address'));
        await next.page.goto('./');
        await next.page.getByRole('status').filter({ hasText: /^Kollektivnærhet \d/u }).waitFor({ state: 'attached' });
        expect(await next.page.getByLabel('Boliger i året').inputValue()).toBe(ending === 'kill' ? '510' : '520');
        const notices = (await next.page.locator('.notices').textContent()) ?? '';
        expect(notices.includes('Du er tilbake der du slapp')).toBe(ending === 'kill');
        await next.close();
      }
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
