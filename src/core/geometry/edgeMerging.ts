import { EdgeBuffer, NEGATED } from './edgeBuffer';
import type { PlanarBounds, PlanarMultiPolygon, PlanarPolygon, PlanarRing } from './shapes';
import type { WindingChanges } from './windingChanges';

/** Polygons of one layer; they may overlap each other and are then counted once. Rings must be rightly oriented. */
export interface OverlayLayer {
  readonly polygons: readonly PlanarMultiPolygon[];
}

/**
 * Gathers the edges of many rings. Neighbours on a map share their edges, and so do layers made from each other: edges
 * between the same two vertices are kept once, with all that crossing them changes, and not at all where it changes nothing.
 */
export class EdgeMerger {
  private readonly changes: WindingChanges;
  private readonly edges: EdgeBuffer;
  /** Edge plus one by hash of its ends, 0 where free. */
  private readonly table: Int32Array;
  private readonly ends = new Float64Array(4);
  private readonly words = new Uint32Array(this.ends.buffer);

  /** @param mostEdges as many edges as may be added, at most. */
  constructor(changes: WindingChanges, mostEdges: number) {
    this.changes = changes;
    this.edges = new EdgeBuffer(Math.max(16, mostEdges));
    this.table = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, 1.6 * mostEdges))));
  }

  /** Forgets all edges. */
  clear(): void {
    this.edges.count = 0;
    this.table.fill(0);
  }

  /** Adds the edges of a ring whose inside is on its left. */
  addRing(ring: PlanarRing, layer: number, patch: number): void {
    const into = this.changes.of(layer, patch, 1);
    const outOf = this.changes.of(layer, patch, -1);
    let previousX = ring[ring.length - 2]!;
    let previousY = ring[ring.length - 1]!;
    for (let index = 0; index < ring.length; index += 2) {
      const x = ring[index]!;
      const y = ring[index + 1]!;
      if (y > previousY || (y === previousY && x > previousX)) this.add(previousX, previousY, x, y, outOf);
      else if (y !== previousY || x !== previousX) this.add(x, y, previousX, previousY, into);
      previousX = x;
      previousY = y;
    }
  }

  /** The edges that change something, with room for their parts in smaller and smaller cells. */
  merged(): EdgeBuffer {
    const { edges, changes } = this;
    const { count } = edges;
    edges.count = 0;
    for (let edge = 0; edge < count; edge += 1) if (changes.isEffective(edges.change[edge]!)) edges.addFrom(edges, edge);
    return edges;
  }

  private add(lowX: number, lowY: number, highX: number, highY: number, change: number): void {
    const { edges, table, changes } = this;
    const mask = table.length - 1;
    for (let slot = this.hash(lowX, lowY, highX, highY) & mask; ; slot = (slot + 1) & mask) {
      const edge = table[slot]! - 1;
      if (edge < 0) {
        table[slot] = edges.count + 1;
        edges.add(lowX, lowY, highX, highY, change, 0);
        return;
      }
      if (edges.lowX[edge] === lowX && edges.lowY[edge] === lowY && edges.highX[edge] === highX && edges.highY[edge] === highY) {
        edges.change[edge] = changes.sum(edges.change[edge]!, change);
        return;
      }
    }
  }

  private hash(lowX: number, lowY: number, highX: number, highY: number): number {
    const { ends, words } = this;
    ends[0] = lowX;
    ends[1] = lowY;
    ends[2] = highX;
    ends[3] = highY;
    let hash = 0;
    for (let word = 0; word < 8; word += 1) {
      hash = Math.imul(hash ^ words[word]!, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash;
  }
}

/** Adds the edges of a ring whose inside is on its left, each with the same change for what lies inside. */
export function addRing(edges: EdgeBuffer, ring: PlanarRing, change: number): void {
  let previousX = ring[ring.length - 2]!;
  let previousY = ring[ring.length - 1]!;
  for (let index = 0; index < ring.length; index += 2) {
    const x = ring[index]!;
    const y = ring[index + 1]!;
    if (y >= previousY) edges.add(previousX, previousY, x, y, change, NEGATED);
    else edges.add(x, y, previousX, previousY, change, 0);
    previousX = x;
    previousY = y;
  }
}

/** Edges of all rings, those that are shared each time. */
export function edgeCountOf(layers: readonly OverlayLayer[]): number {
  let edgeCount = 0;
  for (const { polygons } of layers) for (const patch of polygons) for (const polygon of patch) for (const ring of polygon) edgeCount += ring.length / 2;
  return edgeCount;
}

/** Whether a polygon's rectangle meets a rectangle. Without any object, since it is asked of every polygon time and again. */
function isNear(polygon: PlanarPolygon, { minX, minY, maxX, maxY }: PlanarBounds): boolean {
  let [isBeforeEast, isBelowNorth, isPastWest, isAboveSouth] = [false, false, false, false];
  for (const ring of polygon) {
    for (let at = 0; at < ring.length; at += 2) {
      isBeforeEast ||= ring[at]! <= maxX;
      isPastWest ||= ring[at]! >= minX;
      isBelowNorth ||= ring[at + 1]! <= maxY;
      isAboveSouth ||= ring[at + 1]! >= minY;
      // Mostly told by the first vertex, or not at all.
      if (isBeforeEast && isPastWest && isBelowNorth && isAboveSouth) return true;
    }
  }
  return false;
}

const NOTHING: PlanarMultiPolygon = [];

/** The polygons of a patch whose rectangles meet a rectangle: the patch itself where that is all of them. */
function patchNear(patch: PlanarMultiPolygon, bounds: PlanarBounds): PlanarMultiPolygon {
  const [first] = patch;
  if (patch.length === 1 && first) return isNear(first, bounds) ? patch : NOTHING;
  return patch.filter((polygon) => isNear(polygon, bounds));
}

/** The polygons whose rectangles meet a rectangle; each patch keeps its number, though it may be empty. */
export function layersNear(layers: readonly OverlayLayer[], bounds: PlanarBounds): readonly OverlayLayer[] {
  return layers.map(({ polygons }) => ({ polygons: polygons.map((patch) => patchNear(patch, bounds)) }));
}

/** Room for so many times the edges of the first layers, so that others of about the same size find room too. */
const SPARE_ROOM = 1.25;

/** Merges the edges of layers, each time in the same room. */
export class LayerMerger {
  private readonly changes: WindingChanges;
  private readonly patchLayer: number;
  private merger: EdgeMerger | null = null;
  private room = 0;

  /** @param patchLayer the layer whose multi-polygons are told apart as patches, or -1. */
  constructor(changes: WindingChanges, patchLayer: number) {
    this.changes = changes;
    this.patchLayer = patchLayer;
  }

  /** The edges of all layers, merged: good until the next are asked for. */
  merged(layers: readonly OverlayLayer[]): EdgeBuffer {
    const merger = this.emptyMerger(edgeCountOf(layers));
    layers.forEach(({ polygons }, layer) => {
      polygons.forEach((patch, index) => {
        for (const polygon of patch) for (const ring of polygon) merger.addRing(ring, layer, layer === this.patchLayer ? index : -1);
      });
    });
    return merger.merged();
  }

  /** An empty merger with room for so many edges. */
  private emptyMerger(edgeCount: number): EdgeMerger {
    if (this.merger && edgeCount <= this.room) {
      this.merger.clear();
      return this.merger;
    }
    this.room = Math.ceil(SPARE_ROOM * edgeCount);
    this.merger = new EdgeMerger(this.changes, this.room);
    return this.merger;
  }
}
