import { readFileSync, writeFileSync } from 'node:fs';
import { startBrowser, type StartedBrowser } from '../../browser/browser';
import { Planner } from '../../browser/planner';
import { serveBuild } from '../../browser/servedBuild';
import { machine, table } from '../report';
import { REPOSITORY } from '../../support/tool';
import { timeGestures, timeTable, type TimedGesture } from './gestures';
import { startRow, switchRow, undoRows } from './waits';

const HEADING = '## The page in a browser';
const STATE_MILLISECONDS = 16;

function gestureTable(rows: readonly TimedGesture[]): string {
  const lines = rows.map(([name, { tasks, longestMilliseconds, longTasks, inputToState }]) => {
    const reached = longTasks === 0 && inputToState.median <= STATE_MILLISECONDS;
    const numbers = [longestMilliseconds, inputToState.median, inputToState.p95].map((time) => time.toFixed(1));
    return `| ${[name, tasks, longTasks, ...numbers, reached ? 'reached' : 'not reached'].join(' | ')} |`;
  });
  return [
    '| with the pointer down | tasks | over 50 ms | longest ms | input → state, median ms | p95 ms | |',
    '|---|---:|---:|---:|---:|---:|---|',
    ...lines,
  ].join('\n');
}

async function measured(browser: StartedBrowser, address: string): Promise<string> {
  const planner = await Planner.arrive(browser, address, { pixelRatio: 0.5 });
  const gestures = await timeGestures(planner);
  const undo = await undoRows(planner);
  const opening = await switchRow(planner);
  const scrolling = await timeTable(planner, REPOSITORY);
  await planner.leave();
  const waits = table([...undo, opening, await startRow(address)]);
  return [
    `${HEADING}\n`,
    `Written by \`npm run bench -- page\`: the built page in Chromium, drawn in software. ${machine()}.`,
    'Tasks of the main thread, script, style and layout, by the time the thread itself ran: what it waits for a map drawn in software is not in it.',
    'To reach: no task over 50 ms while the pointer is down, and 16 ms from an input until the state has changed.\n',
    gestureTable([...gestures, scrolling]),
    '',
    waits,
  ].join('\n');
}

/** Measures the page in a browser, and puts what it finds last in the table of results. */
export async function measurePage(resultsFile: string): Promise<void> {
  const build = await serveBuild();
  const browser = await startBrowser();
  try {
    const section = await measured(browser, build.address);
    console.log(section);
    const [before = ''] = readFileSync(resultsFile, 'utf8').split(`\n${HEADING}`);
    writeFileSync(resultsFile, `${before.trimEnd()}\n\n${section}\n`);
  } finally {
    await browser.close();
    await build.close();
  }
}
