import proj4 from 'proj4';
import type {
  LonLat,
  LonLatLine,
  LonLatMultiPolygon,
  LonLatPolygon,
  LonLatRing,
  PlanarLine,
  PlanarMultiPolygon,
  PlanarPoint,
  PlanarPolygon,
  PlanarRing,
} from './shapes';
import { projectTransverse, SERIES_REACH_DEGREES } from './transverseMercator';
import { mend, type GeometryFault, type Mending } from './validity';

// EUREF89 and WGS84 are taken as one datum, as PROJ does without a time-dependent transformation.
const WGS84 = '+proj=longlat +datum=WGS84 +no_defs';
const utm = (zone: number): string =>
  `+proj=utm +zone=${zone} +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs`;

const plane = proj4(WGS84, utm(32));
const statisticsGrid = proj4(WGS84, utm(33));

const mendings = new WeakMap<LonLatMultiPolygon, Mending>();
/** Multipolygons that are known to be valid. */
const trusted = new WeakSet<LonLatMultiPolygon>();
const planarLines = new WeakMap<LonLatLine, PlanarLine>();

const CENTRAL_MERIDIAN = 9;
const MOST_LATITUDE = 89;

/** Puts a position in EPSG:25832, metres, at `index` and after it: by the quick series in and around the zone, by proj4 far from it. */
export function projectPosition(longitude: number, latitude: number, planar: Float64Array, index: number): void {
  if (Math.abs(longitude - CENTRAL_MERIDIAN) <= SERIES_REACH_DEGREES && Math.abs(latitude) <= MOST_LATITUDE) {
    projectTransverse(longitude, latitude, CENTRAL_MERIDIAN, planar, index);
    return;
  }
  const [x, y] = plane.forward([longitude, latitude]);
  planar[index] = x;
  planar[index + 1] = y;
}

/** WGS84 degrees to metres in EPSG:25832. */
export function toPlanarPoint([longitude, latitude]: LonLat): PlanarPoint {
  const planar = new Float64Array(2);
  projectPosition(longitude, latitude, planar, 0);
  return { x: planar[0]!, y: planar[1]! };
}

/** Metres in EPSG:25832 to WGS84 degrees. */
export function toLonLat(point: PlanarPoint): LonLat {
  const [longitude, latitude] = plane.inverse([point.x, point.y]);
  return [longitude, latitude];
}

/** Metres in EPSG:25833, the national statistics grid, to WGS84 degrees. */
export function statisticsGridToLonLat(point: PlanarPoint): LonLat {
  const [longitude, latitude] = statisticsGrid.inverse([point.x, point.y]);
  return [longitude, latitude];
}

/** WGS84 degrees to metres in EPSG:25833, the national statistics grid. */
export function lonLatToStatisticsGrid(position: LonLat): PlanarPoint {
  const [x, y] = statisticsGrid.forward([position[0], position[1]]);
  return { x, y };
}

/** Metres in EPSG:25833 to metres in EPSG:25832. */
export function statisticsGridToPlanar(point: PlanarPoint): PlanarPoint {
  return toPlanarPoint(statisticsGridToLonLat(point));
}

/** Metres in EPSG:25832 to metres in EPSG:25833. */
export function planarToStatisticsGrid(point: PlanarPoint): PlanarPoint {
  return lonLatToStatisticsGrid(toLonLat(point));
}

function projectPositions(positions: readonly LonLat[], count: number): Float64Array {
  const planar = new Float64Array(count * 2);
  for (let index = 0; index < count; index += 1) {
    const [longitude, latitude] = positions[index]!;
    projectPosition(longitude, latitude, planar, 2 * index);
  }
  return planar;
}

/** A GeoJSON ring as an open ring in EPSG:25832, in the order given. A ring that is not closed is taken as it is. */
export function toPlanarRing(ring: LonLatRing): PlanarRing {
  const first = ring[0];
  const last = ring[ring.length - 1];
  if (first === undefined || last === undefined) return new Float64Array();
  const closed = ring.length > 1 && first[0] === last[0] && first[1] === last[1];
  return projectPositions(ring, closed ? ring.length - 1 : ring.length);
}

/** Says that a multipolygon was mended when it was read: it is projected as it is, and not looked through again. */
export function trustOutline(polygons: LonLatMultiPolygon): void {
  trusted.add(polygons);
}

/** Multipolygon in EPSG:25832, valid whatever came in: projected and mended once for each multipolygon object. */
export function toPlanarMultiPolygon(polygons: LonLatMultiPolygon): PlanarMultiPolygon {
  return mendedOutline(polygons).polygons;
}

/** As `toPlanarMultiPolygon`, of something that may have it already. */
export function planarOf(feature: { readonly outline: LonLatMultiPolygon; readonly planar?: PlanarMultiPolygon }): PlanarMultiPolygon {
  return feature.planar ?? toPlanarMultiPolygon(feature.outline);
}

/** What had to be mended in a multipolygon; nothing where it is valid. */
export function outlineFaults(polygons: LonLatMultiPolygon): readonly GeometryFault[] {
  return mendedOutline(polygons).faults;
}

function mendedOutline(polygons: LonLatMultiPolygon): Mending {
  const known = mendings.get(polygons);
  if (known !== undefined) return known;
  const planar = polygons.map((polygon) => polygon.map(toPlanarRing));
  const mending = trusted.has(polygons) ? { polygons: planar, faults: [] } : mend(planar);
  mendings.set(polygons, mending);
  return mending;
}

/** Polyline in EPSG:25832, projected once for each line object. */
export function toPlanarLine(line: LonLatLine): PlanarLine {
  const known = planarLines.get(line);
  if (known !== undefined) return known;
  const planar = projectPositions(line, line.length);
  planarLines.set(line, planar);
  return planar;
}

/** Polyline in WGS84 degrees. */
export function toLonLatLine(line: PlanarLine): LonLatLine {
  const positions: LonLat[] = [];
  for (let index = 0; index + 1 < line.length; index += 2) {
    positions.push(toLonLat({ x: line[index]!, y: line[index + 1]! }));
  }
  return positions;
}

/** Closed GeoJSON ring in WGS84 degrees. */
export function toLonLatRing(ring: PlanarRing): LonLatRing {
  const positions = toLonLatLine(ring);
  const [first] = positions;
  return first === undefined ? positions : [...positions, first];
}

/** Polygon with closed rings in WGS84 degrees. */
function toLonLatPolygon(polygon: PlanarPolygon): LonLatPolygon {
  return polygon.map(toLonLatRing);
}

/** Multipolygon with closed rings in WGS84 degrees. */
export function toLonLatMultiPolygon(polygons: PlanarMultiPolygon): LonLatMultiPolygon {
  return polygons.map(toLonLatPolygon);
}
