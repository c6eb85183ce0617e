/** Most layers one overlay can hold: a mask is a 32-bit integer, and one bit is kept for the subject. */
export const MAXIMUM_OVERLAY_LAYERS = 30;

const RECENT = 256;
const MOST_SORTED_BY_INSERTION = 24;

/** A run of an `AreaPool`. */
export interface AreaRun {
  readonly start: number;
  readonly end: number;
}

/** Areas by combination for many places, one after the other: far fewer objects than arrays for each. */
export class AreaPool {
  combinations: Int32Array;
  areas: Float64Array;
  count = 0;

  constructor(capacity = 1024) {
    this.combinations = new Int32Array(capacity);
    this.areas = new Float64Array(capacity);
  }

  push(combination: number, area: number): void {
    if (this.count === this.combinations.length) {
      const combinations = new Int32Array(this.count * 2);
      combinations.set(this.combinations);
      this.combinations = combinations;
      const areas = new Float64Array(this.count * 2);
      areas.set(this.areas);
      this.areas = areas;
    }
    this.combinations[this.count] = combination;
    this.areas[this.count] = area;
    this.count += 1;
  }

  /** Gives back room for areas that never came. */
  trim(): void {
    const size = Math.max(1, this.count);
    this.combinations = this.combinations.slice(0, size);
    this.areas = this.areas.slice(0, size);
  }
}

/** Numbers the combinations of layers and patch that occur, and sums areas per combination. */
export class CombinationSums {
  readonly masks: number[] = [];
  readonly patches: number[] = [];
  private readonly indexByKey = new Map<number, number>();
  /** The combination last met of those that fall on the same slot: most come in rows. */
  private readonly recentMasks = new Int32Array(RECENT).fill(-1);
  private readonly recentPatches = new Int32Array(RECENT);
  private readonly recentIndexes = new Int32Array(RECENT);
  private sums = new Float64Array(64);
  private isTouched = new Uint8Array(64);
  private readonly touched: number[] = [];

  /** The number of a combination of layers and patch: the next one when it was never asked for. */
  combinationOf(mask: number, patch: number): number {
    const slot = (mask ^ (patch * 37)) & (RECENT - 1);
    if (this.recentMasks[slot] === mask && this.recentPatches[slot] === patch) return this.recentIndexes[slot]!;
    const key = patch * 2 ** MAXIMUM_OVERLAY_LAYERS + mask;
    let index = this.indexByKey.get(key);
    if (index === undefined) {
      index = this.masks.length;
      this.indexByKey.set(key, index);
      this.masks.push(mask);
      this.patches.push(patch);
      if (index === this.sums.length) this.widen();
    }
    this.recentMasks[slot] = mask;
    this.recentPatches[slot] = patch;
    this.recentIndexes[slot] = index;
    return index;
  }

  /** Adds to the sum of a combination. */
  add(combination: number, area: number): void {
    if (this.isTouched[combination] === 0) {
      this.isTouched[combination] = 1;
      this.touched.push(combination);
    }
    this.sums[combination]! += area;
  }

  addRun(pool: AreaPool, { start, end }: AreaRun): void {
    for (let position = start; position < end; position += 1) {
      this.add(pool.combinations[position]!, pool.areas[position]!);
    }
  }

  /** Moves what was summed into a pool, ordered by combination so that the result never depends on the path. */
  drainTo(pool: AreaPool): AreaRun {
    const start = pool.count;
    sortFew(this.touched);
    for (const index of this.touched) {
      pool.push(index, this.sums[index]!);
      this.sums[index] = 0;
      this.isTouched[index] = 0;
    }
    this.touched.length = 0;
    return { start, end: pool.count };
  }

  private widen(): void {
    const sums = new Float64Array(this.sums.length * 2);
    sums.set(this.sums);
    this.sums = sums;
    const isTouched = new Uint8Array(sums.length);
    isTouched.set(this.isTouched);
    this.isTouched = isTouched;
  }
}

/** Sorts a short list in place; few combinations meet in one place. */
function sortFew(numbers: number[]): void {
  if (numbers.length > MOST_SORTED_BY_INSERTION) {
    numbers.sort((a, b) => a - b);
    return;
  }
  for (let index = 1; index < numbers.length; index += 1) {
    const number = numbers[index]!;
    let position = index;
    while (position > 0 && numbers[position - 1]! > number) {
      numbers[position] = numbers[position - 1]!;
      position -= 1;
    }
    numbers[position] = number;
  }
}
