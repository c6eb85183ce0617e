import type { AreaId } from '../core/domain/identifiers';
import type { LonLat, LonLatLine, LonLatMultiPolygon } from '../core/geometry/shapes';

/** Something that a hand can be asked to do on the map. */
export type DrawingTask =
  /** A new outline, vertex by vertex, by two corners, or by hand. */
  | { readonly kind: 'polygon' | 'rectangle' | 'freehand' }
  | { readonly kind: 'line' }
  | { readonly kind: 'point' }
  /** The vertices of an outline: dragged, put in at the middle of an edge, taken out by a right click. */
  | { readonly kind: 'edit'; readonly outline: LonLatMultiPolygon }
  /** Outlines moved together. */
  | { readonly kind: 'move'; readonly outlines: readonly LonLatMultiPolygon[] }
  /** A brush led over development areas. */
  | { readonly kind: 'brush'; readonly radiusPixels: number };

/** What came of it, or how it stands while the hand is still at it. */
export type DrawnShape =
  | { readonly kind: 'outline'; readonly outline: LonLatMultiPolygon }
  | { readonly kind: 'line'; readonly line: LonLatLine }
  | { readonly kind: 'point'; readonly position: LonLat }
  /** Metres in EPSG:25832. */
  | { readonly kind: 'shift'; readonly eastMetres: number; readonly northMetres: number }
  /** How many times one stroke of the brush came onto each area. */
  | { readonly kind: 'stroke'; readonly passes: ReadonlyMap<AreaId, number>; readonly erases: boolean };

/** Who hears what the hand does. */
export interface DrawingListener {
  /** The shape as it is just now; null where there is none yet. */
  readonly onShape: (shape: DrawnShape | null) => void;
  /** A gesture is done: a shape is closed, a vertex let go of, a stroke lifted. A task that goes on may tell of several. */
  readonly onDone: (shape: DrawnShape) => void;
}
