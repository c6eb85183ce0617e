import { NEGATED, type EdgeBuffer } from './edgeBuffer';
import type { WindingChanges } from './windingChanges';

/** Takes the area (m²) of one trapezoid of uniform layers. */
export interface TrapezoidSink {
  /** @param mask bit i is set where layer i covers; @param patch the patch there, -1 for none. */
  take(mask: number, patch: number, area: number): void;
}

/** Edges out of order by less than this, metres, meet in a vertex and are so by rounding. */
const ORDER_METRES = 1e-8;

/**
 * Splits a rectangle into trapezoids in which no edge ends or crosses another, and gives each to the sink with the
 * layers that cover it: an exact overlay of all layers at once, whatever their rings do (slab decomposition,
 * de Berg et al., Computational Geometry, ch. 6). Edges are added one by one before each run.
 */
export class SlabSweep {
  private readonly changes: WindingChanges;
  private readonly subjectBit: number;
  private readonly state: Int32Array;
  private readonly crossings: number[] = [];
  private count = 0;
  private lowX = new Float64Array(128);
  private lowY = new Float64Array(128);
  private highX = new Float64Array(128);
  private highY = new Float64Array(128);
  private slope = new Float64Array(128);
  /** What crossing an edge from left to right applies: a list of changes, or its complement for the list with the opposite sign. */
  private change = new Int32Array(128);
  private order = new Int32Array(128);
  private levels = new Float64Array(258);
  private active = new Int32Array(128);
  private bottoms = new Float64Array(128);
  private tops = new Float64Array(128);
  /** The changes met from left to right in the slab before, and the layers and patch before each of them and after the last. */
  private knownCount = 0;
  private knownChanges = new Int32Array(128);
  private knownMasks = new Int32Array(129);
  private knownPatches = new Int32Array(129);

  /** @param subjectLayer when not -1, only trapezoids covered by this layer are given, and its bit is left out. */
  constructor(changes: WindingChanges, subjectLayer: number) {
    this.changes = changes;
    this.subjectBit = subjectLayer < 0 ? 0 : 1 << subjectLayer;
    this.state = changes.emptyState();
  }

  /**
   * Adds those of the edges `start` to `end` that reach into the heights from `minY` to `maxY` and to the left of `right`,
   * beyond which nothing is asked for. Level ones bound nothing.
   */
  add(edges: EdgeBuffer, start: number, end: number, minY: number, maxY: number, right: number): void {
    for (let edge = start; edge < end; edge += 1) {
      const lowY = edges.lowY[edge]!;
      const highY = edges.highY[edge]!;
      if (highY <= minY || lowY >= maxY || lowY === highY) continue;
      const lowX = edges.lowX[edge]!;
      const highX = edges.highX[edge]!;
      if (lowX >= right && highX >= right) continue;
      const index = this.count;
      if (index === this.lowX.length) this.widen();
      // A ray ends nowhere, so that its slope comes out as 0.
      this.lowX[index] = lowX;
      this.lowY[index] = lowY;
      this.highX[index] = highX;
      this.highY[index] = highY;
      this.slope[index] = (highX - lowX) / (highY - lowY);
      this.change[index] = (edges.flags[edge]! & NEGATED) === 0 ? edges.change[edge]! : ~edges.change[edge]!;
      let position = index;
      while (position > 0 && this.lowY[this.order[position - 1]!]! > lowY) {
        this.order[position] = this.order[position - 1]!;
        position -= 1;
      }
      this.order[position] = index;
      this.count = index + 1;
    }
  }

  /**
   * Sweeps the edges that were added, and forgets them.
   *
   * @param leftState the state left of all edges.
   */
  run(minX: number, minY: number, maxX: number, maxY: number, leftState: Int32Array, sink: TrapezoidSink): void {
    this.knownCount = 0;
    this.knownMasks[0] = this.changes.maskOf(leftState);
    this.knownPatches[0] = this.changes.patchOf(leftState);
    const levelCount = this.collectLevels(minY, maxY);
    let activeCount = 0;
    let next = 0;
    let bottom = minY;
    for (let level = 1; level < levelCount; level += 1) {
      const top = this.levels[level]!;
      if (top <= bottom) continue;
      activeCount = this.keepActive(activeCount, bottom);
      while (next < this.count && this.lowY[this.order[next]!]! <= bottom) {
        const edge = this.order[next]!;
        if (this.highY[edge]! > bottom) {
          this.active[activeCount] = edge;
          this.bottoms[activeCount] = this.xAt(edge, bottom);
          activeCount += 1;
        }
        next += 1;
      }
      this.sweepBetweenLevels(activeCount, minX, maxX, bottom, top, leftState, sink);
      bottom = top;
    }
    this.count = 0;
  }

