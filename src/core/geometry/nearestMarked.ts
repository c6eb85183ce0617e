import type { LatticeFrame } from './latticeFrame';

/**
 * Finds the nearest marked cell to a cell, as far as a reach: the cells around it are looked at, nearest first. Meant for a
 * few cells; a `DistanceTransform` of the same reach gives the same numbers for all of a grid.
 */
export class NearestMarked {
  /** What cells are given that lie at least a cell beyond the reach from all marked ones. */
  readonly beyond: number;
  /** The cells around a cell, nearest first: so many columns and rows away. */
  private readonly columnsAway: Int16Array;
  private readonly rowsAway: Int16Array;
  /** By squared distance, the first of them that is so far away or farther. */
  private readonly starts: Uint32Array;

  /** @param reach cells. */
  constructor(reach: number) {
    this.beyond = (reach + 1) * (reach + 1);
    const around: (readonly [column: number, row: number, squared: number])[] = [];
    for (let row = -reach; row <= reach; row += 1) {
      for (let column = -reach; column <= reach; column += 1) {
        const squared = column * column + row * row;
        if (squared < this.beyond) around.push([column, row, squared]);
      }
    }
    around.sort((one, other) => one[2] - other[2]);
    this.columnsAway = Int16Array.from(around, ([column]) => column);
    this.rowsAway = Int16Array.from(around, ([, row]) => row);
    this.starts = new Uint32Array(this.beyond + 1);
    for (const [, , squared] of around) this.starts[squared + 1]! += 1;
    for (let squared = 1; squared <= this.beyond; squared += 1) this.starts[squared]! += this.starts[squared - 1]!;
  }

  /**
   * The nearest cell, to one, that has any of some bits; -1 when none is nearer than `below`.
   *
   * @param bits of each cell of the frame.
   * @param from no such cell is nearer than this squared distance, in cells.
   * @param below squared distance, in cells, at most `beyond`.
   */
  find({ columns, rows }: LatticeFrame, bits: Uint8Array, sought: number, cell: number, from: number, below: number): number {
    const { columnsAway, rowsAway, starts } = this;
    const row = Math.floor(cell / columns);
    const column = cell - row * columns;
    const end = starts[below]!;
    for (let place = starts[from]!; place < end; place += 1) {
      const otherColumn = column + columnsAway[place]!;
      const otherRow = row + rowsAway[place]!;
      if (otherColumn < 0 || otherColumn >= columns || otherRow < 0 || otherRow >= rows) continue;
      const other = otherRow * columns + otherColumn;
      if ((bits[other]! & sought) !== 0) return other;
    }
    return -1;
  }
}
