import { toPlanarMultiPolygon } from '../geometry/projection';
import type { LonLatMultiPolygon } from '../geometry/shapes';
import { REBUILT_SHARE } from '../method/parameters';
import { sameItems } from './latestFew';
import type { MeasuredArea } from './measuredArea';
import { greenCells, nearbyGreenWithout, type NearbyGreen } from './nearbyGreen';

/** The green that is left for those who live near when areas are rebuilt, worked out from what was left before. */
export class GreenLeft {
  private readonly whole: NearbyGreen;
  private built: readonly LonLatMultiPolygon[] = [];
  private left: NearbyGreen;
  /** 1 for each cell that `built` takes. */
  private readonly taken: Uint8Array;
  private readonly cellsByOutline = new WeakMap<LonLatMultiPolygon, Int32Array>();

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
    const built: LonLatMultiPolygon[] = [];
    for (let position = 0; position < areas.length; position += 1) {
      const { area, outline } = areas[position]!;
      if (given[position]! > 0 && area.developableShare > REBUILT_SHARE) built.push(outline);
    }
    if (sameItems(built, this.built)) return this.left;
    const { taken } = this;
    for (const outline of this.built) for (const cell of this.cellsOf(outline)) taken[cell] = 0;
    for (const outline of built) for (const cell of this.cellsOf(outline)) taken[cell] = 1;
    const before = new Set(this.built);
    const after = new Set(built);
    const changed = [...built.filter((outline) => !before.has(outline)), ...this.built.filter((outline) => !after.has(outline))];
    this.left = nearbyGreenWithout(this.whole, this.left, taken, changed.map((outline) => this.cellsOf(outline)));
    this.built = built;
    return this.left;
  }

  private cellsOf(outline: LonLatMultiPolygon): Int32Array {
    let cells = this.cellsByOutline.get(outline);
    if (!cells) {
      cells = greenCells(this.whole, toPlanarMultiPolygon(outline));
      this.cellsByOutline.set(outline, cells);
    }
    return cells;
  }
}
