import { FARTHEST_FROM_NETWORK_METRES } from '../method/parameters';
import type { WalkingGraph } from './graph';
import { SegmentGrid } from './segmentGrid';
import type { NearestPlace } from './segmentGrid';

/** Where on the network a point comes in: the nearest place on a link, not the nearest node. */
export interface SnappedPlace {
  link: number;
  /** Metres along the link from its first node. */
  offsetMetres: number;
  /** Metres along the link to its last node. */
  remainingMetres: number;
  /** Straight line from the point to the link, metres. */
  legMetres: number;
}

/** A place to snap into; `NetworkSnapper` writes over it, so that snapping many points allocates nothing. */
export function emptyPlace(): SnappedPlace {
  return { link: -1, offsetMetres: 0, remainingMetres: 0, legMetres: Infinity };
}

/** Finds where points come into a network. */
export class NetworkSnapper {
  readonly #graph: WalkingGraph;
  readonly #grid: SegmentGrid;
  readonly #nearest: NearestPlace = { segment: -1, fraction: 0, metres: Infinity };

  constructor(graph: WalkingGraph) {
    this.#graph = graph;
    this.#grid = new SegmentGrid(graph.segmentCoordinates);
  }

  /**
   * Writes the place on the nearest link to `place`. @param point `x, y` in metres, EPSG:25832.
   * False, and nothing written, where every link is more than `FARTHEST_FROM_NETWORK_METRES` away.
   */
  snap(point: Float64Array, place: SnappedPlace): boolean {
    const nearest = this.#nearest;
    if (!this.#grid.findNearest(point, FARTHEST_FROM_NETWORK_METRES, nearest)) return false;
    const { segmentLink, segmentOffset, segmentMetres, linkMetres } = this.#graph;
    const link = segmentLink[nearest.segment]!;
    const offset = segmentOffset[nearest.segment]! + nearest.fraction * segmentMetres[nearest.segment]!;
    place.link = link;
    place.offsetMetres = Math.min(offset, linkMetres[link]!);
    place.remainingMetres = linkMetres[link]! - place.offsetMetres;
    place.legMetres = nearest.metres;
    return true;
  }
}
