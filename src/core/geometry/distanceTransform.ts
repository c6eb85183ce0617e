/**
 * Distances, in cells, from every cell of a grid to the nearest marked one (Felzenszwalb and Huttenlocher 2012, exact
 * Euclidean distance transform in linear time).
 *
 * @param marked one number for each cell, row by row; not 0 where the cell is marked.
 * @returns infinite everywhere when nothing is marked.
 */
export function distanceTransform(marked: ArrayLike<number>, columns: number, rows: number): Float64Array {
  const squared = new Float64Array(columns * rows);
  for (let cell = 0; cell < squared.length; cell += 1) squared[cell] = marked[cell] === 0 ? Infinity : 0;
  const scratch = new LineScratch(Math.max(columns, rows));
  for (let column = 0; column < columns; column += 1) scratch.transform(squared, column, columns, rows);
  for (let row = 0; row < rows; row += 1) scratch.transform(squared, row * columns, 1, columns);
  for (let cell = 0; cell < squared.length; cell += 1) squared[cell] = Math.sqrt(squared[cell]!);
  return squared;
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

  transform(grid: Float64Array, start: number, step: number, length: number): void {
    const { values, places, limits } = this;
    let last = -1;
    for (let at = 0; at < length; at += 1) {
      const value = grid[start + at * step]!;
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
    if (last < 0) return;
    let envelope = 0;
    for (let at = 0; at < length; at += 1) {
      while (envelope < last && limits[envelope + 1]! < at) envelope += 1;
      const away = at - places[envelope]!;
      grid[start + at * step] = away * away + values[places[envelope]!]!;
    }
  }
}
