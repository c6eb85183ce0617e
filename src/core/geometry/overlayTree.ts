import { AreaPool, CombinationSums, MAXIMUM_OVERLAY_LAYERS, type AreaRun } from './combinationSums';
import { EdgeBuffer, LEFT_RAY, NEGATED } from './edgeBuffer';
import { addRing, mergedEdges, type OverlayLayer } from './edgeMerging';
import { addHighSide, addLowSide, clipToBounds, type Axis } from './edgeSplitting';
import type { PlanarBounds, PlanarMultiPolygon } from './shapes';
import { SlabSweep } from './slabSweep';
import { WindingChanges } from './windingChanges';

export type { OverlayLayer };

/** Fewer make more leaves to build; more make each leaf on a boundary dearer to sweep. Measured: about here building is cheapest. */
const LEAF_EDGES = 32;
const MINIMUM_CELL_METRES = 0.25;

/** Areas by combination of layers: parallel arrays, m². */
export interface OverlayResult {
  /** Bit i is set where layer i covers. */
  readonly masks: readonly number[];
  /** Index of the covering element of the patch layer, -1 for none. */
  readonly patches: readonly number[];
  readonly areas: readonly number[];
}

interface Leaf {
  readonly kind: 'leaf';
  /** Its edges among the stored edges. */
  readonly firstEdge: number;
  readonly endEdge: number;
  /** The state at its lower left corner, among the stored states. */
  readonly state: number;
  readonly sums: AreaRun;
}

interface Branch {
  readonly kind: 'branch';
  readonly axis: Axis;
  readonly middle: number;
  readonly low: Node;
  readonly high: Node;
  readonly sums: AreaRun;
}

type Node = Leaf | Branch;

/**
 * A binary space partition of a rectangle over all layers at once. Each leaf keeps its few edges, each node the area
 * of every combination of layers in it, so that the exact overlay of a polygon with all layers costs about as much as
 * the leaves its boundary runs through. Areas are exact but for rounding.
 */
export class OverlayTree {
  private readonly bounds: PlanarBounds;
  private readonly sums = new CombinationSums();
  private readonly storedAreas = new AreaPool();
  private readonly storedEdges = new EdgeBuffer();
  private storedStates: Int32Array;
  private storedStateCount = 0;
  private readonly stateByDepth: Int32Array[] = [];
  private readonly leafState: Int32Array;
  private readonly subjectEdges = new EdgeBuffer();
  private readonly changes: WindingChanges;
  private readonly subjectLayer: number;
  private readonly subjectChange: number;
  private readonly querySweep: SlabSweep;
  private readonly root: Node;

  /**
   * @param patchLayer the layer whose multi-polygons are told apart as patches (they must not overlap), or -1.
   * @throws RangeError with more than `MAXIMUM_OVERLAY_LAYERS` layers.
   */
  constructor(bounds: PlanarBounds, layers: readonly OverlayLayer[], patchLayer = -1) {
    if (layers.length > MAXIMUM_OVERLAY_LAYERS) throw new RangeError(`At most ${MAXIMUM_OVERLAY_LAYERS} layers`);
    this.bounds = bounds;
    this.subjectLayer = layers.length;
    this.changes = new WindingChanges(layers.length + 1, patchLayer);
    this.subjectChange = this.changes.start(this.subjectLayer, -1, 1);
    this.querySweep = new SlabSweep(this.changes, this.subjectLayer);
    this.leafState = this.changes.emptyState();
    this.storedStates = new Int32Array(64 * this.leafState.length);
    const edges = mergedEdges(layers, patchLayer, this.changes);
    const state = this.changes.emptyState();
    const start = clipToBounds(edges, bounds, this.changes, state);
    this.root = this.build(new SlabSweep(this.changes, -1), edges, start, state, 1, bounds.minX, bounds.minY, bounds.maxX, bounds.maxY);
    this.storedStates = this.storedStates.slice(0, this.storedStateCount * state.length);
  }

