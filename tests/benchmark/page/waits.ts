import type { StartedBrowser } from '../../browser/browser';
import { Planner } from '../../browser/planner';
import { timingOf, type Row } from '../measure';
import { keyTimes, TRACE_CATEGORIES } from './mainThread';

const FRAME_MILLISECONDS = 16;
const SWITCH_MILLISECONDS = 100;
const START_MILLISECONDS = 2000;
const SAVED_SCENARIOS = 20;
const STEPS = 12;
const STARTS = 5;

/** Undo and redo by key: the whole task each, with the panels. The shares are changed and left as they were. */
export async function undoRows(planner: Planner): Promise<readonly Row[]> {
  for (let step = 0; step < STEPS; step += 1) await planner.setTownShare('Sandvika', 10 + step);
  const timing = async (key: string): Promise<Row['timing']> =>
    keyTimes(
      await planner.speed.trace(TRACE_CATEGORIES, async () => {
        for (let step = 0; step < STEPS; step += 1) await planner.press(key);
      }),
    );
  return [
    { name: 'Undo by key, panels and all', target: FRAME_MILLISECONDS, timing: await timing('Control+z') },
    { name: 'Redo by key, panels and all', target: FRAME_MILLISECONDS, timing: await timing('Control+Shift+z') },
  ];
}

/** From one scenario of the menu to another and back, by the clock, until the scores are on the page. */
export async function switchRow(planner: Planner): Promise<Row> {
  const times: number[] = [];
  for (const name of ['Fornebu først', 'Spredt vekst', 'Høy vekst', 'Fornebu først', 'Spredt vekst', 'Høy vekst']) {
    times.push(await planner.speed.toScoresOf(name));
  }
  return { name: 'Another scenario opened → its scores on the page, by the clock', target: SWITCH_MILLISECONDS, timing: timingOf(times) };
}

/** The page opened where many scenarios are kept, by the clock, until both scores stand and the shares can be dragged. */
export async function startRow(browser: StartedBrowser, address: string): Promise<Row> {
  const planner = await Planner.arrive(browser, address, { pixelRatio: 0.25 });
  await planner.library.openByKey();
  for (let copy = 0; copy < SAVED_SCENARIOS; copy += 1) {
    await planner.library.choose('Høy vekst');
    await planner.library.press('Lag en kopi');
    await planner.library.has(copy === 0 ? 'Høy vekst (kopi)' : `Høy vekst (kopi) ${copy + 1}`);
  }
  await planner.library.close();
  await planner.speed.watchStarts();
  const times: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    await planner.reload();
    times.push(await planner.speed.startTook());
  }
  await planner.leave();
  return { name: `Start with ${SAVED_SCENARIOS} saved scenarios → usable, by the clock`, target: START_MILLISECONDS, timing: timingOf(times) };
}
