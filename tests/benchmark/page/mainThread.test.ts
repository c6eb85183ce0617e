import { describe, expect, it } from 'vitest';
import { gestureTimes, keyTimes } from './mainThread';

const MAIN = { pid: 1, tid: 1 };

/** An event of a thread; times in milliseconds, `ran` what the thread itself took. */
function event(name: string, start: number, length: number, ran: number, type?: string, thread = MAIN): object {
  const args = type === undefined ? {} : { args: { data: { type } } };
  return { name, ph: 'X', ...thread, ts: start * 1000, dur: length * 1000, tdur: ran * 1000, ...args };
}

const trace = (...traceEvents: object[]): string => JSON.stringify({ traceEvents });

const gesture = trace(
  event('RunTask', 0, 90, 90),
  event('RunTask', 100, 10, 8),
  event('EventDispatch', 101, 4, 4, 'pointerdown'),
  // A frame that waits for the drawing machine: long by the clock, short by its own time.
  event('RunTask', 120, 200, 30),
  event('RunTask', 330, 70, 60),
  event('EventDispatch', 331, 12, 12, 'pointermove'),
  // Part of the one before.
  event('EventDispatch', 332, 5, 5, 'input'),
  event('EventDispatch', 345, 2, 2, 'mousemove'),
  event('RunTask', 410, 10, 9),
  event('EventDispatch', 411, 6, 6, 'pointerup'),
  event('RunTask', 430, 300, 300),
  // Another thread, with less input.
  event('RunTask', 340, 400, 400, undefined, { pid: 1, tid: 2 }),
  event('EventDispatch', 340, 1, 1, 'pointermove', { pid: 1, tid: 2 }),
);

describe('a trace of a gesture', () => {
  it('counts the tasks of the main thread between down and up by the time the thread ran', () => {
    expect(gestureTimes(gesture)).toMatchObject({ tasks: 4, longestMilliseconds: 60, longTasks: 1 });
  });

  it('times inputs by their listeners, each once', () => {
    const { inputToState } = gestureTimes(gesture);
    expect(inputToState).toMatchObject({ runs: 3, minimum: 4, median: 6 });
    expect(inputToState.p95).toBeGreaterThan(12);
  });

  it('is refused where no pointer went down', () => {
    expect(() => gestureTimes(trace(event('RunTask', 0, 9, 9), event('EventDispatch', 1, 2, 2, 'pointermove')))).toThrow(/no pointerdown/u);
    expect(() => gestureTimes(trace())).toThrow(/no input/u);
  });
});

describe('a trace of keys', () => {
  it('times the whole task that each brought about', () => {
    const keys = trace(
      event('RunTask', 0, 20, 12),
      event('EventDispatch', 1, 3, 3, 'keydown'),
      event('RunTask', 30, 20, 14),
      event('EventDispatch', 31, 3, 3, 'keydown'),
      event('RunTask', 60, 99, 99),
      event('EventDispatch', 61, 3, 3, 'keyup'),
    );
    expect(keyTimes(keys)).toMatchObject({ runs: 2, minimum: 12, median: 13 });
  });
});
