import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startKillableBrowser } from '../../browser/browser';
import { LibraryTools } from '../../browser/libraryTools';
import type { Planner } from '../../browser/planner';
import { SpeedTools } from '../../browser/speedTools';
import { measureTold, type Row } from '../measure';
import { keyTimes, TRACE_CATEGORIES } from './mainThread';

const FRAME_MILLISECONDS = 16;
const SWITCH_MILLISECONDS = 100;
const START_MILLISECONDS = 2000;
const SAVED_SCENARIOS = 20;
const STEPS = 12;
const STARTS = 5;
const SWITCHES = 6;
const SWITCHED_BETWEEN = ['Fornebu først', 'Spredt vekst', 'Høy vekst'] as const;

/** Undo and redo by key: the whole task each, with the panels. The shares are changed and left as they were. */
export async function undoRows(planner: Planner): Promise<readonly Row[]> {
  for (let step = 0; step < STEPS; step += 1) await planner.setTownShare('Sandvika', 10 + step);
  const timing = async (key: string): Promise<Row['timing']> => {
    // Held from before: its own way down is no step.
    await planner.holdKey('Control');
    const trace = await planner.speed.trace(TRACE_CATEGORIES, async () => {
      for (let step = 0; step < STEPS; step += 1) await planner.press(key);
    });
    await planner.releaseKey('Control');
    return keyTimes(trace);
  };
  return [
    { name: 'Undo by key, panels and all', target: FRAME_MILLISECONDS, timing: await timing('z') },
    { name: 'Redo by key, panels and all', target: FRAME_MILLISECONDS, timing: await timing('y') },
  ];
}

/** From one scenario of the menu to another and back, by the clock, until the scores are on the page. */
export async function switchRow(planner: Planner): Promise<Row> {
  const timing = await measureTold(SWITCHES, (run) => planner.speed.toScoresOf(SWITCHED_BETWEEN[run % SWITCHED_BETWEEN.length]!));
  return { name: 'Another scenario opened → its scores on the page, by the clock', target: SWITCH_MILLISECONDS, timing };
}

/**
 * The page opened where many scenarios are kept, by the clock, until both scores stand and the shares can be dragged. The map
 * is not drawn, nor anything by a graphics process: without a graphics card it would take the processor from all else.
 */
export async function startRow(address: string): Promise<Row> {
  const profile = mkdtempSync(path.join(tmpdir(), 'smabymodellen-start-'));
  const browser = await startKillableBrowser(profile, address);
  try {
    const { page } = browser;
    const speed = new SpeedTools(page);
    await speed.watchStarts();
    await page.goto('./');
    await speed.startTook();
    const library = new LibraryTools(page);
    await library.openByKey();
    for (let copy = 0; copy < SAVED_SCENARIOS; copy += 1) {
      await library.choose('Høy vekst');
      await library.press('Lag en kopi');
      await library.has(copy === 0 ? 'Høy vekst (kopi)' : `Høy vekst (kopi) ${copy + 1}`);
    }
    const timing = await measureTold(STARTS, async () => {
      await page.reload();
      return speed.startTook();
    });
    return { name: `Start with ${SAVED_SCENARIOS} saved scenarios → usable, by the clock, map not drawn`, target: START_MILLISECONDS, timing };
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
