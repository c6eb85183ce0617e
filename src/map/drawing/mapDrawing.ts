import type { LonLat } from '../../core/geometry/shapes';
import type { DrawingListener, DrawingTask } from '../../state/drawingTask';
import type { ScreenPoint } from '../mapTypes';
import type { DrawingPad } from './drawingPad';

/** Drawing on the map, as its surroundings ask for it. */
export interface MapDrawing {
  readonly isBusy: () => boolean;
  /** Begins a task in place of the one at hand; what draws is fetched the first time. */
  readonly begin: (task: DrawingTask, listener: DrawingListener) => void;
  readonly clickAt: (point: ScreenPoint) => void;
  readonly moveTo: (point: ScreenPoint) => void;
  readonly removeVertex: () => void;
  readonly finish: () => void;
  readonly end: () => void;
  /** Marks a place where something is wrong; null takes the mark away. */
  readonly mark: (position: LonLat | null) => void;
}

/**
 * Drawing that fetches its pad when it is first wanted. What is asked for while it is on its way waits for it.
 * @param onFailure hears that it cannot be fetched
 */
export function createMapDrawing(
  fetchPad: () => Promise<DrawingPad>,
  mark: MapDrawing['mark'],
  onFailure: () => void,
): MapDrawing {
  let pad: DrawingPad | null = null;
  let coming = false;
  let wanted: { readonly task: DrawingTask; readonly listener: DrawingListener } | null = null;

  async function fetch(): Promise<void> {
    coming = true;
    try {
      pad = await fetchPad();
      if (wanted) pad.begin(wanted.task, wanted.listener);
    } catch {
      wanted = null;
      onFailure();
    } finally {
      coming = false;
    }
  }

  return {
    mark,
    isBusy: () => wanted !== null,
    begin: (task, listener) => {
      wanted = { task, listener };
      if (pad) pad.begin(task, listener);
      else if (!coming) void fetch();
    },
    clickAt: (point) => pad?.clickAt(point),
    moveTo: (point) => pad?.moveTo(point),
    removeVertex: () => pad?.removeVertex(),
    finish: () => pad?.finish(),
    end: () => {
      wanted = null;
      pad?.end();
    },
  };
}
