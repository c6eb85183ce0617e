import type { Scenario } from '../domain/scenario';
import { applyMoment, squashMoments, type Moment } from './moment';

/** A moment that has been applied, with what takes it back. */
export interface HistoryEntry {
  readonly forward: Moment;
  readonly reverse: Moment;
}

/** What can be undone (oldest first) and what can be redone (next first). */
export interface History {
  readonly past: readonly HistoryEntry[];
  readonly future: readonly HistoryEntry[];
}

export interface Tracked {
  readonly scenario: Scenario;
  readonly history: History;
}

export const EMPTY_HISTORY: History = { past: [], future: [] };

/** Applies a moment and remembers how to take it back; what could be redone is gone. */
export function record(tracked: Tracked, moment: Moment): Tracked {
  const { scenario, reverse } = applyMoment(tracked.scenario, moment);
  return {
    scenario,
    history: { past: [...tracked.history.past, { forward: moment, reverse }], future: [] },
  };
}

/** As `record`, but makes one entry of this moment and the latest: the moments of one gesture are one step back. */
export function recordContinuing(tracked: Tracked, moment: Moment): Tracked {
  const latest = tracked.history.past.at(-1);
  if (!latest) return record(tracked, moment);
  const { scenario, reverse } = applyMoment(tracked.scenario, moment);
  const entry: HistoryEntry = {
    forward: squashMoments(latest.forward, moment),
    reverse: { ...squashMoments(reverse, latest.reverse), note: moment.note },
  };
  return { scenario, history: { past: [...tracked.history.past.slice(0, -1), entry], future: [] } };
}

/** One step back; the same value when there is none. */
export function undo(tracked: Tracked): Tracked {
  const entry = tracked.history.past.at(-1);
  if (!entry) return tracked;
  return {
    scenario: applyMoment(tracked.scenario, entry.reverse).scenario,
    history: { past: tracked.history.past.slice(0, -1), future: [entry, ...tracked.history.future] },
  };
}

/** One step forward again; the same value when there is none. */
export function redo(tracked: Tracked): Tracked {
  const [entry, ...rest] = tracked.history.future;
  if (!entry) return tracked;
  return {
    scenario: applyMoment(tracked.scenario, entry.forward).scenario,
    history: { past: [...tracked.history.past, entry], future: rest },
  };
}

/** So many steps forward, or back where negative; as far as there are any. */
export function travel(tracked: Tracked, steps: number): Tracked {
  let at = tracked;
  for (let taken = 0; taken < Math.abs(steps); taken += 1) {
    const next = steps < 0 ? undo(at) : redo(at);
    if (next === at) break;
    at = next;
  }
  return at;
}