  /** Drops the active edges that end at the bottom of the next slab; the rest begin where they were at the top of the last. */
  private keepActive(activeCount: number, bottom: number): number {
    const { active, bottoms, tops, highY } = this;
    let kept = 0;
    for (let position = 0; position < activeCount; position += 1) {
      const edge = active[position]!;
      if (highY[edge]! <= bottom) continue;
      active[kept] = edge;
      bottoms[kept] = tops[position]!;
      kept += 1;
    }
    return kept;
  }

  /** Sweeps from one vertex's height to the next, in parts where edges cross in between. */
  private sweepBetweenLevels(
    activeCount: number,
    minX: number,
    maxX: number,
    bottom: number,
    top: number,
    leftState: Int32Array,
    sink: TrapezoidSink,
  ): void {
    if (this.sortActive(activeCount, top)) {
      this.sweepSlab(activeCount, minX, maxX, bottom, top, leftState, sink);
      return;
    }
    const crossings = this.collectCrossings(activeCount, bottom, top);
    let from = bottom;
    for (const to of crossings) {
      if (to <= from) continue;
      this.sortActive(activeCount, to);
      this.sweepSlab(activeCount, minX, maxX, from, to, leftState, sink);
      for (let position = 0; position < activeCount; position += 1) this.bottoms[position] = this.tops[position]!;
      from = to;
    }
  }

  /** Sorts the active edges by where they are halfway up to `top`; whether they cross nowhere on the way. */
  private sortActive(activeCount: number, top: number): boolean {
    const { active, bottoms, tops } = this;
    for (let at = 0; at < activeCount; at += 1) {
      const edge = active[at]!;
      const atBottom = bottoms[at]!;
      const atTop = this.xAt(edge, top);
      const middle = atBottom + atTop;
      let position = at;
      while (position > 0 && bottoms[position - 1]! + tops[position - 1]! > middle) {
        active[position] = active[position - 1]!;
        bottoms[position] = bottoms[position - 1]!;
        tops[position] = tops[position - 1]!;
        position -= 1;
      }
      active[position] = edge;
      bottoms[position] = atBottom;
      tops[position] = atTop;
    }
    for (let at = 1; at < activeCount; at += 1) {
      if (bottoms[at - 1]! > bottoms[at]! + ORDER_METRES || tops[at - 1]! > tops[at]! + ORDER_METRES) return false;
    }
    return true;
  }

  /** Sorted heights at which active edges cross, and the top. */
  private collectCrossings(activeCount: number, bottom: number, top: number): readonly number[] {
    const { bottoms, tops, crossings } = this;
    crossings.length = 0;
    for (let first = 0; first < activeCount; first += 1) {
      for (let second = first + 1; second < activeCount; second += 1) {
        const gapBottom = bottoms[first]! - bottoms[second]!;
        const gapTop = tops[first]! - tops[second]!;
        if (gapBottom * gapTop >= 0) continue;
        crossings.push(bottom + ((top - bottom) * gapBottom) / (gapBottom - gapTop));
      }
    }
    crossings.push(top);
    return crossings.sort((a, b) => a - b);
  }

