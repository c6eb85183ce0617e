import { NEGATED, type EdgeBuffer } from './edgeBuffer';
import { NOT_ASKED, SlabCovers } from './slabCovers';
import type { WindingChanges } from './windingChanges';

/** Takes the areas (m²) of trapezoids of uniform layers. */
export interface TrapezoidSink {
  /** The number of a combination of layers and patch: bit i of `mask` is set where layer i covers; `patch` is -1 for none. */
  combinationOf(mask: number, patch: number): number;
  add(combination: number, area: number): void;
}

/** Edges out of order by less than this, metres, meet in a vertex and are so by rounding. */
const ORDER_METRES = 1e-8;

/**
 * Splits a rectangle into trapezoids in which no edge ends or crosses another, and gives each to the sink with the
 * layers that cover it: an exact overlay of all layers at once, whatever their rings do (slab decomposition,
 * de Berg et al., Computational Geometry, ch. 6). Edges are added one by one before each run.
 */
export class SlabSweep {
  private readonly subjectBit: number;
  private crossings = new Float64Array(16);
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
  /** The left and the right side of the rectangle. */
  private readonly sides = new Float64Array(2);
  private readonly covers: SlabCovers;

  /** @param subjectLayer when not -1, only trapezoids covered by this layer are given, and its bit is left out. */
  constructor(changes: WindingChanges, subjectLayer: number) {
    this.covers = new SlabCovers(changes);
    this.subjectBit = subjectLayer < 0 ? 0 : 1 << subjectLayer;
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
    this.covers.start(leftState);
    this.sides[0] = minX;
    this.sides[1] = maxX;
    const { levels, order, lowY, highY } = this;
    const levelCount = this.collectLevels(minY, maxY);
    let activeCount = 0;
    let next = 0;
    for (let level = 1; level < levelCount; level += 1) {
      const bottom = levels[level - 1]!;
      const top = levels[level]!;
      if (top <= bottom) continue;
      activeCount = this.keepActive(activeCount, level - 1);
      while (next < this.count && lowY[order[next]!]! <= bottom) {
        const edge = order[next]!;
        if (highY[edge]! > bottom) {
          this.active[activeCount] = edge;
          this.bottoms[activeCount] = this.xAt(edge, bottom);
          activeCount += 1;
        }
        next += 1;
      }
      if (this.sortActive(activeCount, levels, level)) {
        this.covers.find(this.active, activeCount, this.change);
        this.takeSlab(activeCount, (top - bottom) / 2, sink);
      } else {
        this.sweepCrossings(activeCount, level, sink);
      }
    }
    this.count = 0;
  }

  /** Drops the active edges that end at a level; the rest begin where they were at the top of the last slab. */
  private keepActive(activeCount: number, level: number): number {
    const { active, bottoms, tops, highY } = this;
    const bottom = this.levels[level]!;
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

  /** Sweeps up to a level in parts, since edges cross on the way. */
  private sweepCrossings(activeCount: number, level: number, sink: TrapezoidSink): void {
    const count = this.collectCrossings(activeCount, level);
    const { crossings, bottoms, tops } = this;
    let from = this.levels[level - 1]!;
    for (let part = 0; part < count; part += 1) {
      const to = crossings[part]!;
      if (to <= from) continue;
      this.sortActive(activeCount, crossings, part);
      this.covers.find(this.active, activeCount, this.change);
      this.takeSlab(activeCount, (to - from) / 2, sink);
      for (let position = 0; position < activeCount; position += 1) bottoms[position] = tops[position]!;
      from = to;
    }
  }

  /** Sorts the active edges by where they are halfway up to one of some heights; whether they cross nowhere on the way. */
  private sortActive(activeCount: number, heights: Float64Array, height: number): boolean {
    const top = heights[height]!;
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

  /** Gathers the sorted heights at which active edges cross below a level, and its own; how many there are. */
  private collectCrossings(activeCount: number, level: number): number {
    const { bottoms, tops, levels } = this;
    const bottom = levels[level - 1]!;
    const top = levels[level]!;
    let count = 0;
    for (let first = 0; first < activeCount; first += 1) {
      for (let second = first + 1; second < activeCount; second += 1) {
        const gapBottom = bottoms[first]! - bottoms[second]!;
        const gapTop = tops[first]! - tops[second]!;
        if (gapBottom * gapTop >= 0) continue;
        // The top itself needs room too.
        if (count + 1 === this.crossings.length) this.crossings = grown(this.crossings, new Float64Array(4 * count));
        this.crossings[count] = bottom + ((top - bottom) * gapBottom) / (gapBottom - gapTop);
        count += 1;
      }
    }
    this.crossings[count] = top;
    count += 1;
    this.crossings.subarray(0, count).sort();
    return count;
  }

  /** Gives the sink the trapezoids between the active edges. */
  private takeSlab(activeCount: number, halfHeight: number, sink: TrapezoidSink): void {
    const { subjectBit, bottoms, tops, sides } = this;
    const { masks, patches, combinations } = this.covers;
    let leftBottom = sides[0]!;
    let leftTop = leftBottom;
    for (let position = 0; position <= activeCount; position += 1) {
      const isEnd = position === activeCount;
      const rightBottom = isEnd ? sides[1]! : bottoms[position]!;
      const rightTop = isEnd ? sides[1]! : tops[position]!;
      const mask = masks[position]!;
      if ((mask & subjectBit) === subjectBit) {
        const area = (rightBottom - leftBottom + rightTop - leftTop) * halfHeight;
        if (area !== 0) {
          let combination = combinations[position]!;
          if (combination === NOT_ASKED) {
            combination = sink.combinationOf(mask & ~subjectBit, patches[position]!);
            combinations[position] = combination;
          }
          sink.add(combination, area);
        }
      }
      leftBottom = rightBottom;
      leftTop = rightTop;
    }
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
      if (lowY[edge]! > minY) levelCount = this.insertLevel(levelCount, lowY, edge);
      if (highY[edge]! < maxY) levelCount = this.insertLevel(levelCount, highY, edge);
    }
    levels[levelCount] = maxY;
    return levelCount + 1;
  }

  /** Puts the end of an edge among the levels that are sorted, unless it is there; how many there are then. */
  private insertLevel(levelCount: number, ends: Float64Array, edge: number): number {
    const { levels } = this;
    const level = ends[edge]!;
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
    this.covers.makeRoom(size);
  }
}

function grown<Numbers extends Float64Array | Int32Array>(old: Numbers, larger: Numbers): Numbers {
  larger.set(old);
  return larger;
}
