import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startKillableBrowser, type KillableBrowser, type Page } from './browser';

/*
 * People edit, the browser's process is killed at a random moment, and the page is opened again on the same profile, over and
 * over. What was done is known out here: the page is asked how it looks after every gesture.
 */

/** What tells one state of the work from another, as the page shows it. */
interface Shown {
  readonly scenario: string;
  readonly dwellingsPerYear: string;
  readonly shares: readonly string[];
  /** The latest step. */
  readonly undo: string;
}

interface Gesture {
  readonly name: string;
  readonly carryOut: (page: Page, random: () => number) => Promise<void>;
}

/** What came of a row of kills. */
export interface CrashReport {
  readonly kills: number;
  readonly gestures: number;
  /** Kills after which all gestures were there. */
  readonly nothingGone: number;
  /** Kills after which the last gesture was gone, wholly or in part. */
  readonly lastGone: number;
  readonly seconds: number;
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const sliders = (page: Page) => page.getByRole('slider', { name: /^Andel til / });

const GESTURES: readonly Gesture[] = [
  {
    name: 'drag a share',
    async carryOut(page, random) {
      const box = await sliders(page).nth(Math.floor(random() * 5)).boundingBox();
      if (!box) return;
      const y = box.y + box.height / 2;
      await page.mouse.move(box.x + box.width * random(), y);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * random(), y, { steps: 6 });
      await page.mouse.up();
    },
  },
  {
    name: 'nudge a share',
    async carryOut(page, random) {
      await sliders(page).nth(Math.floor(random() * 5)).press(random() < 0.5 ? 'ArrowRight' : 'PageDown');
    },
  },
  {
    name: 'write a rate',
    async carryOut(page, random) {
      const field = page.getByLabel('Boliger i året');
      await field.fill(String(100 + Math.floor(random() * 800)));
      await field.press('Enter');
    },
  },
  { name: 'undo', carryOut: (page) => page.keyboard.press('Control+z') },
  { name: 'redo', carryOut: (page) => page.keyboard.press('Control+y') },
  {
    name: 'copy',
    async carryOut(page, random) {
      // Now and then: the copies pile up.
      if (random() > 0.15) return;
      await page.getByRole('button', { name: /^Scenario: / }).click();
      await page.getByRole('button', { name: 'Lag en kopi', exact: true }).click();
    },
  },
];

function shown(page: Page): Promise<Shown> {
  return page.evaluate(() => {
    const value = (selector: string): string[] =>
      Array.from(document.querySelectorAll<HTMLInputElement>(selector), (input) => input.value);
    const rate = Array.from(document.querySelectorAll('label')).find((label) => label.textContent === 'Boliger i året');
    return {
      scenario: document.querySelector('.bar-scenario-name')?.textContent ?? '',
      dwellingsPerYear: rate?.control instanceof HTMLInputElement ? rate.control.value : '',
      shares: value('input[type="range"][aria-label^="Andel til "]'),
      undo: document.querySelector('button[aria-label="Angre"]')?.getAttribute('title') ?? '',
    };
  });
}

const isSame = (one: Shown, other: Shown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What in the store does not fit together: steps and outlines that are spoken of and not there, or there and not spoken of. */
function storeFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('no answer')));
      });
    const database = await settled(indexedDB.open('smabymodellen'));
    const transaction = database.transaction(['works', 'entries', 'grounds', 'summaries']);
    const keysOf = (store: string): Promise<IDBValidKey[]> => settled(transaction.objectStore(store).getAllKeys());
    const works = (await settled(transaction.objectStore('works').getAll())) as {
      id: string;
      steps: number;
      cursor: number;
      scenario: { areas: { grounds: Int32Array } };
    }[];
    const [entries, grounds, summaries] = await Promise.all([keysOf('entries'), keysOf('grounds'), keysOf('summaries')]);
    database.close();
    const numbers = (keys: IDBValidKey[], id: string): number[] =>
      (keys as [string, number][]).filter(([work]) => work === id).map(([, number]) => number);
    return works.flatMap(({ id, steps, cursor, scenario }) => {
      const known = new Set(numbers(grounds, id));
      const faults: string[] = [];
      if (numbers(entries, id).length !== steps) faults.push(`${id}: ${steps} steps, ${numbers(entries, id).length} stored`);
      if (cursor > steps) faults.push(`${id}: at step ${cursor} of ${steps}`);
      if (scenario.areas.grounds.some((ground) => !known.has(ground))) faults.push(`${id}: an outline is missing`);
      if (!summaries.includes(id)) faults.push(`${id}: not listed`);
      return faults;
    });
  });
}

