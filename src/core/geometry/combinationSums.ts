/** Most layers one overlay can hold: a mask is a 32-bit integer, and one bit is kept for the subject. */
export const MAXIMUM_OVERLAY_LAYERS = 30;

/** Numbers the combinations of layers and patch that occur, and sums areas per combination. */
export class CombinationSums {
  readonly masks: number[] = [];
  readonly patches: number[] = [];
  private readonly indexByKey = new Map<number, number>();
  private sums = new Float64Array(64);
  private isTouched = new Uint8Array(64);
  private touched: number[] = [];

  take(mask: number, patch: number, area: number): void {
    const key = (patch + 1) * 2 ** MAXIMUM_OVERLAY_LAYERS + mask;
    let index = this.indexByKey.get(key);
    if (index === undefined) {
      index = this.masks.length;
      this.indexByKey.set(key, index);
      this.masks.push(mask);
      this.patches.push(patch);
      if (index === this.sums.length) this.widen();
    }
    this.addTo(index, area);
  }

  addAll(combinations: Int32Array, areas: Float64Array): void {
    for (let position = 0; position < combinations.length; position += 1) {
      this.addTo(combinations[position]!, areas[position]!);
    }
  }

  /** What was summed since the last call, ordered by combination so that the result never depends on the path. */
  drain(): { combinations: Int32Array; areas: Float64Array } {
    const combinations = Int32Array.from(this.touched).sort();
    const areas = new Float64Array(combinations.length);
    for (let position = 0; position < combinations.length; position += 1) {
      const index = combinations[position]!;
      areas[position] = this.sums[index]!;
      this.sums[index] = 0;
      this.isTouched[index] = 0;
    }
    this.touched = [];
    return { combinations, areas };
  }

  private addTo(index: number, area: number): void {
    if (this.isTouched[index] === 0) {
      this.isTouched[index] = 1;
      this.touched.push(index);
    }
    this.sums[index]! += area;
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
