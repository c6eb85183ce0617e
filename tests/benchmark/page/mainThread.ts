import { z } from 'zod';
import { timingOf, type Timing } from '../measure';

/*
 * What a trace of the browser tells of the page's main thread. All times are the thread's own: waiting for a map that is
 * drawn in software, or for a machine that has other work, is not in them.
 */

const traceEvent = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  /** Microseconds. */
  ts: z.number().default(0),
  dur: z.number().default(0),
  /** Microseconds that the thread ran. */
  tdur: z.number().optional(),
  args: z.looseObject({ name: z.string().optional(), data: z.looseObject({ type: z.string().optional() }).optional() }).optional(),
});

type TraceEvent = z.infer<typeof traceEvent>;

const traceFile = z.object({ traceEvents: z.array(traceEvent) });

/** Kinds of events that this is read from, as the browser's tracing calls them. */
export const TRACE_CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] as const;

const TASK = 'RunTask';
const LONG_TASK_MILLISECONDS = 50;

/** What a hand does that changes something. */
const INPUTS: ReadonlySet<string> = new Set(['pointerdown', 'pointermove', 'pointerup', 'mousedown', 'mousemove', 'mouseup', 'click', 'input', 'change', 'keydown', 'keyup', 'scroll']);

/** A piece of work of the main thread. */
interface Task {
  readonly start: number;
  readonly end: number;
  readonly milliseconds: number;
  /** What the listeners of inputs took of it; null where it brought no input. */
  readonly inputMilliseconds: number | null;
}

/** The main thread while a gesture went on. */
export interface GestureTimes {
  readonly tasks: number;
  readonly longestMilliseconds: number;
  readonly longTasks: number;
  /** From an input's arrival until its listeners have returned, by when the state has changed. */
  readonly inputToState: Timing;
}

function milliseconds({ dur, tdur }: TraceEvent): number {
  return (tdur ?? dur) / 1000;
}

function typeOf({ args }: TraceEvent): string {
  return args?.data?.type ?? '';
}

/** Events of the thread that input goes to. Throws where the trace has none. */
function mainThreadEvents(trace: string): readonly TraceEvent[] {
  const { traceEvents } = traceFile.parse(JSON.parse(trace));
  const counts = new Map<string, number>();
  for (const event of traceEvents) {
    if (event.name !== 'EventDispatch') continue;
    const thread = `${event.pid} ${event.tid}`;
    counts.set(thread, (counts.get(thread) ?? 0) + 1);
  }
  const [busiest] = [...counts].toSorted(([, one], [, other]) => other - one);
  if (!busiest) throw new Error('The trace holds no input.');
  return traceEvents.filter(({ ph, pid, tid }) => ph === 'X' && `${pid} ${tid}` === busiest[0]).toSorted((one, other) => one.ts - other.ts);
}

/** The inputs among events that lie in one another: one within another is counted with that. */
function outermostInputs(events: readonly TraceEvent[]): readonly TraceEvent[] {
  let end = -Infinity;
  return events.filter((event) => {
    if (event.name !== 'EventDispatch' || !INPUTS.has(typeOf(event)) || event.ts < end) return false;
    end = event.ts + event.dur;
    return true;
  });
}

function tasksOf(events: readonly TraceEvent[]): readonly Task[] {
  const inputs = outermostInputs(events);
  return events
    .filter(({ name }) => name === TASK)
    .map((task) => {
      const [start, end] = [task.ts, task.ts + task.dur];
      const brought = inputs.filter(({ ts }) => ts >= start && ts < end);
      const taken = brought.reduce((sum, input) => sum + milliseconds(input), 0);
      return { start, end, milliseconds: milliseconds(task), inputMilliseconds: brought.length === 0 ? null : taken };
    });
}

/**
 * The main thread from the first event of a kind to the last of another, in a trace as JSON: from when the pointer went down
 * until it came up unless said otherwise. Throws where the trace holds no such events.
 */
export function gestureTimes(trace: string, from = 'pointerdown', to = 'pointerup'): GestureTimes {
  const events = mainThreadEvents(trace);
  const dispatched = events.filter(({ name }) => name === 'EventDispatch');
  const down = dispatched.find((event) => typeOf(event) === from);
  const up = dispatched.findLast((event) => typeOf(event) === to);
  if (!down || !up) throw new Error(`The trace holds no ${from} and ${to}.`);
  const tasks = tasksOf(events).filter(({ start, end }) => end > down.ts && start < up.ts + up.dur);
  return {
    tasks: tasks.length,
    longestMilliseconds: Math.max(...tasks.map((task) => task.milliseconds)),
    longTasks: tasks.filter((task) => task.milliseconds > LONG_TASK_MILLISECONDS).length,
    inputToState: timingOf(tasks.flatMap(({ inputMilliseconds }) => inputMilliseconds ?? [])),
  };
}

/** The whole tasks that a key's way down brought about, panels and all, in a trace as JSON. */
export function keyTimes(trace: string): Timing {
  const events = mainThreadEvents(trace);
  const presses = events.filter((event) => event.name === 'EventDispatch' && typeOf(event) === 'keydown');
  const tasks = tasksOf(events);
  return timingOf(presses.flatMap(({ ts }) => tasks.find(({ start, end }) => ts >= start && ts < end)?.milliseconds ?? []));
}
