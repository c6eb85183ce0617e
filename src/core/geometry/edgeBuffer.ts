/** The edge counts with the opposite sign. */
export const NEGATED = 1;
/** The edge was cut off at the lower side of its cell: its lower end stands for a crossing of that side. */
export const FROM_BELOW = 2;
/**
 * Not an edge but what crossing the left side of a cell does to what lies above: a line along that side, from the
 * crossing upwards without end.
 */
export const LEFT_RAY = 4;

/**
 * Edges or parts of them as parallel arrays that grow. Each runs upwards (`lowY` ≤ `highY`); crossing it from left to
 * right applies its list of winding changes, with the opposite sign where it is negated.
 */
export class EdgeBuffer {
  count = 0;
  lowX: Float64Array;
  lowY: Float64Array;
  highX: Float64Array;
  highY: Float64Array;
  change: Int32Array;
  flags: Uint8Array;

  constructor(capacity = 256) {
    this.lowX = new Float64Array(capacity);
    this.lowY = new Float64Array(capacity);
    this.highX = new Float64Array(capacity);
    this.highY = new Float64Array(capacity);
    this.change = new Int32Array(capacity);
    this.flags = new Uint8Array(capacity);
  }

  add(lowX: number, lowY: number, highX: number, highY: number, change: number, flags: number): void {
    const index = this.count;
    if (index === this.lowX.length) this.resize(index * 2);
    this.lowX[index] = lowX;
    this.lowY[index] = lowY;
    this.highX[index] = highX;
    this.highY[index] = highY;
    this.change[index] = change;
    this.flags[index] = flags;
    this.count = index + 1;
  }

  /** Adds one edge of another buffer, or of this one. */
  addFrom(other: EdgeBuffer, edge: number): void {
    this.add(
      other.lowX[edge]!, other.lowY[edge]!, other.highX[edge]!, other.highY[edge]!, other.change[edge]!, other.flags[edge]!,
    );
  }

  /** Gives back room for edges that never came. */
  trim(): void {
    this.resize(Math.max(1, this.count));
  }

  private resize(size: number): void {
    const resized = (old: Float64Array): Float64Array<ArrayBuffer> => {
      const array = new Float64Array(size);
      array.set(old.subarray(0, this.count));
      return array;
    };
    this.lowX = resized(this.lowX);
    this.lowY = resized(this.lowY);
    this.highX = resized(this.highX);
    this.highY = resized(this.highY);
    const change = new Int32Array(size);
    change.set(this.change.subarray(0, this.count));
    this.change = change;
    const flags = new Uint8Array(size);
    flags.set(this.flags.subarray(0, this.count));
    this.flags = flags;
  }
}
