/**
 * Edges of several layers inside one rectangle, as parallel arrays that grow. Each edge runs upwards
 * (`lowY` < `highY`); `winding` is what crossing it from left to right adds to its layer's winding number.
 */
export class EdgeBuffer {
  count = 0;
  lowX = new Float64Array(256);
  lowY = new Float64Array(256);
  highX = new Float64Array(256);
  highY = new Float64Array(256);
  winding = new Int8Array(256);
  layer = new Uint8Array(256);
  patch = new Int32Array(256);

  clear(): void {
    this.count = 0;
  }

  /** Adds the edge from (x0, y0) to (x1, y1) of a counter-clockwise ring; a level edge bounds nothing and is left out. */
  add(x0: number, y0: number, x1: number, y1: number, layer: number, patch: number): void {
    if (y0 === y1) return;
    const index = this.count;
    if (index === this.lowX.length) this.grow();
    const upwards = y1 > y0;
    this.lowX[index] = upwards ? x0 : x1;
    this.lowY[index] = upwards ? y0 : y1;
    this.highX[index] = upwards ? x1 : x0;
    this.highY[index] = upwards ? y1 : y0;
    this.winding[index] = upwards ? -1 : 1;
    this.layer[index] = layer;
    this.patch[index] = patch;
    this.count = index + 1;
  }

  /** Adds the edges `start` to `end` of another buffer that reach into the heights from `minY` to `maxY`. */
  addFrom(other: EdgeBuffer, start: number, end: number, minY: number, maxY: number): void {
    for (let edge = start; edge < end; edge += 1) {
      if (other.highY[edge]! <= minY || other.lowY[edge]! >= maxY) continue;
      const index = this.count;
      if (index === this.lowX.length) this.grow();
      this.lowX[index] = other.lowX[edge]!;
      this.lowY[index] = other.lowY[edge]!;
      this.highX[index] = other.highX[edge]!;
      this.highY[index] = other.highY[edge]!;
      this.winding[index] = other.winding[edge]!;
      this.layer[index] = other.layer[edge]!;
      this.patch[index] = other.patch[edge]!;
      this.count = index + 1;
    }
  }

  private grow(): void {
    const size = this.lowX.length * 2;
    const wider = (old: Float64Array): Float64Array<ArrayBuffer> => {
      const array = new Float64Array(size);
      array.set(old);
      return array;
    };
    this.lowX = wider(this.lowX);
    this.lowY = wider(this.lowY);
    this.highX = wider(this.highX);
    this.highY = wider(this.highY);
    const winding = new Int8Array(size);
    winding.set(this.winding);
    this.winding = winding;
    const layer = new Uint8Array(size);
    layer.set(this.layer);
    this.layer = layer;
    const patch = new Int32Array(size);
    patch.set(this.patch);
    this.patch = patch;
  }
}
