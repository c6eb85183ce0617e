/** A rectangle of cells: columns and rows from `left`, `top` up to but without `right`, `bottom`. */
export interface CellWindow {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Open rings `column0, row0, column1, row1, …`, holes against the way of exteriors. */
export type GridRings = readonly Float64Array[];

/** Area of rings in cells, holes taken away. */
export function areaInCells(rings: GridRings): number {
  let doubled = 0;
  for (const ring of rings) {
    const [originX = 0, originY = 0] = ring;
    for (let index = 2; index + 3 < ring.length; index += 2) {
      doubled += (ring[index]! - originX) * (ring[index + 3]! - originY) - (ring[index + 2]! - originX) * (ring[index + 1]! - originY);
    }
  }
  return Math.abs(doubled) / 2;
}

/** The cells that rings can touch, within a grid of so many columns and rows; null where there are none. */
export function windowOf(rings: GridRings, columns: number, rows: number): CellWindow | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (let index = 0; index + 1 < ring.length; index += 2) {
      left = Math.min(left, ring[index]!);
      right = Math.max(right, ring[index]!);
      top = Math.min(top, ring[index + 1]!);
      bottom = Math.max(bottom, ring[index + 1]!);
    }
  }
  const window = {
    left: Math.max(0, Math.floor(left)),
    top: Math.max(0, Math.floor(top)),
    right: Math.min(columns, Math.ceil(right)),
    bottom: Math.min(rows, Math.ceil(bottom)),
  };
  return window.right > window.left && window.bottom > window.top ? window : null;
}

/** Puts down what an edge inside one row of cells covers to its right; places are relative to the window. */
function addInRow(sums: Float64Array, start: number, columns: number, fromX: number, toX: number, rise: number): void {
  const [low, high] = fromX < toX ? [fromX, toX] : [toX, fromX];
  if (low >= columns) return;
  if (high <= 0) {
    sums[start] = sums[start]! + rise;
    return;
  }
  if (high - low < 1e-12) {
    const cell = Math.min(columns - 1, Math.max(0, Math.floor(low)));
    const inside = Math.min(1, Math.max(0, low - cell));
    sums[start + cell] = sums[start + cell]! + rise * (1 - inside);
    sums[start + cell + 1] = sums[start + cell + 1]! + rise * inside;
    return;
  }
  const slope = rise / (high - low);
  if (low < 0) sums[start] = sums[start]! - slope * low;
  const end = Math.min(high, columns);
  for (let x = Math.max(low, 0); x < end; ) {
    const cell = Math.floor(x);
    const next = Math.min(end, cell + 1);
    const part = slope * (next - x);
    const inside = (x + next) / 2 - cell;
    sums[start + cell] = sums[start + cell]! + part * (1 - inside);
    sums[start + cell + 1] = sums[start + cell + 1]! + part * inside;
    x = next;
  }
}

function addEdge(sums: Float64Array, window: CellWindow, ax: number, ay: number, bx: number, by: number): void {
  if (ay === by) return;
  const columns = window.right - window.left;
  const isDown = ay < by;
  const [topX, topY, endX, endY] = isDown ? [ax, ay, bx, by] : [bx, by, ax, ay];
  const xAt = (y: number): number => topX + (endX - topX) * ((y - topY) / (endY - topY)) - window.left;
  const last = Math.min(endY, window.bottom);
  for (let y = Math.max(topY, window.top); y < last; ) {
    const row = Math.floor(y);
    const next = Math.min(last, row + 1);
    addInRow(sums, (row - window.top) * (columns + 1), columns, xAt(y), xAt(next), isDown ? next - y : y - next);
    y = next;
  }
}

/**
 * The exact share of each cell of a window, row by row, that lies inside rings. Each edge puts down the signed area between
 * itself and the right border of the cells it crosses; summed along a row, these are the covered shares.
 */
export function coverageOf(rings: GridRings, window: CellWindow): Float64Array {
  const columns = window.right - window.left;
  const rows = window.bottom - window.top;
  // One column more takes what an edge in the last cell hands on.
  const sums = new Float64Array((columns + 1) * rows);
  for (const ring of rings) {
    for (let index = 0; index + 1 < ring.length; index += 2) {
      const next = index + 3 < ring.length ? index + 2 : 0;
      addEdge(sums, window, ring[index]!, ring[index + 1]!, ring[next]!, ring[next + 1]!);
    }
  }
  const shares = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    let sum = 0;
    for (let column = 0; column < columns; column += 1) {
      sum += sums[row * (columns + 1) + column]!;
      shares[row * columns + column] = Math.min(1, Math.abs(sum));
    }
  }
  return shares;
}
