import { AreaPool, MAXIMUM_OVERLAY_LAYERS, type AreaRun } from './combinationSums';
import { EdgeBuffer, FROM_BELOW, LEFT_RAY, NEGATED } from './edgeBuffer';
import { addRing, edgeCountOf, LayerMerger, layersNear, type OverlayLayer } from './edgeMerging';
import { addHighSide, addLowSide, clipToBounds, type Axis } from './edgeSplitting';
import type { LatticeFrame } from './latticeFrame';
import { LatticeMasks, type MaskVisitor } from './latticeMasks';
import { MaskSearch } from './maskSearch';
import { OverlayCells, type OverlayCell } from './overlayCell';
import { OverlayStore, type OverlayLeaf, type OverlayNode } from './overlayStore';
import type { PlanarBounds, PlanarMultiPolygon } from './shapes';
import { SlabSweep } from './slabSweep';
import { WindingChanges } from './windingChanges';

export type { OverlayLayer };

/** Fewer make more leaves to build; more make each leaf on a boundary dearer to sweep. Measured: about here building is cheapest. */
const LEAF_EDGES = 32;
const MINIMUM_CELL_METRES = 0.25;
/** A part is not made smaller than this, however many edges come near it. */
const MINIMUM_PART_METRES = 50;
/** Of more edges, a tree is built part by part: while it is built, edges take several times their room. */
const MOST_EDGES_AT_ONCE = 500_000;
/** Of the edges of all layers about so many are kept: neighbours share theirs. Where more come, room is made for them. */
const KEPT_EDGES_SHARE = 0.5;

/** Areas by combination of layers: parallel arrays, m². */
export interface OverlayResult {
  /** Bit i is set where layer i covers. */
  readonly masks: readonly number[];
  /** Index of the covering element of the patch layer, -1 for none. */
  readonly patches: readonly number[];
  readonly areas: readonly number[];
}

/** How a tree is built; the tree is the same whatever it is. */
export interface OverlayBuilding {
  /** How many edges are built from at once. */
  readonly mostEdges?: number;
  /** Hears, after each part, how much is built, 0–1. */
  readonly onPart?: (done: number) => void;
}

interface PartBuilding {
  readonly sweep: SlabSweep;
  readonly merger: LayerMerger;
  readonly mostEdges: number;
  readonly onBuilt: (edges: number) => void;
}

/**
 * A binary space partition of a rectangle over all layers at once. Each leaf keeps its few edges, each node the area
 * of every combination of layers in it, so that the exact overlay of a polygon with all layers costs about as much as
 * the leaves its boundary runs through. Areas are exact but for rounding.
 */
export class OverlayTree {
  private readonly bounds: PlanarBounds;
  private readonly store: OverlayStore;
  private readonly answer = new AreaPool(64);
  private readonly subjectEdges = new EdgeBuffer();
  private readonly changes: WindingChanges;
  private readonly cells: OverlayCells;
  private readonly subjectLayer: number;
  private readonly subjectChange: number;
  private readonly querySweep: SlabSweep;
  private readonly root: OverlayNode;

  /**
   * @param patchLayer the layer whose multi-polygons are told apart as patches (they must not overlap), or -1.
   * @throws RangeError with more than `MAXIMUM_OVERLAY_LAYERS` layers.
   */
  constructor(bounds: PlanarBounds, layers: readonly OverlayLayer[], patchLayer = -1, { mostEdges = MOST_EDGES_AT_ONCE, onPart }: OverlayBuilding = {}) {
    if (layers.length > MAXIMUM_OVERLAY_LAYERS) throw new RangeError(`At most ${MAXIMUM_OVERLAY_LAYERS} layers`);
    this.bounds = bounds;
    this.subjectLayer = layers.length;
    this.changes = new WindingChanges(layers.length + 1, patchLayer);
    this.cells = new OverlayCells(this.changes);
    this.subjectChange = this.changes.of(this.subjectLayer, -1, 1);
    this.querySweep = new SlabSweep(this.changes, this.subjectLayer);
    const edgeCount = edgeCountOf(layers);
    this.store = new OverlayStore(this.changes, Math.ceil(KEPT_EDGES_SHARE * edgeCount));
    let built = 0;
    const building: PartBuilding = {
      sweep: new SlabSweep(this.changes, -1),
      merger: new LayerMerger(this.changes, patchLayer),
      mostEdges,
      onBuilt(edges) {
        built += edges;
        // Edges along the border of two parts are built in both.
        onPart?.(Math.min(1, built / edgeCount));
      },
    };
    this.root = this.buildPart(building, layers, bounds);
    this.changes.trim();
    this.store.trim();
  }

