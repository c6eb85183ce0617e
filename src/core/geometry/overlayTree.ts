import { AreaPool, CombinationSums, MAXIMUM_OVERLAY_LAYERS, type AreaRun } from './combinationSums';
import { EdgeBuffer } from './edgeBuffer';
import type { Axis, RingVertices } from './halfPlaneClipping';
import { clipToBounds, countInnerEdges, splitBounds, splitRing, windingOfBorderRing } from './ringSplitting';
import type { PlanarBounds, PlanarMultiPolygon } from './shapes';
import { SlabSweep } from './slabSweep';

/** Fewer make more leaves to build; more make each leaf on a boundary dearer to sweep. Measured: about here building is cheapest. */
const LEAF_EDGES = 48;
const MINIMUM_CELL_METRES = 0.25;

/** Polygons of one layer; they may overlap each other and are then counted once. Rings must be rightly oriented. */
export interface OverlayLayer {
  readonly polygons: readonly PlanarMultiPolygon[];
}

/** Areas by combination of layers: parallel arrays, m². */
export interface OverlayResult {
  /** Bit i is set where layer i covers. */
  readonly masks: readonly number[];
  /** Index of the covering element of the patch layer, -1 for none. */
  readonly patches: readonly number[];
  readonly areas: readonly number[];
}

interface ClippedRing {
  readonly vertices: RingVertices;
  readonly layer: number;
  readonly patch: number;
}

interface Leaf {
  readonly kind: 'leaf';
  /** Its edges in the pool of stored edges. */
  readonly firstEdge: number;
  readonly endEdge: number;
  readonly base: Int16Array;
  readonly basePatch: number;
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
  private readonly patchLayer: number;
  private readonly sums = new CombinationSums();
  private readonly edges = new EdgeBuffer();
  private readonly storedEdges = new EdgeBuffer();
  private readonly storedAreas = new AreaPool();
  private readonly subjectLayer: number;
  private readonly querySweep: SlabSweep;
  private readonly root: Node;

  /**
   * @param patchLayer the layer whose multi-polygons are told apart as patches (they must not overlap), or -1.
   * @throws RangeError with more than `MAXIMUM_OVERLAY_LAYERS` layers.
   */
  constructor(
    bounds: PlanarBounds,
    layers: readonly OverlayLayer[],
    patchLayer = -1,
  ) {
    if (layers.length > MAXIMUM_OVERLAY_LAYERS) throw new RangeError(`At most ${MAXIMUM_OVERLAY_LAYERS} layers`);
    this.bounds = bounds;
    this.patchLayer = patchLayer;
    this.subjectLayer = layers.length;
    this.querySweep = new SlabSweep(layers.length + 1, patchLayer, this.subjectLayer);
    const rings: ClippedRing[] = [];
    layers.forEach((layer, layerIndex) => {
      layer.polygons.forEach((multiPolygon, patchIndex) => {
        const patch = layerIndex === patchLayer ? patchIndex : -1;
        for (const vertices of multiPolygon.flat()) {
          const clipped = clipToBounds(vertices, bounds);
          if (clipped.length > 0) rings.push({ vertices: clipped, layer: layerIndex, patch });
        }
      });
    });
    const buildSweep = new SlabSweep(layers.length, patchLayer, -1);
    this.root = this.build(buildSweep, rings, new Int16Array(layers.length), -1, bounds);
  }

  /** Areas by combination of layers inside a valid, rightly oriented polygon. What lies outside the bounds is left out. */
  overlay(subject: PlanarMultiPolygon): OverlayResult {
    const rings = subject.flat().map((ring) => clipToBounds(ring, this.bounds));
    this.collect(this.root, rings.filter((ring) => ring.length > 0), this.bounds);
    const answer = new AreaPool();
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
    const windings = Int16Array.from(node.base);
    const { lowX, lowY, highX, highY, layer, winding } = this.storedEdges;
    for (let edge = node.firstEdge; edge < node.endEdge; edge += 1) {
      const bottom = lowY[edge]!;
      const top = highY[edge]!;
      if (y < bottom || y >= top) continue;
      const crossing = lowX[edge]! + ((highX[edge]! - lowX[edge]!) * (y - bottom)) / (top - bottom);
      if (crossing <= x) windings[layer[edge]!]! += winding[edge]!;
    }
    let mask = 0;
    windings.forEach((sum, index) => {
      if (sum > 0) mask |= 1 << index;
    });
    return mask;
  }

  private resultOf(pool: AreaPool, { start, end }: AreaRun): OverlayResult {
    const combinations = pool.combinations.subarray(start, end);
    return {
      masks: Array.from(combinations, (index) => this.sums.masks[index]!),
      patches: Array.from(combinations, (index) => this.sums.patches[index]!),
      areas: Array.from(pool.areas.subarray(start, end)),
    };
  }

