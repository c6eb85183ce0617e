/** A position in WGS84 degrees, longitude first, as in GeoJSON. */
export type LonLat = readonly [longitude: number, latitude: number];

/** Closed ring of positions: the first is repeated as the last, as in GeoJSON. */
export type LonLatRing = readonly LonLat[];

/** Exterior ring (counter-clockwise) followed by holes (clockwise). */
export type LonLatPolygon = readonly LonLatRing[];

export type LonLatMultiPolygon = readonly LonLatPolygon[];

export type LonLatLine = readonly LonLat[];

/** A position in metres, EPSG:25832. */
export interface PlanarPoint {
  readonly x: number;
  readonly y: number;
}

/** Open ring `x0, y0, x1, y1, …` in metres, EPSG:25832; the first vertex is not repeated. */
export type PlanarRing = Float64Array;

/** Exterior ring (counter-clockwise) followed by holes (clockwise). */
export type PlanarPolygon = readonly PlanarRing[];

export type PlanarMultiPolygon = readonly PlanarPolygon[];

/** Polyline `x0, y0, x1, y1, …` in metres, EPSG:25832. */
export type PlanarLine = Float64Array;

/** Axis-parallel rectangle in metres, EPSG:25832. */
export interface PlanarBounds {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}
