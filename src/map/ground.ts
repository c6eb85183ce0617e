import { type Dataset, layersOf } from '../core/domain/dataset';
import { difference, union } from '../core/geometry/booleans';
import { toLonLatMultiPolygon, toPlanarMultiPolygon } from '../core/geometry/projection';
import type { LonLat, LonLatLine, LonLatMultiPolygon, LonLatPolygon, LonLatRing } from '../core/geometry/shapes';
import { boundsOfPolygons, joinedBounds, type LonLatBounds } from './bounds';

/** What the map draws beneath and around the layers of the data set. */
export interface Ground {
  /** The rectangle that the data cover; null without land and municipality. */
  readonly extent: LonLatBounds | null;
  readonly municipality: LonLatMultiPolygon;
  /** Where there is no land within the extent. */
  readonly sea: LonLatMultiPolygon;
  /** Edges of the sea, without the straight edges where the data are cut. */
  readonly shorelines: readonly LonLatLine[];
  /** Everything outside the municipality. */
  readonly surroundings: LonLatPolygon;
}

/** The part of the world that Web Mercator shows. */
const WORLD_RING: LonLatRing = [
  [-180, -85],
  [180, -85],
  [180, 85],
  [-180, 85],
  [-180, -85],
];

/** Straight edges in degrees bend in the plane; cut in so many pieces they stay within a metre. */
const EDGE_PIECES = 24;

/** Nearer than this to the extent's edge, in degrees of latitude, an edge of the sea is a cut (about 10 m). */
const CUT_DEGREES = 0.0001;

function ringOf(bounds: LonLatBounds): LonLatRing {
  const corners: readonly LonLat[] = [
    [bounds.west, bounds.south],
    [bounds.east, bounds.south],
    [bounds.east, bounds.north],
    [bounds.west, bounds.north],
  ];
  const positions = corners.flatMap((from, corner) => {
    const to = corners[(corner + 1) % corners.length] ?? from;
    return Array.from({ length: EDGE_PIECES }, (_, piece): LonLat => {
      const part = piece / EDGE_PIECES;
      return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
    });
  });
  return [...positions, ...positions.slice(0, 1)];
}

/** The outline of the municipality that the data set is about. */
function municipalityOutline(dataset: Pick<Dataset, 'layers' | 'parameters'>): LonLatMultiPolygon {
  const features = layersOf(dataset, 'municipality').flatMap((layer) => layer.polygons);
  const { number } = dataset.parameters.municipality;
  const own = features.filter(({ properties }) => properties['number'] === number);
  return (own.length > 0 ? own : features).flatMap((feature) => feature.outline);
}

/** Whether an edge runs along one side of the extent, where the data are cut. */
function runsAlongCut(from: LonLat, to: LonLat, extent: LonLatBounds): boolean {
  const alongMeridian = (longitude: number): boolean =>
    Math.max(Math.abs(from[0] - longitude), Math.abs(to[0] - longitude)) / 2 < CUT_DEGREES;
  const alongParallel = (latitude: number): boolean =>
    Math.max(Math.abs(from[1] - latitude), Math.abs(to[1] - latitude)) < CUT_DEGREES;
  return (
    alongMeridian(extent.west) || alongMeridian(extent.east) || alongParallel(extent.south) || alongParallel(extent.north)
  );
}

/** The ring without its edges along the extent's border, as open lines. */
function linesOffTheCut(ring: LonLatRing, extent: LonLatBounds): readonly LonLatLine[] {
  const lines: LonLat[][] = [];
  let line: LonLat[] = [];
  ring.forEach((position, index) => {
    const previous = ring[index - 1];
    const cut = previous !== undefined && runsAlongCut(previous, position, extent);
    if (cut && line.length > 1) lines.push(line);
    line = cut ? [position] : [...line, position];
  });
  if (line.length > 1) lines.push(line);
  return lines;
}

/** Works out the ground from the land and municipality layers. Without land there is no sea. */
export function describeGround(dataset: Pick<Dataset, 'layers' | 'parameters'>): Ground {
  const municipality = municipalityOutline(dataset);
  const land = layersOf(dataset, 'land').flatMap((layer) => layer.polygons.map((feature) => feature.outline));
  const landBounds = land.map(boundsOfPolygons).reduce(joinedBounds, null);
  const extent = joinedBounds(landBounds, boundsOfPolygons(municipality));
  const sea =
    landBounds === null || extent === null
      ? []
      : toLonLatMultiPolygon(
          difference(toPlanarMultiPolygon([[ringOf(extent)]]), union(...land.map(toPlanarMultiPolygon))),
        );
  return {
    extent,
    municipality,
    sea,
    shorelines: extent === null ? [] : sea.flatMap((polygon) => polygon.flatMap((ring) => linesOffTheCut(ring, extent))),
    surroundings: [WORLD_RING, ...municipality.flatMap((polygon) => polygon.slice(0, 1))],
  };
}