  private build(
    sweep: SlabSweep,
    rings: readonly ClippedRing[],
    inherited: Int16Array,
    inheritedPatch: number,
    bounds: PlanarBounds,
  ): Node {
    let base = inherited;
    let basePatch = inheritedPatch;
    const remaining: ClippedRing[] = [];
    let edgeCount = 0;
    for (const ring of rings) {
      const innerEdges = countInnerEdges(ring.vertices, bounds);
      if (innerEdges > 0) {
        remaining.push(ring);
        edgeCount += innerEdges;
        continue;
      }
      const winding = windingOfBorderRing(ring.vertices, bounds);
      if (winding === 0) continue;
      if (base === inherited) base = inherited.slice();
      base[ring.layer]! += winding;
      if (winding > 0 && ring.layer === this.patchLayer) basePatch = ring.patch;
    }
    const width = bounds.maxX - bounds.minX;
    const height = bounds.maxY - bounds.minY;
    if (edgeCount <= LEAF_EDGES || Math.max(width, height) <= MINIMUM_CELL_METRES) {
      return this.buildLeaf(sweep, remaining, base, basePatch, bounds);
    }
    const axis: Axis = width >= height ? 0 : 1;
    const middle = axis === 0 ? (bounds.minX + bounds.maxX) / 2 : (bounds.minY + bounds.maxY) / 2;
    const [lowBounds, highBounds] = splitBounds(bounds, axis, middle);
    const lowRings: ClippedRing[] = [];
    const highRings: ClippedRing[] = [];
    for (const ring of remaining) {
      const [low, high] = splitRing(ring.vertices, axis, middle);
      if (low.length > 0) lowRings.push(low === ring.vertices ? ring : { vertices: low, layer: ring.layer, patch: ring.patch });
      if (high.length > 0) highRings.push(high === ring.vertices ? ring : { vertices: high, layer: ring.layer, patch: ring.patch });
    }
    const low = this.build(sweep, lowRings, base, basePatch, lowBounds);
    const high = this.build(sweep, highRings, base, basePatch, highBounds);
    this.sums.addRun(this.storedAreas, low.sums);
    this.sums.addRun(this.storedAreas, high.sums);
    return { kind: 'branch', axis, middle, low, high, sums: this.sums.drainTo(this.storedAreas) };
  }

  private buildLeaf(
    sweep: SlabSweep,
    rings: readonly ClippedRing[],
    base: Int16Array,
    basePatch: number,
    bounds: PlanarBounds,
  ): Leaf {
    const { edges } = this;
    edges.clear();
    for (const ring of rings) addRing(edges, ring.vertices, ring.layer, ring.patch, bounds.maxX);
    sweep.run(edges, bounds.minX, bounds.minY, bounds.maxX, bounds.maxY, base, basePatch, this.sums);
    const firstEdge = this.storedEdges.count;
    this.storedEdges.addFrom(edges, 0, edges.count, -Infinity, Infinity);
    return {
      kind: 'leaf',
      firstEdge,
      endEdge: this.storedEdges.count,
      base,
      basePatch,
      sums: this.sums.drainTo(this.storedAreas),
    };
  }

  private collect(node: Node, rings: readonly RingVertices[], bounds: PlanarBounds): void {
    if (rings.length === 0) return;
    let covering = 0;
    let innerEdges = 0;
    for (const ring of rings) {
      const inner = countInnerEdges(ring, bounds);
      innerEdges += inner;
      if (inner === 0) covering += windingOfBorderRing(ring, bounds);
    }
    if (innerEdges === 0) {
      if (covering > 0) this.sums.addRun(this.storedAreas, node.sums);
      return;
    }
    if (node.kind === 'leaf') {
      this.collectLeaf(node, rings, bounds);
      return;
    }
    const [lowBounds, highBounds] = splitBounds(bounds, node.axis, node.middle);
    const lowRings: RingVertices[] = [];
    const highRings: RingVertices[] = [];
    for (const ring of rings) {
      const [low, high] = splitRing(ring, node.axis, node.middle);
      if (low.length > 0) lowRings.push(low);
      if (high.length > 0) highRings.push(high);
    }
    this.collect(node.low, lowRings, lowBounds);
    this.collect(node.high, highRings, highBounds);
  }

  private collectLeaf(leaf: Leaf, rings: readonly RingVertices[], bounds: PlanarBounds): void {
    const { edges } = this;
    edges.clear();
    let minY = Infinity;
    let maxY = -Infinity;
    for (const ring of rings) {
      addRing(edges, ring, this.subjectLayer, -1, bounds.maxX);
      for (let index = 1; index < ring.length; index += 2) {
        if (ring[index]! < minY) minY = ring[index]!;
        if (ring[index]! > maxY) maxY = ring[index]!;
      }
    }
    edges.addFrom(this.storedEdges, leaf.firstEdge, leaf.endEdge, minY, maxY);
    this.querySweep.run(edges, bounds.minX, minY, bounds.maxX, maxY, leaf.base, leaf.basePatch, this.sums);
  }
}

/** Adds a ring's edges but for those on the right side, beyond which nothing is measured. */
function addRing(edges: EdgeBuffer, ring: RingVertices, layer: number, patch: number, maxX: number): void {
  let previousX = ring[ring.length - 2]!;
  let previousY = ring[ring.length - 1]!;
  for (let index = 0; index < ring.length; index += 2) {
    const x = ring[index]!;
    const y = ring[index + 1]!;
    if (x !== maxX || previousX !== maxX) edges.add(previousX, previousY, x, y, layer, patch);
    previousX = x;
    previousY = y;
  }
}
