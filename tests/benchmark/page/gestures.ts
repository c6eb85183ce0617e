import { setTimeout } from 'node:timers/promises';
import type { Planner } from '../../browser/planner';
import { awaitCalm, slowness } from '../pace';
import { gestureTimes, TRACE_CATEGORIES, type GestureTimes } from './mainThread';
import { scenarioWithDrawnAreas } from './manyAreas';

/** What a hand does with the pointer down. */
interface Gesture {
  readonly name: string;
  readonly prepare: (planner: Planner) => Promise<unknown>;
  readonly act: (planner: Planner) => Promise<void>;
  readonly tidy: (planner: Planner) => Promise<void>;
}

/** Areas drawn beside the place's own. */
const DRAWN_AREAS = 300;

/** Corners of an area in the open, pixels of the page; and where it is moved to, over a town. */
const WEST = 560;
const NORTH = 190;
const EAST = 650;
const SOUTH = 270;
const OVER_A_TOWN = [660, 320] as const;

/** A closed way round by hand, pixels of the page. */
const LOOP = Array.from({ length: 24 }, (_, index): readonly [x: number, y: number] => {
  const angle = (index / 24) * 2 * Math.PI;
  return [600 + 60 * Math.cos(angle), 330 + 45 * Math.sin(angle)];
});

/** Until the latest step of the history is this one. */
async function untilStep(planner: Planner, step: string): Promise<void> {
  while ((await planner.latestStep()) !== step) await setTimeout(50);
}

async function undoLatest(planner: Planner): Promise<void> {
  await planner.press('Escape');
  await planner.press('Escape');
  await planner.undo();
}

async function withAnArea(planner: Planner, tool: string): Promise<void> {
  await planner.drawing.takeTool('Rektangel');
  await planner.drawing.dragMap([WEST, NORTH], [EAST, SOUTH]);
  await untilStep(planner, 'Nytt felt 1 tegnet');
  await planner.press('Escape');
  await planner.drawing.takeTool(tool);
}

/** Lets go of the tool and takes back the change and the area it was made to. */
async function withoutTheArea(planner: Planner): Promise<void> {
  await undoLatest(planner);
  await planner.undo();
}

const GESTURES: readonly Gesture[] = [
  {
    name: 'a rectangle drawn over the areas of a town',
    prepare: (planner) => planner.drawing.takeTool('Rektangel'),
    act: (planner) => planner.drawing.dragMap([600, 270], [700, 300], [720, 370], [640, 340]),
    tidy: undoLatest,
  },
  {
    name: 'an area drawn by free hand over a town',
    prepare: (planner) => planner.drawing.takeTool('Frihånd'),
    act: (planner) => planner.drawing.dragMap(...LOOP),
    tidy: undoLatest,
  },
  {
    name: 'a vertex dragged over a town',
    prepare: (planner) => withAnArea(planner, 'Rediger omriss'),
    act: (planner) => planner.drawing.dragMap([EAST, SOUTH], [700, 300], OVER_A_TOWN),
    tidy: withoutTheArea,
  },
  {
    name: 'an area moved onto a town',
    prepare: (planner) => withAnArea(planner, 'Flytt'),
    act: (planner) => planner.drawing.dragMap([610, 230], [700, 280], OVER_A_TOWN),
    tidy: withoutTheArea,
  },
  {
    name: 'homes painted over a town',
    prepare: (planner) => planner.drawing.takeTool('Pensel'),
    act: (planner) => planner.drawing.dragMap([450, 440], [520, 440], [450, 460], [520, 480]),
    tidy: undoLatest,
  },
  {
    name: 'a town’s share',
    prepare: () => Promise.resolve(),
    act: (planner) => planner.speed.sweep('Andel til Sandvika'),
    tidy: (planner) => planner.undo(),
  },
  {
    name: 'the year',
    prepare: () => Promise.resolve(),
    act: (planner) => planner.speed.sweep(/^År/u),
    tidy: (planner) => planner.time.show('2035'),
  },
  {
    name: 'the divider between two that are compared',
    prepare: async (planner) => {
      await planner.comparing.compareOnMap('Spredt vekst');
      await planner.comparing.compareBy('Sveip');
    },
    act: (planner) => planner.speed.sweep(/^Skille mellom A/u),
    tidy: (planner) => planner.press('Escape'),
  },
];

/** A gesture is made this many times: what took long once may have been the machine, what takes long each time is the page. */
const ROUNDS = 3;
const PATIENCE_MILLISECONDS = 10_000;

/** Once through a gesture, and how slow the machine was before and after it. */
export interface Round extends GestureTimes {
  readonly slowness: number;
}

/** A gesture and how the main thread did each time it was made. */
export interface TimedGesture {
  readonly name: string;
  readonly rounds: readonly Round[];
}

async function roundsOf(name: string, round: () => Promise<GestureTimes>): Promise<TimedGesture> {
  const rounds: Round[] = [];
  for (let made = 0; made < ROUNDS; made += 1) {
    const before = awaitCalm(PATIENCE_MILLISECONDS);
    const times = await round();
    rounds.push({ ...times, slowness: Math.max(before, slowness()) });
  }
  console.log(`${name}: longest tasks ${rounds.map(({ longestMilliseconds }) => longestMilliseconds.toFixed(1)).join(', ')} ms`);
  return { name, rounds };
}

/** The table of all areas scrolled down and up, with so many areas that most are drawn by hand. */
export async function timeTable(planner: Planner, repository: string): Promise<TimedGesture> {
  const { text, areas } = scenarioWithDrawnAreas(repository, DRAWN_AREAS);
  await planner.openFile('mange-felt.json', text);
  while ((await planner.scenarioName()) !== 'Mange felt') await setTimeout(50);
  await planner.table.toggle();
  await planner.table.lines();
  const timed = await roundsOf(`the table of ${areas} areas scrolled through`, async () =>
    gestureTimes(await planner.speed.trace(TRACE_CATEGORIES, () => planner.table.scrollThrough()), 'scroll', 'scroll'),
  );
  await planner.table.toggle();
  return timed;
}

/** How the main thread did while a hand was at work, by gesture. */
export async function timeGestures(planner: Planner): Promise<readonly TimedGesture[]> {
  const timed: TimedGesture[] = [];
  for (const { name, prepare, act, tidy } of GESTURES) {
    timed.push(
      await roundsOf(name, async () => {
        await prepare(planner);
        const trace = await planner.speed.trace(TRACE_CATEGORIES, () => act(planner));
        await tidy(planner);
        return gestureTimes(trace);
      }),
    );
  }
  return timed;
}