  private sweepSlab(
    activeCount: number,
    minX: number,
    maxX: number,
    bottom: number,
    top: number,
    leftState: Int32Array,
    sink: TrapezoidSink,
  ): void {
    this.findMasks(activeCount, leftState);
    const { subjectBit, bottoms, tops, knownMasks, knownPatches } = this;
    let leftBottom = minX;
    let leftTop = minX;
    const halfHeight = (top - bottom) / 2;
    for (let position = 0; position <= activeCount; position += 1) {
      const isEnd = position === activeCount;
      const rightBottom = isEnd ? maxX : bottoms[position]!;
      const rightTop = isEnd ? maxX : tops[position]!;
      const mask = knownMasks[position]!;
      if ((mask & subjectBit) === subjectBit) {
        const area = (rightBottom - leftBottom + rightTop - leftTop) * halfHeight;
        if (area !== 0) sink.take(mask & ~subjectBit, knownPatches[position]!, area);
      }
      leftBottom = rightBottom;
      leftTop = rightTop;
    }
  }

  /** Finds the layers before each of the active edges, unless the same changes were met in the slab before: most edges follow on each other. */
  private findMasks(activeCount: number, leftState: Int32Array): void {
    const { active, change, knownChanges, knownMasks, knownPatches } = this;
    let same = 0;
    while (same < activeCount && same < this.knownCount && knownChanges[same] === change[active[same]!]) same += 1;
    if (same === activeCount) return;
    const { changes, state } = this;
    const { layers, nexts } = changes;
    for (let index = 0; index < state.length; index += 1) state[index] = leftState[index]!;
    let mask = knownMasks[0]!;
    for (let position = 0; position < activeCount; position += 1) {
      const crossed = change[active[position]!]!;
      const list = crossed >= 0 ? crossed : ~crossed;
      changes.apply(list, crossed >= 0 ? 1 : -1, state);
      for (let at = list; at >= 0; at = nexts[at]!) {
        const bit = 1 << layers[at]!;
        mask = state[layers[at]!]! > 0 ? mask | bit : mask & ~bit;
      }
      knownChanges[position] = crossed;
      knownMasks[position + 1] = mask;
      knownPatches[position + 1] = changes.patchOf(state);
    }
    this.knownCount = activeCount;
  }

  private xAt(edge: number, y: number): number {
    return y >= this.highY[edge]! ? this.highX[edge]! : this.lowX[edge]! + this.slope[edge]! * (y - this.lowY[edge]!);
  }

  /** Sorted heights at which an edge ends, within the rectangle, and its own. */
  private collectLevels(minY: number, maxY: number): number {
    const { lowY, highY, order, levels, count } = this;
    levels[0] = minY;
    let levelCount = 1;
    // From the lowest edge up: levels come nearly sorted.
    for (let position = 0; position < count; position += 1) {
      const edge = order[position]!;
      const low = lowY[edge]!;
      const high = highY[edge]!;
      if (low > minY) levelCount = this.insertLevel(levelCount, low);
      if (high < maxY) levelCount = this.insertLevel(levelCount, high);
    }
    levels[levelCount] = maxY;
    return levelCount + 1;
  }

  /** Puts a level among those that are sorted, unless it is there; how many there are then. */
  private insertLevel(levelCount: number, level: number): number {
    const { levels } = this;
    let position = levelCount;
    while (levels[position - 1]! > level) position -= 1;
    if (levels[position - 1] === level) return levelCount;
    for (let at = levelCount; at > position; at -= 1) levels[at] = levels[at - 1]!;
    levels[position] = level;
    return levelCount + 1;
  }

  private widen(): void {
    const size = this.lowX.length * 2;
    this.lowX = grown(this.lowX, new Float64Array(size));
    this.lowY = grown(this.lowY, new Float64Array(size));
    this.highX = grown(this.highX, new Float64Array(size));
    this.highY = grown(this.highY, new Float64Array(size));
    this.slope = grown(this.slope, new Float64Array(size));
    this.change = grown(this.change, new Int32Array(size));
    this.order = grown(this.order, new Int32Array(size));
    this.levels = new Float64Array(2 * size + 2);
    this.active = new Int32Array(size);
    this.bottoms = new Float64Array(size);
    this.tops = new Float64Array(size);
    this.knownChanges = new Int32Array(size);
    this.knownMasks = new Int32Array(size + 1);
    this.knownPatches = new Int32Array(size + 1);
  }
}

function grown<Numbers extends Float64Array | Int32Array>(old: Numbers, larger: Numbers): Numbers {
  larger.set(old);
  return larger;
}
