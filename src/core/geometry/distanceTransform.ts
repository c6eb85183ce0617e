/**
 * Squared distances, in cells, from every cell of a grid to the nearest marked one (Felzenszwalb and Huttenlocher 2012,
 * exact Euclidean distance transform in linear time).
 *
 * @param marked one number for each cell, row by row; not 0 where the cell is marked.
 * @returns infinite everywhere when nothing is marked.
 */
export function squaredDistanceTransform(marked: Uint8Array, columns: number, rows: number): Float64Array {
  const squared = squaredWithinColumns(marked, columns, rows);
  const scratch = new LineScratch(columns);
  for (let row = 0; row < rows; row += 1) scratch.transform(squared, row * columns, columns);
  return squared;
}

/** Squared distance from every cell to the nearest marked one in its column. */
function squaredWithinColumns(marked: Uint8Array, columns: number, rows: number): Float64Array {
  const away = new Float64Array(columns * rows);
  for (let cell = 0; cell < away.length; cell += 1) {
    if (marked[cell] !== 0) away[cell] = 0;
    else away[cell] = cell < columns ? Infinity : away[cell - columns]! + 1;
  }
  // The last row has no more below it; each row is squared when the one above has been told.
  for (let cell = away.length - columns - 1; cell >= 0; cell -= 1) {
    const below = away[cell + columns]!;
    if (below + 1 < away[cell]!) away[cell] = below + 1;
    away[cell + columns] = below * below;
  }
  for (let cell = 0; cell < columns && cell < away.length; cell += 1) away[cell] = away[cell]! * away[cell]!;
  return away;
}

/** Lower envelope of parabolas along one line of the grid. */
class LineScratch {
  private readonly values: Float64Array;
  private readonly places: Int32Array;
  private readonly limits: Float64Array;

  constructor(length: number) {
    this.values = new Float64Array(length);
    this.places = new Int32Array(length);
    this.limits = new Float64Array(length + 1);
  }

  transform(grid: Float64Array, start: number, length: number): void {
    const { values, places, limits } = this;
    let last = -1;
    for (let at = 0; at < length; at += 1) {
      const value = grid[start + at]!;
      values[at] = value;
      if (value === Infinity) continue;
      let from = -Infinity;
      while (last >= 0) {
        const place = places[last]!;
        from = (value + at * at - values[place]! - place * place) / (2 * (at - place));
        if (from > limits[last]!) break;
        last -= 1;
        from = -Infinity;
      }
      last += 1;
      places[last] = at;
      limits[last] = from;
    }
    let envelope = 0;
    for (let at = 0; at < length; at += 1) {
      while (envelope < last && limits[envelope + 1]! < at) envelope += 1;
      const away = at - places[envelope]!;
      grid[start + at] = away * away + values[places[envelope]!]!;
    }
  }
}
