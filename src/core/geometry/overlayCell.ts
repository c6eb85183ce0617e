import type { Axis } from './edgeSplitting';
import type { PlanarBounds } from './shapes';
import type { WindingChanges } from './windingChanges';

/** The rectangle of a node of an overlay tree on the way down to it, and the state at its lower left corner. */
export class OverlayCell implements PlanarBounds {
  minX = Number.NaN;
  minY = Number.NaN;
  maxX = Number.NaN;
  maxY = Number.NaN;
  readonly state: Int32Array;

  constructor(state: Int32Array) {
    this.state = state;
  }

  /** Takes the rectangle of another. */
  cover({ minX, minY, maxX, maxY }: PlanarBounds): void {
    this.minX = minX;
    this.minY = minY;
    this.maxX = maxX;
    this.maxY = maxY;
  }

  /** Takes the rectangle and the state of another. */
  copy(other: OverlayCell): void {
    this.cover(other);
    for (let index = 0; index < this.state.length; index += 1) this.state[index] = other.state[index]!;
  }

  /** Keeps what lies below a line across an axis: the corner stays the same. */
  keepLow(axis: Axis, line: number): void {
    if (axis === 0) this.maxX = line;
    else this.maxY = line;
  }

  /** Keeps what lies beyond a line across an axis; the state is left as it was. */
  keepHigh(axis: Axis, line: number): void {
    if (axis === 0) this.minX = line;
    else this.minY = line;
  }
}

/** Cells by how deep they lie, used again and again: no object for any node that is gone through. */
export class OverlayCells {
  private readonly byDepth: OverlayCell[] = [];
  private readonly changes: WindingChanges;

  constructor(changes: WindingChanges) {
    this.changes = changes;
  }

  at(depth: number): OverlayCell {
    let cell = this.byDepth[depth];
    if (!cell) {
      cell = new OverlayCell(this.changes.emptyState());
      this.byDepth[depth] = cell;
    }
    return cell;
  }

  /** All of the bounds, with an empty state. */
  whole(bounds: PlanarBounds): OverlayCell {
    const cell = this.at(0);
    cell.cover(bounds);
    cell.state.fill(0);
    return cell;
  }
}