  /** Areas by combination of layers inside a valid, rightly oriented polygon. What lies outside the bounds is left out. */
  overlay(subject: PlanarMultiPolygon): OverlayResult {
    const { subjectEdges, bounds } = this;
    subjectEdges.count = 0;
    for (const polygon of subject) for (const ring of polygon) addRing(subjectEdges, ring, this.subjectChange);
    const state = this.stateAt(0).fill(0);
    const start = clipToBounds(subjectEdges, bounds, this.changes, state);
    this.collect(this.root, start, state, 1, bounds.minX, bounds.minY, bounds.maxX, bounds.maxY);
    const answer = new AreaPool(64);
    return this.resultOf(answer, this.sums.drainTo(answer));
  }

  /** Areas by combination of layers in all of the bounds. */
  all(): OverlayResult {
    return this.resultOf(this.storedAreas, this.root.sums);
  }

  /** The layers that cover a point, as a mask; 0 outside the bounds. */
  maskAt(x: number, y: number): number {
    const { minX, minY, maxX, maxY } = this.bounds;
    if (x < minX || x > maxX || y < minY || y > maxY) return 0;
    let node = this.root;
    while (node.kind === 'branch') node = (node.axis === 0 ? x : y) < node.middle ? node.low : node.high;
    const state = this.storedStateOf(node);
    const { lowX, lowY, highX, highY, change, flags } = this.storedEdges;
    for (let edge = node.firstEdge; edge < node.endEdge; edge += 1) {
      const bottom = lowY[edge]!;
      const top = highY[edge]!;
      if (y < bottom || y >= top) continue;
      const isUpright = highX[edge] === lowX[edge];
      const crossing = isUpright ? lowX[edge]! : lowX[edge]! + ((highX[edge]! - lowX[edge]!) * (y - bottom)) / (top - bottom);
      if (crossing <= x) this.changes.apply(change[edge]!, (flags[edge]! & NEGATED) === 0 ? 1 : -1, state);
    }
    return this.changes.maskOf(state);
  }

  private resultOf(pool: AreaPool, { start, end }: AreaRun): OverlayResult {
    const combinations = pool.combinations.subarray(start, end);
    return {
      masks: Array.from(combinations, (index) => this.sums.masks[index]!),
      patches: Array.from(combinations, (index) => this.sums.patches[index]!),
      areas: Array.from(pool.areas.subarray(start, end)),
    };
  }

  /** Builds the node of a cell from the edges from `start` on, which are at the end of the buffer and stay there. */
  private build(
    sweep: SlabSweep,
    edges: EdgeBuffer,
    start: number,
    state: Int32Array,
    depth: number,
    minX: number,
    minY: number,
    maxX: number,
    maxY: number,
  ): Node {
    const end = edges.count;
    const width = maxX - minX;
    const height = maxY - minY;
    if (end - start <= LEAF_EDGES || Math.max(width, height) <= MINIMUM_CELL_METRES) {
      return this.buildLeaf(sweep, edges, start, state, minX, minY, maxX, maxY);
    }
    const axis: Axis = width >= height ? 0 : 1;
    const middle = axis === 0 ? (minX + maxX) / 2 : (minY + maxY) / 2;
    addLowSide(edges, start, end, axis, middle);
    const low =
      axis === 0
        ? this.build(sweep, edges, end, state, depth + 1, minX, minY, middle, maxY)
        : this.build(sweep, edges, end, state, depth + 1, minX, minY, maxX, middle);
    edges.count = end;
    const highState = this.stateAt(depth);
    highState.set(state);
    addHighSide(edges, start, end, axis, middle, this.changes, highState);
    const high =
      axis === 0
        ? this.build(sweep, edges, end, highState, depth + 1, middle, minY, maxX, maxY)
        : this.build(sweep, edges, end, highState, depth + 1, minX, middle, maxX, maxY);
    edges.count = end;
    this.sums.addRun(this.storedAreas, low.sums);
    this.sums.addRun(this.storedAreas, high.sums);
    return { kind: 'branch', axis, middle, low, high, sums: this.sums.drainTo(this.storedAreas) };
  }

