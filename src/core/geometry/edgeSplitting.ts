import { FROM_BELOW, LEFT_RAY, NEGATED, type EdgeBuffer } from './edgeBuffer';
import type { PlanarBounds } from './shapes';
import type { WindingChanges } from './windingChanges';

/** 0 for x, 1 for y. */
export type Axis = 0 | 1;

/*
 * A cell holds the parts of edges inside it, and the state at its lower left corner. Vertices on a cutting line count as
 * lying beyond it, so that no vertex lies on any line and each edge crosses a line or does not: what is cut stays a
 * closed arrangement whatever the edges do.
 *
 * The state at the corner is that left of and below all the cell's edges. Along the left side it changes where an edge
 * was cut there: each such place has a left ray. Along the lower side it changes where edges were cut there: those are
 * marked, and tell the corner of the cell to the right when this one is cut upright.
 */

/** Adds to the buffer what of its edges `start` to `end` lies below a line across the axis. The corner stays the same. */
export function addLowSide(edges: EdgeBuffer, start: number, end: number, axis: Axis, line: number): void {
  for (let edge = start; edge < end; edge += 1) {
    const flags = edges.flags[edge]!;
    const lowX = edges.lowX[edge]!;
    const lowY = edges.lowY[edge]!;
    if (axis === 1) {
      if (lowY >= line) continue;
      const highY = edges.highY[edge]!;
      if (highY < line || (flags & LEFT_RAY) !== 0) edges.addFrom(edges, edge);
      else edges.add(lowX, lowY, crossingX(lowX, lowY, edges.highX[edge]!, highY, line), line, edges.change[edge]!, flags);
      continue;
    }
    const highX = edges.highX[edge]!;
    if (lowX < line) {
      if (highX < line) edges.addFrom(edges, edge);
      else edges.add(lowX, lowY, line, crossingY(lowX, lowY, highX, edges.highY[edge]!, line), edges.change[edge]!, flags);
    } else if (highX < line) {
      const highY = edges.highY[edge]!;
      edges.add(line, crossingY(lowX, lowY, highX, highY, line), highX, highY, edges.change[edge]!, flags & ~FROM_BELOW);
    }
  }
}

/**
 * Adds to the buffer what of its edges `start` to `end` lies beyond a line across the axis, and brings the state at the
 * corner to the corner of that side.
 */
export function addHighSide(
  edges: EdgeBuffer,
  start: number,
  end: number,
  axis: Axis,
  line: number,
  changes: WindingChanges,
  state: Int32Array,
): void {
  if (axis === 0) addRightSide(edges, start, end, line, changes, state);
  else addUpperSide(edges, start, end, line, changes, state);
}

function addRightSide(
  edges: EdgeBuffer,
  start: number,
  end: number,
  line: number,
  changes: WindingChanges,
  state: Int32Array,
): void {
  for (let edge = start; edge < end; edge += 1) {
    const lowX = edges.lowX[edge]!;
    const highX = edges.highX[edge]!;
    const flags = edges.flags[edge]!;
    const change = edges.change[edge]!;
    const isNegated = flags & NEGATED;
    if (lowX >= line && highX >= line) {
      edges.addFrom(edges, edge);
      continue;
    }
    if (lowX < line && (flags & FROM_BELOW) !== 0) changes.apply(change, isNegated === 0 ? 1 : -1, state);
    if (lowX < line && highX < line) continue;
    const lowY = edges.lowY[edge]!;
    const highY = edges.highY[edge]!;
    const crossing = crossingY(lowX, lowY, highX, highY, line);
    if (lowX < line) {
      if (highX > line || highY > crossing) edges.add(line, crossing, highX, highY, change, isNegated);
      edges.add(line, crossing, line, Infinity, change, LEFT_RAY | (isNegated ^ NEGATED));
    } else {
      edges.add(lowX, lowY, line, crossing, change, flags);
      edges.add(line, crossing, line, Infinity, change, LEFT_RAY | isNegated);
    }
  }
}

function addUpperSide(
  edges: EdgeBuffer,
  start: number,
  end: number,
  line: number,
  changes: WindingChanges,
  state: Int32Array,
): void {
  for (let edge = start; edge < end; edge += 1) {
    const lowY = edges.lowY[edge]!;
    if (lowY >= line) {
      edges.addFrom(edges, edge);
      continue;
    }
    const highY = edges.highY[edge]!;
    if (highY < line) continue;
    const flags = edges.flags[edge]!;
    const change = edges.change[edge]!;
    if ((flags & LEFT_RAY) !== 0) {
      changes.apply(change, (flags & NEGATED) === 0 ? 1 : -1, state);
      continue;
    }
    // Where nothing of it is left, it still tells where the lower side was crossed.
    const highX = edges.highX[edge]!;
    edges.add(crossingX(edges.lowX[edge]!, lowY, highX, highY, line), line, highX, highY, change, FROM_BELOW | (flags & NEGATED));
  }
}

/** Where an edge crosses an upright line. The same for each edge between the same ends; at an end on the line it is that end. */
function crossingY(lowX: number, lowY: number, highX: number, highY: number, x: number): number {
  if (highX === x) return highY;
  if (lowX === x) return lowY;
  const y = lowY + ((highY - lowY) * (x - lowX)) / (highX - lowX);
  return y < lowY ? lowY : y > highY ? highY : y;
}

/** Where an edge crosses a level line; as {@link crossingY}. */
function crossingX(lowX: number, lowY: number, highX: number, highY: number, y: number): number {
  if (highY === y) return highX;
  return lowX + ((highX - lowX) * (y - lowY)) / (highY - lowY);
}

/** Cuts edges to a rectangle, starting from an empty state: those from the place that is returned on are what is left. */
export function clipToBounds(edges: EdgeBuffer, bounds: PlanarBounds, changes: WindingChanges, state: Int32Array): number {
  let start = 0;
  if (lieWithin(edges, bounds)) return start;
  const from = (add: (end: number) => void): void => {
    const end = edges.count;
    add(end);
    start = end;
  };
  from((end) => addHighSide(edges, start, end, 0, bounds.minX, changes, state));
  from((end) => addHighSide(edges, start, end, 1, bounds.minY, changes, state));
  from((end) => addLowSide(edges, start, end, 0, bounds.maxX));
  from((end) => addLowSide(edges, start, end, 1, bounds.maxY));
  return start;
}

function lieWithin({ count, lowX, lowY, highX, highY }: EdgeBuffer, { minX, minY, maxX, maxY }: PlanarBounds): boolean {
  for (let edge = 0; edge < count; edge += 1) {
    if (lowY[edge]! < minY || highY[edge]! >= maxY) return false;
    if (lowX[edge]! < minX || lowX[edge]! >= maxX || highX[edge]! < minX || highX[edge]! >= maxX) return false;
  }
  return true;
}
