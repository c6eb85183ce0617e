import { REBUILT_SHARE } from '../method/parameters';
import { sameItems } from './latestFew';
import type { MeasuredArea } from './measuredArea';
import { greenCells, nearbyGreenWithout, type NearbyGreen } from './nearbyGreen';

/** The green that is left for those who live near when areas are rebuilt, worked out from what was left before. */
export class GreenLeft {
  private readonly whole: NearbyGreen;
  /** The lattice points of what is rebuilt, area by area. */
  private built: readonly Float64Array[] = [];
  private left: NearbyGreen;
  /** 1 for each cell that `built` takes. */
  private readonly taken: Uint8Array;
  private readonly cellsByLattice = new WeakMap<Float64Array, Int32Array>();

  /** @param whole the green before anything is built. */
  constructor(whole: NearbyGreen) {
    this.whole = whole;
    this.left = whole;
    this.taken = new Uint8Array(whole.frame.cellCount);
  }

  /**
   * What is left under these areas; the same object as long as the same ground is rebuilt.
   *
   * @param given dwellings given to each area in all.
   */
  under(areas: readonly MeasuredArea[], given: Float64Array): NearbyGreen {
    const built: Float64Array[] = [];
    for (let position = 0; position < areas.length; position += 1) {
      const { area, ground } = areas[position]!;
      if (given[position]! > 0 && area.developableShare > REBUILT_SHARE) built.push(ground.lattice);
    }
    if (sameItems(built, this.built)) return this.left;
    const { taken } = this;
    for (const lattice of this.built) for (const cell of this.cellsOf(lattice)) taken[cell] = 0;
    for (const lattice of built) for (const cell of this.cellsOf(lattice)) taken[cell] = 1;
    const before = new Set(this.built);
    const after = new Set(built);
    const changed = [...built.filter((lattice) => !before.has(lattice)), ...this.built.filter((lattice) => !after.has(lattice))];
    this.left = nearbyGreenWithout(this.whole, this.left, taken, changed.map((lattice) => this.cellsOf(lattice)));
    this.built = built;
    return this.left;
  }

  private cellsOf(lattice: Float64Array): Int32Array {
    let cells = this.cellsByLattice.get(lattice);
    if (!cells) {
      cells = greenCells(this.whole, lattice);
      this.cellsByLattice.set(lattice, cells);
    }
    return cells;
  }
}
