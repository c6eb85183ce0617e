import type { DrawingListener, DrawingTask } from '../../state/drawingTask';
import type { ScreenPoint } from '../mapTypes';

/** Where a hand draws on the map, whatever library does the drawing. One task at a time. */
export interface DrawingPad {
  /** Begins a task in place of the one at hand. It goes on until `end` or the next `begin`. */
  readonly begin: (task: DrawingTask, listener: DrawingListener) => void;
  /** Puts the vertex under the keyboard's cursor in; on the last or the first vertex, that closes the shape. */
  readonly clickAt: (point: ScreenPoint) => void;
  /** The keyboard's cursor is here now. */
  readonly moveTo: (point: ScreenPoint) => void;
  readonly removeVertex: () => void;
  /** Closes the shape at hand, where it has vertices enough. */
  readonly finish: () => void;
  /** Away with the task and what was drawn. */
  readonly end: () => void;
}
