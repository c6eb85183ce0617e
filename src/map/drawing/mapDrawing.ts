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
  readonly removeVertex: () => boolean;
  readonly finish: () => void;
  readonly end: () => void;
  /** Marks a place where something is wrong; null takes the mark away. */
  readonly mark: (position: LonLat | null) => void;
}

export interface DrawingMeans {
  readonly fetchPad: () => Promise<DrawingPad>;
  readonly mark: MapDrawing['mark'];
  /** The map listens to a task from now on, or to none. */
  readonly onListening: (listens: boolean) => void;
  /** What draws cannot be fetched. */
  readonly onFailure: () => void;
}

/** Drawing that fetches its pad when it is first wanted. What is asked for while it is on its way waits for it. */
export function createMapDrawing({ fetchPad, mark, onListening, onFailure }: DrawingMeans): MapDrawing {
  let pad: DrawingPad | null = null;
  let coming = false;
  let wanted: { readonly task: DrawingTask; readonly listener: DrawingListener } | null = null;

  function begin(ready: DrawingPad, task: DrawingTask, listener: DrawingListener): void {
    ready.begin(task, listener);
    onListening(true);
  }

  async function fetch(): Promise<void> {
    coming = true;
    try {
      pad = await fetchPad();
      if (wanted) begin(pad, wanted.task, wanted.listener);
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
      if (pad) begin(pad, task, listener);
      else if (!coming) void fetch();
    },
    clickAt: (point) => pad?.clickAt(point),
    moveTo: (point) => pad?.moveTo(point),
    removeVertex: () => pad?.removeVertex() ?? false,
    finish: () => pad?.finish(),
    end: () => {
      wanted = null;
      pad?.end();
      onListening(false);
    },
  };
}
