import proj4 from 'proj4';
import { isWithinSeries, unprojectTransverse } from '../geometry/inverseTransverseMercator';
import type { LonLatBox } from './importedLayer';

/** A coordinate system that map data in Norway comes in. */
export type SystemId = `EPSG:${number}`;

export interface CoordinateSystem {
  readonly id: SystemId;
  /** Norwegian. */
  readonly title: string;
  /** True for degrees, false for metres. */
  readonly isDegrees: boolean;
  /** File coordinates (east, north) to WGS84 degrees. */
  readonly toLonLat: (x: number, y: number) => readonly [longitude: number, latitude: number];
  /** As `toLonLat`, put into `degrees` at `index` and after it. */
  readonly writeLonLat: (x: number, y: number, degrees: Float64Array, index: number) => void;
  /** WGS84 degrees to file coordinates. */
  readonly fromLonLat: (longitude: number, latitude: number) => readonly [x: number, y: number];
}

/** The system a layer was placed by, and how that was found out. */
export interface PlacedSystem {
  readonly id: SystemId;
  readonly title: string;
  /** `declared` by the file, seen from the `values`, `chosen` by the user, or a mere `guess`. */
  readonly basis: 'declared' | 'values' | 'chosen' | 'guess';
  /** The file has north before east. */
  readonly isSwapped: boolean;
  /** What the file states, where its values say otherwise or the statement is not understood. */
  readonly contradicts: string | null;
}

const WGS84 = '+proj=longlat +datum=WGS84 +no_defs';
const GRS80 = '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs';

/** Where Norway is, with the sea around it. */
const NORWAY: LonLatBox = { west: 2, south: 56, east: 34, north: 82 };
/** How far outside the municipality a layer about it may have its middle, degrees. */
const NEAR_DEGREES = { longitude: 1.5, latitude: 0.75 } as const;

const degreeSystem = (id: SystemId, title: string): CoordinateSystem => ({
  id,
  title,
  isDegrees: true,
  toLonLat: (x, y) => [x, y],
  writeLonLat(x, y, degrees, index) {
    degrees[index] = x;
    degrees[index + 1] = y;
  },
  fromLonLat: (longitude, latitude) => [longitude, latitude],
});

function planeSystem(id: SystemId, title: string, definition: string): CoordinateSystem {
  const plane = proj4(WGS84, definition);
  return {
    id,
    title,
    isDegrees: false,
    toLonLat(x, y) {
      const [longitude, latitude] = plane.inverse([x, y]);
      return [longitude, latitude];
    },
    writeLonLat(x, y, degrees, index) {
      const [longitude, latitude] = plane.inverse([x, y]);
      degrees[index] = longitude;
      degrees[index + 1] = latitude;
    },
    fromLonLat(longitude, latitude) {
      const [x, y] = plane.forward([longitude, latitude]);
      return [x, y];
    },
  };
}

/** A zone of EUREF89: by the quick series in and around it, by proj4 far from it. */
function euref89Zone(zone: number): CoordinateSystem {
  const plane = planeSystem(`EPSG:${25800 + zone}`, `EUREF89 UTM sone ${zone}`, `+proj=utm +zone=${zone} ${GRS80}`);
  const meridian = 6 * zone - 183;
  const position = new Float64Array(2);
  const writeLonLat: CoordinateSystem['writeLonLat'] = (x, y, degrees, index) => {
    if (isWithinSeries(x, y)) unprojectTransverse(x, y, meridian, degrees, index);
    else plane.writeLonLat(x, y, degrees, index);
  };
  return {
    ...plane,
    writeLonLat,
    toLonLat(x, y) {
      writeLonLat(x, y, position, 0);
      return [position[0]!, position[1]!];
    },
  };
}

const UTM_ZONES = [31, 32, 33, 34, 35, 36] as const;
const NTM_ZONES = Array.from({ length: 26 }, (_, index) => index + 5);

const SYSTEMS: ReadonlyMap<SystemId, CoordinateSystem> = new Map(
  [
    degreeSystem('EPSG:4326', 'WGS84, lengde- og breddegrad'),
    degreeSystem('EPSG:4258', 'EUREF89, lengde- og breddegrad'),
    ...UTM_ZONES.flatMap((zone) => [
      euref89Zone(zone),
      planeSystem(`EPSG:${32600 + zone}`, `WGS84 UTM sone ${zone}`, `+proj=utm +zone=${zone} +datum=WGS84 +units=m +no_defs`),
    ]),
    planeSystem('EPSG:3857', 'Web Mercator', '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs'),
    ...NTM_ZONES.map((zone) =>
      planeSystem(
        `EPSG:${5100 + zone}`,
        `EUREF89 NTM sone ${zone}`,
        `+proj=tmerc +lat_0=58 +lon_0=${zone + 0.5} +k=1 +x_0=100000 +y_0=1000000 ${GRS80}`,
      ),
    ),
  ].map((system) => [system.id, system]),
);