  /** Areas by combination of layers inside a valid, rightly oriented polygon. What lies outside the bounds is left out. */
  overlay(subject: PlanarMultiPolygon): OverlayResult {
    const { subjectEdges, bounds } = this;
    subjectEdges.count = 0;
    for (const polygon of subject) for (const ring of polygon) addRing(subjectEdges, ring, this.subjectChange);
    const cell = this.cells.whole(bounds);
    const start = clipToBounds(subjectEdges, bounds, this.changes, cell.state);
    this.collectAround(start, cell);
    const { answer } = this;
    answer.count = 0;
    return this.resultOf(answer, this.store.sums.drainTo(answer));
  }

  /** Areas by combination of layers in all of the bounds. */
  all(): OverlayResult {
    return this.resultOf(this.store.areas, this.root.sums);
  }

  /**
   * The layers that cover each of the points `x0, y0, …`, as masks; 0 outside the bounds.
   *
   * @param isSought says which masks matter: where none of them is near, a point may be given -1 instead of its mask.
   */
  masksAt(points: Float64Array, isSought: (mask: number) => boolean = () => true): Int32Array {
    const masks = new Int32Array(points.length / 2);
    const { minX, minY, maxX, maxY } = this.bounds;
    const inside = new Uint32Array(masks.length);
    let count = 0;
    for (let point = 0; point < masks.length; point += 1) {
      const x = points[2 * point]!;
      const y = points[2 * point + 1]!;
      if (x < minX || x > maxX || y < minY || y > maxY) continue;
      inside[count] = point;
      count += 1;
    }
    new MaskSearch(this.store, points, masks, isSought).search(this.root, inside.subarray(0, count));
    return masks;
  }

  /** Visits the cells of a frame with the layers that cover their middles, as masks; those outside the bounds are left out. */
  visitMasks(frame: LatticeFrame, visit: MaskVisitor): void {
    new LatticeMasks(this.store, frame, visit).search(this.root, this.bounds);
  }

  private resultOf(pool: AreaPool, { start, end }: AreaRun): OverlayResult {
    const masks: number[] = [];
    const patches: number[] = [];
    const areas: number[] = [];
    for (let position = start; position < end; position += 1) {
      const combination = pool.combinations[position]!;
      masks.push(this.store.sums.masks[combination]!);
      patches.push(this.store.sums.patches[combination]!);
      areas.push(pool.areas[position]!);
    }
    return { masks, patches, areas };
  }

  /** Builds the node of a cell from all that comes near it. */
  private buildPart(building: PartBuilding, layers: readonly OverlayLayer[], bounds: PlanarBounds): OverlayNode {
    const { minX, minY, maxX, maxY } = bounds;
    const edgeCount = edgeCountOf(layers);
    if (edgeCount <= building.mostEdges || Math.max(maxX - minX, maxY - minY) <= MINIMUM_PART_METRES) {
      const edges = building.merger.merged(layers);
      const cell = this.cells.whole(bounds);
      const start = clipToBounds(edges, bounds, this.changes, cell.state);
      const node = this.build(building.sweep, edges, start, cell, 1);
      building.onBuilt(edgeCount);
      return node;
    }
    const axis: Axis = maxX - minX >= maxY - minY ? 0 : 1;
    const middle = axis === 0 ? (minX + maxX) / 2 : (minY + maxY) / 2;
    const partOf = (part: PlanarBounds): OverlayNode => this.buildPart(building, layersNear(layers, part), part);
    const [lowPart, highPart] = axis === 0 ? [{ maxX: middle }, { minX: middle }] : [{ maxY: middle }, { minY: middle }];
    return this.branch(axis, middle, partOf({ ...bounds, ...lowPart }), partOf({ ...bounds, ...highPart }));
  }

  private branch(axis: Axis, middle: number, low: OverlayNode, high: OverlayNode): OverlayNode {
    this.store.sums.addRun(this.store.areas, low.sums);
    this.store.sums.addRun(this.store.areas, high.sums);
    return { kind: 'branch', axis, middle, low, high, sums: this.store.sums.drainTo(this.store.areas) };
  }

  /** Builds the node of a cell from the edges from `start` on, which are at the end of the buffer and stay there. The cell is used up. */
  private build(sweep: SlabSweep, edges: EdgeBuffer, start: number, cell: OverlayCell, depth: number): OverlayNode {
    const end = edges.count;
    const width = cell.maxX - cell.minX;
    const height = cell.maxY - cell.minY;
    if (end - start <= LEAF_EDGES || Math.max(width, height) <= MINIMUM_CELL_METRES) return this.buildLeaf(sweep, edges, start, cell);
    const axis: Axis = width >= height ? 0 : 1;
    const middle = axis === 0 ? (cell.minX + cell.maxX) / 2 : (cell.minY + cell.maxY) / 2;
    const beyond = this.cells.at(depth);
    beyond.copy(cell);
    addLowSide(edges, start, end, axis, middle);
    cell.keepLow(axis, middle);
    const low = this.build(sweep, edges, end, cell, depth + 1);
    edges.count = end;
    addHighSide(edges, start, end, axis, middle, this.changes, beyond.state);
    beyond.keepHigh(axis, middle);
    const high = this.build(sweep, edges, end, beyond, depth + 1);
    edges.count = end;
    return this.branch(axis, middle, low, high);
  }

