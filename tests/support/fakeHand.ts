import type { LonLat } from '../../src/core/geometry/shapes';
import type { DrawingHand } from '../../src/state/drawingStore';
import type { DrawingListener, DrawingTask, DrawnShape } from '../../src/state/drawingTask';

/** A hand that draws what a test tells it to, in place of a map with a pointer over it. */
export class FakeHand implements DrawingHand {
  task: DrawingTask | null = null;
  /** What was asked of it, in order. */
  readonly asked: string[] = [];
  marked: LonLat | null = null;
  private listener: DrawingListener | null = null;

  readonly begin = (task: DrawingTask, listener: DrawingListener): void => {
    this.asked.push(`begin ${task.kind}`);
    this.task = task;
    this.listener = listener;
  };

  /** Whether there is a vertex to take out. */
  hasVertex = true;

  readonly removeVertex = (): boolean => {
    this.asked.push('removeVertex');
    return this.hasVertex;
  };

  readonly mark = (position: LonLat | null): void => {
    this.marked = position;
  };

  readonly finish = (): void => {
    this.asked.push('finish');
  };

  readonly end = (): void => {
    this.asked.push('end');
    this.task = null;
    this.listener = null;
  };

  /** The pointer is under way. */
  shows(shape: DrawnShape | null): void {
    this.listener?.onShape(shape);
  }

  /** The gesture is done. */
  draws(shape: DrawnShape): void {
    this.listener?.onShape(shape);
    this.listener?.onDone(shape);
  }
}
