import type { Position } from 'geojson';
import { roundPosition } from '../../core/geometry/coordinates';
import type { LonLat, LonLatMultiPolygon, LonLatRing } from '../../core/geometry/shapes';

/** One ring of an outline as a shape of the drawing library, which knows polygons of one ring only. */
export interface RingFeature {
  readonly id: string;
  /** Place of its polygon in the outline. */
  readonly polygon: number;
  readonly isHole: boolean;
  readonly ring: LonLatRing;
}

/** The rings of an outline, each by itself, with the decimals that the library takes. */
export function ringFeatures(outline: LonLatMultiPolygon, newId: () => string): readonly RingFeature[] {
  return outline.flatMap((rings, polygon) =>
    rings.map((ring, index) => ({ id: newId(), polygon, isHole: index > 0, ring: ring.map(roundPosition) })),
  );
}

/** A ring as the drawing library gives it. */
export function toRing(positions: readonly Position[]): LonLatRing {
  return positions.map(([longitude = 0, latitude = 0]): LonLat => [longitude, latitude]);
}

/** The outline that rings make up together, as they are now. */
export function outlineOfRings(rings: readonly RingFeature[], ringNow: (id: string) => LonLatRing | null): LonLatMultiPolygon {
  const polygons = new Map<number, LonLatRing[]>();
  for (const { id, polygon, isHole } of rings) {
    const ring = ringNow(id);
    if (!ring) continue;
    const known = polygons.get(polygon) ?? [];
    // The exterior comes first, whatever order the rings are in.
    polygons.set(polygon, isHole ? [...known, ring] : [ring, ...known]);
  }
  return [...polygons.values()];
}