/** Opens the page and waits until it can be worked on: edits need the first numbers. */
async function arrive({ page }: KillableBrowser): Promise<void> {
  await page.goto('./');
  await sliders(page).first().waitFor();
  await page.getByRole('status').filter({ hasText: /^Kollektivnærhet \d/u }).waitFor({ state: 'attached' });
}

/** What was done until the kill: how it looked before the first gesture and after each, and the one under way. */
interface Done {
  readonly states: readonly Shown[];
  readonly underWay: string | null;
}

/** Carries out so many gestures and goes on until the browser is gone, some time after. */
async function editUntilKilled(
  browser: KillableBrowser,
  random: () => number,
  gestures: number,
  milliseconds: number,
): Promise<Done> {
  const { page } = browser;
  const states = [await shown(page)];
  let underWay: string | null = null;
  const end = { hasCome: false };
  let killed: Promise<void> | null = null;
  const killLater = (): Promise<void> =>
    new Promise((resolve, reject) => {
      setTimeout(() => {
        end.hasCome = true;
        browser.kill().then(resolve, reject);
      }, milliseconds);
    });
  try {
    while (!end.hasCome) {
      if (states.length > gestures) killed ??= killLater();
      const gesture = GESTURES[Math.floor(random() * GESTURES.length)];
      underWay = gesture?.name ?? null;
      await gesture?.carryOut(page, random);
      states.push(await shown(page));
      underWay = null;
      // No hand is faster.
      await page.waitForTimeout(30 + random() * 90);
    }
  } catch (problem) {
    if (!end.hasCome) throw problem;
  }
  await killed;
  return { states, underWay };
}

/**
 * Holds what came back against what was done.
 * @returns whether all of it is there; throws when more than the last gesture is gone
 */
async function compare(page: Page, { states, underWay }: Done): Promise<boolean> {
  const found = await shown(page);
  const [last, before] = [states.at(-1), states.at(-2)];
  const after = underWay === null ? last : undefined;
  if (after && isSame(found, after)) return true;
  const kept = underWay === null ? before : last;
  if (kept && isSame(found, kept)) return false;
  // What there is of the gesture under way is one step, and the step the other way is what was before.
  const [way, other] = underWay === 'undo' ? ['Control+y', 'Control+z'] : ['Control+z', 'Control+y'];
  await page.keyboard.press(way);
  const back = await shown(page);
  await page.keyboard.press(other);
  if (underWay !== null && kept && isSame(back, kept)) return false;
  const isCopied = underWay === 'copy' && found.scenario !== kept?.scenario && isSame({ ...found, scenario: '', undo: '' }, { ...kept, scenario: '', undo: '' } as Shown);
  if (isCopied) return false;
  throw new Error(
    `More than the last gesture (${underWay ?? 'none under way'}) is gone.\nFound: ${JSON.stringify(found)}\nOne step back: ${JSON.stringify(back)}\nDone: ${states.map((state) => JSON.stringify(state)).join('\n')}`,
  );
}

/**
 * Kills the browser `kills` times while it is worked in, at random moments on one and the same profile.
 * @throws when a store is broken, or more than the last gesture is gone
 */
export async function killOverAndOver(
  address: string,
  kills: number,
  seed: number,
  onKill: (report: CrashReport) => void = () => undefined,
): Promise<CrashReport> {
  const random = randomFrom(seed);
  const profile = mkdtempSync(path.join(tmpdir(), 'smabymodellen-profile-'));
  const started = performance.now();
  let gestures = 0;
  let nothingGone = 0;
  let done: Done | null = null;
  const report = (soFar: number): CrashReport => ({
    kills: soFar,
    gestures,
    nothingGone,
    lastGone: soFar - nothingGone,
    seconds: Math.round((performance.now() - started) / 1000),
  });
  try {
    for (let kill = 0; kill <= kills; kill += 1) {
      const browser = await startKillableBrowser(profile, address);
      await arrive(browser);
      const faults = await storeFaults(browser.page);
      if (faults.length > 0) throw new Error(`Kill ${kill}: ${faults.join('; ')}`);
      const notices = (await browser.page.locator('.notice.is-problem').allTextContents()).filter((text) => !/WebGL|kart/iu.test(text));
      if (notices.length > 0) throw new Error(`Kill ${kill}: the page says ${notices.join(' ')}`);
      if (done && (await compare(browser.page, done))) nothingGone += 1;
      onKill(report(kill));
      if (kill === kills) {
        await browser.close();
        break;
      }
      done = await editUntilKilled(browser, random, 2 + Math.floor(random() * 5), random() * 400);
      gestures += done.states.length - 1;
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return report(kills);
}