/** Systems that values alone can point to, the likeliest first. */
const LIKELY: readonly SystemId[] = ['EPSG:4326', 'EPSG:25832', 'EPSG:25833', 'EPSG:25835', 'EPSG:3857', 'EPSG:5110'];

/** Systems that the user can choose from. */
export const CHOOSABLE_SYSTEMS: readonly { readonly id: SystemId; readonly title: string }[] = [
  ...LIKELY,
  'EPSG:25831' as const,
  'EPSG:25834' as const,
].map((id) => ({ id, title: systemOf(id)?.title ?? id }));

/** The system that all measuring is done in. */
export const MEASURED_SYSTEM: SystemId = 'EPSG:25832';

/** The system of an identifier; null for one that is not known here. */
export function systemOf(id: SystemId): CoordinateSystem | null {
  return SYSTEMS.get(id) ?? null;
}

/** The system that a text names, as `urn:ogc:def:crs:EPSG::25832`, `EPSG:25832`, `25832` or `CRS84`; null for others. */
export function systemNamed(text: string): SystemId | null {
  if (/CRS84|WGS_?84\s*$|OGC:1\.3:CRS83/iu.test(text) && !/UTM/iu.test(text)) return 'EPSG:4326';
  const code = /(?:EPSG\D{0,12}|^)(\d{4,5})$/iu.exec(text.trim())?.[1];
  if (code === undefined) return null;
  const id: SystemId = `EPSG:${Number(code)}`;
  return SYSTEMS.has(id) ? id : null;
}

function isIn(box: LonLatBox, [longitude, latitude]: readonly [number, number], margin = { longitude: 0, latitude: 0 }): boolean {
  return (
    longitude >= box.west - margin.longitude &&
    longitude <= box.east + margin.longitude &&
    latitude >= box.south - margin.latitude &&
    latitude <= box.north + margin.latitude
  );
}

interface Guess {
  readonly system: CoordinateSystem;
  readonly isSwapped: boolean;
}

function placed({ system, isSwapped }: Guess, basis: PlacedSystem['basis'], contradicts: string | null): PlacedSystem {
  return { id: system.id, title: system.title, basis, isSwapped, contradicts };
}

/**
 * The system that a layer's coordinates are in.
 * @param middle a typical position of the layer, in the file's own order
 * @param declared what the file states; an unknown system is passed over
 * @param near the place that the layer ought to be about
 */
export function findSystem(
  middle: readonly [number, number],
  declared: { readonly system: SystemId | null; readonly text: string } | null,
  near: LonLatBox,
): PlacedSystem {
  const [first, second] = middle;
  const positionBy = ({ system, isSwapped }: Guess): readonly [number, number] =>
    isSwapped ? system.toLonLat(second, first) : system.toLonLat(first, second);
  const stated = declared?.system ? systemOf(declared.system) : null;
  const both = (systems: readonly CoordinateSystem[]): Guess[] =>
    [false, true].flatMap((isSwapped) => systems.map((system) => ({ system, isSwapped })));
  const likely = LIKELY.map(systemOf).filter((system) => system !== null);
  const statedGuesses = stated ? both([stated]) : [];
  const unknown = declared && !stated ? declared.text : null;
  const isNear = (guess: Guess): boolean => isIn(near, positionBy(guess), NEAR_DEGREES);
  const isNorwegian = (guess: Guess): boolean => isIn(NORWAY, positionBy(guess));

  const statedNear = statedGuesses.find(isNear);
  if (statedNear) return placed(statedNear, 'declared', null);
  const valueNear = both(likely).find(isNear);
  if (valueNear) return placed(valueNear, 'values', declared?.text ?? null);
  const statedNorwegian = statedGuesses.find(isNorwegian);
  if (statedNorwegian) return placed(statedNorwegian, 'declared', null);
  const valueNorwegian = both(likely).find(isNorwegian);
  if (valueNorwegian) return placed(valueNorwegian, 'guess', unknown);
  const [fallback] = stated ? [stated] : likely;
  if (!fallback) throw new RangeError('No coordinate system is known.');
  return placed({ system: fallback, isSwapped: false }, stated ? 'declared' : 'guess', unknown);
}
