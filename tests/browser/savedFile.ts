import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** A file that the page has handed out. */
export interface SavedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** What the page hands out when something is done there. */
export async function savedBy(page: Page, act: () => Promise<void>): Promise<SavedFile> {
  const [saved] = await Promise.all([page.waitForEvent('download', { timeout: 240_000 }), act()]);
  return { name: saved.suggestedFilename(), content: readFileSync(await saved.path()) };
}