  private buildLeaf(
    sweep: SlabSweep,
    edges: EdgeBuffer,
    start: number,
    state: Int32Array,
    minX: number,
    minY: number,
    maxX: number,
    maxY: number,
  ): Leaf {
    const firstEdge = this.storedEdges.count;
    for (let edge = start; edge < edges.count; edge += 1) {
      if (edges.lowY[edge]! < edges.highY[edge]!) this.storedEdges.addFrom(edges, edge);
    }
    const endEdge = this.storedEdges.count;
    sweep.add(this.storedEdges, firstEdge, endEdge, minY, maxY);
    sweep.run(minX, minY, maxX, maxY, state, this.sums);
    return { kind: 'leaf', firstEdge, endEdge, state: this.storeState(state), sums: this.sums.drainTo(this.storedAreas) };
  }

  /** Sums what lies under the subject in a cell, by the subject's edges from `start` on. */
  private collect(
    node: Node,
    start: number,
    state: Int32Array,
    depth: number,
    minX: number,
    minY: number,
    maxX: number,
    maxY: number,
  ): void {
    const edges = this.subjectEdges;
    const end = edges.count;
    if (start === end) {
      if (state[this.subjectLayer]! > 0) this.sums.addRun(this.storedAreas, node.sums);
      return;
    }
    if (node.kind === 'leaf') {
      this.collectLeaf(node, start, state, minX, minY, maxX, maxY);
      return;
    }
    const { axis, middle } = node;
    addLowSide(edges, start, end, axis, middle);
    if (axis === 0) this.collect(node.low, end, state, depth + 1, minX, minY, middle, maxY);
    else this.collect(node.low, end, state, depth + 1, minX, minY, maxX, middle);
    edges.count = end;
    const highState = this.stateAt(depth);
    highState.set(state);
    addHighSide(edges, start, end, axis, middle, this.changes, highState);
    if (axis === 0) this.collect(node.high, end, highState, depth + 1, middle, minY, maxX, maxY);
    else this.collect(node.high, end, highState, depth + 1, minX, middle, maxX, maxY);
    edges.count = end;
  }

  private collectLeaf(
    leaf: Leaf,
    start: number,
    subject: Int32Array,
    minX: number,
    minY: number,
    maxX: number,
    maxY: number,
  ): void {
    const { querySweep, subjectEdges, subjectLayer } = this;
    const state = this.storedStateOf(leaf);
    const winding = subject[subjectLayer]!;
    state[subjectLayer] = winding;
    let from = winding > 0 ? minY : maxY;
    let to = minY;
    let above = winding;
    for (let edge = start; edge < subjectEdges.count; edge += 1) {
      const flags = subjectEdges.flags[edge]!;
      from = Math.min(from, subjectEdges.lowY[edge]!);
      if ((flags & LEFT_RAY) === 0) to = Math.max(to, subjectEdges.highY[edge]!);
      else above += (flags & NEGATED) === 0 ? 1 : -1;
    }
    if (above > 0) to = maxY;
    if (from >= to) return;
    querySweep.add(subjectEdges, start, subjectEdges.count, from, to);
    querySweep.add(this.storedEdges, leaf.firstEdge, leaf.endEdge, from, to);
    querySweep.run(minX, from, maxX, to, state, this.sums);
  }

  private stateAt(depth: number): Int32Array {
    let state = this.stateByDepth[depth];
    if (!state) {
      state = this.changes.emptyState();
      this.stateByDepth[depth] = state;
    }
    return state;
  }

  private storeState(state: Int32Array): number {
    const at = this.storedStateCount * state.length;
    if (at === this.storedStates.length) {
      const wider = new Int32Array(2 * at);
      wider.set(this.storedStates);
      this.storedStates = wider;
    }
    this.storedStates.set(state, at);
    this.storedStateCount += 1;
    return at;
  }

  /** A copy of the state at a leaf's corner, good until the next is asked for. */
  private storedStateOf({ state }: Leaf): Int32Array {
    const { leafState, storedStates } = this;
    for (let index = 0; index < leafState.length; index += 1) leafState[index] = storedStates[state + index]!;
    return leafState;
  }
}
