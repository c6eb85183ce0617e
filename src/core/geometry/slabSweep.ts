import type { EdgeBuffer } from './edgeBuffer';

/** Takes the area (m²) of one trapezoid of uniform layers. */
export interface TrapezoidSink {
  /** @param mask bit i is set where layer i covers; @param patch the patch there, -1 for none. */
  take(mask: number, patch: number, area: number): void;
}

/**
 * Splits a rectangle into trapezoids in which no edge ends or crosses another, and gives each to the sink with the
 * layers that cover it: an exact overlay of all layers at once, whatever their rings do (slab decomposition,
 * de Berg et al., Computational Geometry, ch. 6).
 */
export class SlabSweep {
  private readonly windings: Int32Array;
  private readonly patchLayer: number;
  private readonly subjectLayer: number;
  private levels = new Float64Array(512);
  private active = new Int32Array(256);
  private activeBottom = new Float64Array(256);
  private activeTop = new Float64Array(256);

  /**
   * @param patchLayer the layer whose covering edges name the patch, or -1.
   * @param subjectLayer when not -1, only trapezoids covered by this layer are given, and its bit is left out.
   */
  constructor(layerCount: number, patchLayer: number, subjectLayer: number) {
    this.windings = new Int32Array(layerCount);
    this.patchLayer = patchLayer;
    this.subjectLayer = subjectLayer;
  }

  /** @param base winding numbers at the rectangle's left side, below any edge in the buffer. */
  run(
    edges: EdgeBuffer,
    minX: number,
    minY: number,
    maxX: number,
    maxY: number,
    base: ArrayLike<number>,
    basePatch: number,
    sink: TrapezoidSink,
  ): void {
    const levelCount = this.collectLevels(edges, minY, maxY);
    for (let index = 1; index < levelCount; index += 1) {
      const bottom = this.levels[index - 1]!;
      const top = this.levels[index]!;
      if (top > bottom) this.sweepSlab(edges, minX, maxX, bottom, top, base, basePatch, sink);
    }
  }

  private sweepSlab(
    edges: EdgeBuffer,
    minX: number,
    maxX: number,
    bottom: number,
    top: number,
    base: ArrayLike<number>,
    basePatch: number,
    sink: TrapezoidSink,
  ): void {
    const count = this.activate(edges, bottom, top);
    const { windings, subjectLayer } = this;
    let mask = 0;
    for (let layer = 0; layer < windings.length; layer += 1) {
      const winding = base[layer] ?? 0;
      windings[layer] = winding;
      if (winding > 0) mask |= 1 << layer;
    }
    const subjectBit = subjectLayer < 0 ? 0 : 1 << subjectLayer;
    let patch = this.patchLayer >= 0 && windings[this.patchLayer]! > 0 ? basePatch : -1;
    let leftBottom = minX;
    let leftTop = minX;
    const halfHeight = (top - bottom) / 2;
    for (let position = 0; position <= count; position += 1) {
      const isEnd = position === count;
      const rightBottom = isEnd ? maxX : this.activeBottom[position]!;
      const rightTop = isEnd ? maxX : this.activeTop[position]!;
      const area = (rightBottom - leftBottom + rightTop - leftTop) * halfHeight;
      if (area !== 0 && (mask & subjectBit) === subjectBit) sink.take(mask & ~subjectBit, patch, area);
      if (isEnd) break;
      const edge = this.active[position]!;
      const layer = edges.layer[edge]!;
      const before = windings[layer]!;
      const after = before + edges.winding[edge]!;
      windings[layer] = after;
      if (before <= 0 && after > 0) {
        mask |= 1 << layer;
        if (layer === this.patchLayer) patch = edges.patch[edge]!;
      } else if (before > 0 && after <= 0) {
        mask &= ~(1 << layer);
        if (layer === this.patchLayer) patch = -1;
      }
      leftBottom = rightBottom;
      leftTop = rightTop;
    }
  }

  /** The edges that span the slab, sorted from left to right, with their x at its bottom and top. */
  private activate(edges: EdgeBuffer, bottom: number, top: number): number {
    const { lowX, lowY, highX, highY } = edges;
    if (this.active.length < edges.count) {
      const size = edges.count * 2;
      this.active = new Int32Array(size);
      this.activeBottom = new Float64Array(size);
      this.activeTop = new Float64Array(size);
    }
    const { active, activeBottom, activeTop } = this;
    let count = 0;
    for (let edge = 0; edge < edges.count; edge += 1) {
      if (lowY[edge]! > bottom || highY[edge]! < top) continue;
      const slope = (highX[edge]! - lowX[edge]!) / (highY[edge]! - lowY[edge]!);
      const atBottom = lowX[edge]! + slope * (bottom - lowY[edge]!);
      const atTop = highX[edge]! - slope * (highY[edge]! - top);
      const middle = atBottom + atTop;
      let position = count;
      while (position > 0 && activeBottom[position - 1]! + activeTop[position - 1]! > middle) {
        active[position] = active[position - 1]!;
        activeBottom[position] = activeBottom[position - 1]!;
        activeTop[position] = activeTop[position - 1]!;
        position -= 1;
      }
      active[position] = edge;
      activeBottom[position] = atBottom;
      activeTop[position] = atTop;
      count += 1;
    }
    return count;
  }

  /** Sorted heights at which an edge ends or two edges cross, within the rectangle. */
  private collectLevels(edges: EdgeBuffer, minY: number, maxY: number): number {
    const { lowX, lowY, highX, highY, count: edgeCount } = edges;
    let count = this.pushLevel(this.pushLevel(0, minY), maxY);
    for (let edge = 0; edge < edgeCount; edge += 1) {
      const low = lowY[edge]!;
      const high = highY[edge]!;
      if (low > minY && low < maxY) count = this.pushLevel(count, low);
      if (high > minY && high < maxY) count = this.pushLevel(count, high);
      const slope = (highX[edge]! - lowX[edge]!) / (high - low);
      const left = Math.min(lowX[edge]!, highX[edge]!);
      const right = Math.max(lowX[edge]!, highX[edge]!);
      for (let other = 0; other < edge; other += 1) {
        const overlapLow = low > lowY[other]! ? low : lowY[other]!;
        const overlapHigh = high < highY[other]! ? high : highY[other]!;
        if (overlapLow >= overlapHigh) continue;
        const otherLowX = lowX[other]!;
        const otherHighX = highX[other]!;
        if ((otherLowX < left && otherHighX < left) || (otherLowX > right && otherHighX > right)) continue;
        const otherSlope = (otherHighX - otherLowX) / (highY[other]! - lowY[other]!);
        const gapLow =
          lowX[edge]! + slope * (overlapLow - low) - otherLowX - otherSlope * (overlapLow - lowY[other]!);
        const gapHigh = gapLow + (slope - otherSlope) * (overlapHigh - overlapLow);
        if (gapLow * gapHigh >= 0) continue;
        const crossing = overlapLow + ((overlapHigh - overlapLow) * gapLow) / (gapLow - gapHigh);
        if (crossing > minY && crossing < maxY) count = this.pushLevel(count, crossing);
      }
    }
    this.levels.subarray(0, count).sort();
    return count;
  }

  private pushLevel(count: number, level: number): number {
    if (count === this.levels.length) {
      const wider = new Float64Array(count * 2);
      wider.set(this.levels);
      this.levels = wider;
    }
    this.levels[count] = level;
    return count + 1;
  }
}
