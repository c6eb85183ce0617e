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
const TASK_MILLISECONDS = 50;

const inRounds = (values: readonly number[], digits: number): string => values.map((value) => value.toFixed(digits)).join(' · ');

/** The middle one of an odd number of values. */
function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[(values.length - 1) / 2] ?? Number.NaN;
}

function gestureTable(gestures: readonly TimedGesture[]): string {
  const lines = gestures.map(({ name, rounds }) => {
    const longest = rounds.map(({ longestMilliseconds }) => longestMilliseconds);
    const toState = rounds.map(({ inputToState }) => inputToState.median);
    const reached = middle(longest) <= TASK_MILLISECONDS && middle(toState) <= STATE_MILLISECONDS;
    const tasks = rounds.reduce((sum, round) => sum + round.tasks, 0);
    const long = rounds.reduce((sum, round) => sum + round.longTasks, 0);
    return `| ${[name, tasks, long, inRounds(longest, 1), inRounds(toState, 1), inRounds(rounds.map((round) => round.slowness), 2), reached ? 'reached' : 'not reached'].join(' | ')} |`;
  });
  return [
    '| with the pointer down | tasks | over 50 ms | longest, by round, ms | input → state, median of each round, ms | machine | |',
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
    'To reach: no task over 50 ms while the pointer is down, and 16 ms from an input until the state has changed, in the middle one of three rounds.\n',
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
