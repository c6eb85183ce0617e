/** Edges as `EdgeBuffer` holds them, kept for later. */
export interface StoredEdges {
  readonly lowX: Float64Array;
  readonly lowY: Float64Array;
  readonly highX: Float64Array;
  readonly highY: Float64Array;
  readonly winding: Int8Array;
  readonly layer: Uint8Array;
  readonly patch: Int32Array;
}

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

  /** Adds stored edges that reach into the heights from `minY` to `maxY`. */
  addStored(stored: StoredEdges, minY: number, maxY: number): void {
    for (let edge = 0; edge < stored.lowX.length; edge += 1) {
      if (stored.highY[edge]! <= minY || stored.lowY[edge]! >= maxY) continue;
      const index = this.count;
      if (index === this.lowX.length) this.grow();
      this.lowX[index] = stored.lowX[edge]!;
      this.lowY[index] = stored.lowY[edge]!;
      this.highX[index] = stored.highX[edge]!;
      this.highY[index] = stored.highY[edge]!;
      this.winding[index] = stored.winding[edge]!;
      this.layer[index] = stored.layer[edge]!;
      this.patch[index] = stored.patch[edge]!;
      this.count = index + 1;
    }
  }

  /** A copy of the edges, trimmed to size. */
  store(): StoredEdges {
    const { count } = this;
    return {
      lowX: this.lowX.slice(0, count),
      lowY: this.lowY.slice(0, count),
      highX: this.highX.slice(0, count),
      highY: this.highY.slice(0, count),
      winding: this.winding.slice(0, count),
      layer: this.layer.slice(0, count),
      patch: this.patch.slice(0, count),
    };
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