  private buildLeaf(sweep: SlabSweep, edges: EdgeBuffer, start: number, { minX, minY, maxX, maxY, state }: OverlayCell): OverlayLeaf {
    const firstEdge = this.store.edges.count;
    for (let edge = start; edge < edges.count; edge += 1) {
      if (edges.lowY[edge]! < edges.highY[edge]!) this.store.edges.addFrom(edges, edge);
    }
    const endEdge = this.store.edges.count;
    sweep.add(this.store.edges, firstEdge, endEdge, minY, maxY, Infinity);
    sweep.run(minX, minY, maxX, maxY, state, this.store.sums);
    return { kind: 'leaf', firstEdge, endEdge, state: this.store.addState(state), sums: this.store.sums.drainTo(this.store.areas) };
  }

  /** Sums what lies under the subject, by its edges from `start` on: from the smallest cell that holds them all. */
  private collectAround(start: number, cell: OverlayCell): void {
    const { count, lowX, lowY, highX, highY } = this.subjectEdges;
    // What was cut at the bounds has rays there and edges that tell of corners: those are looked at in every cell.
    const isCut = start > 0;
    let west = isCut ? -Infinity : Infinity;
    let south = west;
    let east = -west;
    let north = -west;
    for (let edge = start; edge < count; edge += 1) {
      west = Math.min(west, lowX[edge]!, highX[edge]!);
      east = Math.max(east, lowX[edge]!, highX[edge]!);
      south = Math.min(south, lowY[edge]!);
      north = Math.max(north, highY[edge]!);
    }
    let node = this.root;
    while (node.kind === 'branch') {
      const { axis, middle } = node;
      if ((axis === 0 ? east : north) < middle) {
        node = node.low;
        cell.keepLow(axis, middle);
      } else if ((axis === 0 ? west : south) >= middle) {
        node = node.high;
        cell.keepHigh(axis, middle);
      } else break;
    }
    this.collect(node, start, cell, 1);
  }

  /** Sums what lies under the subject in a cell, by the subject's edges from `start` on. The cell is used up. */
  private collect(node: OverlayNode, start: number, cell: OverlayCell, depth: number): void {
    const edges = this.subjectEdges;
    const end = edges.count;
    if (start === end) {
      if (cell.state[this.subjectLayer]! > 0) this.store.sums.addRun(this.store.areas, node.sums);
      return;
    }
    if (node.kind === 'leaf') {
      this.collectLeaf(node, start, cell);
      return;
    }
    const { axis, middle } = node;
    const beyond = this.cells.at(depth);
    beyond.copy(cell);
    addLowSide(edges, start, end, axis, middle);
    cell.keepLow(axis, middle);
    this.collect(node.low, end, cell, depth + 1);
    edges.count = end;
    addHighSide(edges, start, end, axis, middle, this.changes, beyond.state);
    beyond.keepHigh(axis, middle);
    this.collect(node.high, end, beyond, depth + 1);
    edges.count = end;
  }

  private collectLeaf(leaf: OverlayLeaf, start: number, { minX, minY, maxX, maxY, state: subject }: OverlayCell): void {
    const { querySweep, subjectEdges, subjectLayer } = this;
    const state = this.store.stateOf(leaf);
    const winding = subject[subjectLayer]!;
    state[subjectLayer] = winding;
    let from = winding > 0 ? minY : maxY;
    let to = minY;
    let above = winding;
    let beyond = winding;
    let right = minX;
    for (let edge = start; edge < subjectEdges.count; edge += 1) {
      const flags = subjectEdges.flags[edge]!;
      const sign = (flags & NEGATED) === 0 ? 1 : -1;
      from = Math.min(from, subjectEdges.lowY[edge]!);
      if ((flags & FROM_BELOW) !== 0) beyond += sign;
      if ((flags & LEFT_RAY) === 0) {
        to = Math.max(to, subjectEdges.highY[edge]!);
        right = Math.max(right, subjectEdges.lowX[edge]!, subjectEdges.highX[edge]!);
      } else above += sign;
    }
    if (above > 0) to = maxY;
    if (beyond > 0) right = maxX;
    if (from >= to) return;
    querySweep.add(subjectEdges, start, subjectEdges.count, from, to, Infinity);
    querySweep.add(this.store.edges, leaf.firstEdge, leaf.endEdge, from, to, right);
    querySweep.run(minX, from, maxX, to, state, this.store.sums);
  }
}
