import { toLonLat, toLonLatMultiPolygon } from '../../src/core/geometry/projection';
import type { PlanarMultiPolygon } from '../../src/core/geometry/shapes';

const EAST = 580_000;
const NORTH = 6_640_000;

/** A station given by metres east and north of the place's south-west corner. */
export interface SquareStation {
  readonly id: string;
  readonly town: string;
  readonly east: number;
  readonly north: number;
}

/** Rectangle in EPSG:25832, placed by metres from the place's south-west corner. */
export function rectangle(east: number, north: number, width: number, height: number): PlanarMultiPolygon {
  const left = EAST + east;
  const bottom = NORTH + north;
  return [[Float64Array.of(left, bottom, left + width, bottom, left + width, bottom + height, left, bottom + height)]];
}

function collection(outline: PlanarMultiPolygon): string {
  const geometry = { type: 'MultiPolygon', coordinates: toLonLatMultiPolygon(outline) };
  return JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry }] });
}

function layer(id: string, role: string, file: string): Readonly<Record<string, unknown>> {
  return {
    id, title: `Laget ${id}`, role, file, format: file.split('.').at(-1), source: 'kilde', date: '2026', licence: 'CC BY 4.0',
    attribution: 'x', accuracyMetres: 10, accuracyNote: 'merknad', assumption: false,
  };
}

/** Catalogue of {@link squarePlace}. */
export const squareCatalogue = {
  schemaVersion: 1,
  layers: [
    layer('municipality', 'municipality', 'municipality.geojson'),
    layer('land', 'land', 'land.geojson'),
    layer('lake', 'water', 'lake.geojson'),
    layer('marka', 'marka', 'marka.geojson'),
    layer('farmland', 'farmland', 'farmland.geojson'),
    layer('stations', 'station', 'stations.csv'),
    layer('population', 'population', 'population.csv'),
    layer('towns', 'town', 'towns.geojson'),
    layer('default-areas', 'defaultArea', 'default-areas.geojson'),
  ],
};

/** Parameters of {@link squarePlace}: one town for each name among the stations. */
export function squareParameters(
  stations: readonly SquareStation[],
): Readonly<Record<string, unknown>> & { readonly towns: readonly Readonly<Record<string, unknown>>[] } {
  const towns = [...new Set(stations.map((station) => station.town))];
  const figure = { source: 'kilde', assumption: true };
  return {
    schemaVersion: 1,
    municipality: { number: '9999', name: 'Kvadratet' },
    openingView: { southWest: [10, 59], northEast: [11, 60] },
    growthAlternatives: { source: 'kilde', alternatives: [{ id: 'only', name: 'Eneste', dwellingsPerYear: 10 }] },
    usualProgramme: { firstYear: 2026, lastYear: 2035, townsShare: 0.8, source: 'kilde' },
    towns: towns.map((id) => ({
      id,
      name: `Byen ${id}`,
      anchors: stations.filter((station) => station.town === id).map((station) => station.id),
      developableShare: 0.1,
      share: 1 / towns.length,
    })),
    projects: [],
    waterBelts: { seaMetres: 100, namedWatercourseMetres: 30, namedWatercourses: [], otherWaterMetres: 10, source: 'kilde' },
    farmlandLossDaaPerYear: { value: 16, ...figure },
    defaultAreas: { gridMetres: 200, minimumDaa: 10, typology: 'blokk', source: 'kilde' },
    ageSupportRatio: { source: 'kilde', years: [] },
    hiddenLayers: ['population'],
  };
}

/**
 * Geodata files of a made-up municipality, 10 km square: land north of 2 km, a lake, Marka along the north edge and a field
 * of farmland, with the stations given. Towns and default areas are left for the derivation.
 */
export function squarePlace(stations: readonly SquareStation[]): Map<string, string> {
  const rows = stations.map(({ id, east, north }) => {
    const [longitude, latitude] = toLonLat({ x: EAST + east, y: NORTH + north });
    return `${id},${id},train,L1,inOperation,,,${longitude},${latitude},15,4,kilde\n`;
  });
  return new Map([
    ['catalogue.json', JSON.stringify(squareCatalogue)],
    ['parameters.json', JSON.stringify(squareParameters(stations))],
    ['municipality.geojson', collection(rectangle(0, 0, 10_000, 10_000))],
    ['land.geojson', collection(rectangle(-5000, 2000, 20_000, 20_000))],
    ['lake.geojson', collection(rectangle(4000, 4000, 700, 300))],
    ['marka.geojson', collection(rectangle(0, 8000, 10_000, 2000))],
    ['farmland.geojson', collection(rectangle(6000, 3000, 500, 900))],
    [
      'stations.csv',
      `id,name,mode,line,status,project,openingYear,longitude,latitude,accuracyMetres,departuresPerHour,source\n${rows.join('')}`,
    ],
    ['population.csv', 'ssbid250m,residents,shareInMunicipality\n22402506656000,10,1\n'],
  ]);
}
