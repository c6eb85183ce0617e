import type { DrawingListener, DrawingTask } from '../../state/drawingTask';
import type { ScreenPoint } from '../mapTypes';

/** Where a hand draws on the map, whatever library does the drawing. One task at a time. */
export interface DrawingPad {
  /** Begins a task in place of the one at hand. It goes on until `end` or the next `begin`. */
  readonly begin: (task: DrawingTask, listener: DrawingListener) => void;
  /**
   * Does what a click does, under the keyboard's cursor: puts a vertex in, closes the shape on its last or first, takes hold of
   * what is edited or moved, or lets go of it.
   */
  readonly clickAt: (point: ScreenPoint) => void;
  /** The keyboard's cursor is here now. */
  readonly moveTo: (point: ScreenPoint) => void;
  /** Takes out the latest vertex, or the one that is picked; whether there was one. */
  readonly removeVertex: () => boolean;
  /** Closes the shape at hand, where it has vertices enough. */
  readonly finish: () => void;
  /** Away with the task and what was drawn. */
  readonly end: () => void;
}
