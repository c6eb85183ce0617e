import { zipSync } from 'fflate';
import { toLonLat, planarToStatisticsGrid } from '../../src/core/geometry/projection';
import type { LocalServices } from './localServices';

/** A municipality of 10 by 8 km that is nowhere: EPSG:25832. */
const EAST = 560_000;
const NORTH = 6_560_000;
export const WIDTH = 10_000;
export const HEIGHT = 8000;

export const NUMBER = '9999';

type Position = readonly [number, number];

/** WGS84 of a point by metres east and north of the south-west corner. */
function at(east: number, north: number): Position {
  const [longitude, latitude] = toLonLat({ x: EAST + east, y: NORTH + north });
  return [longitude, latitude];
}

/** A closed counter-clockwise ring. */
export function square(east: number, north: number, width: number, height: number): readonly Position[] {
  return [at(east, north), at(east + width, north), at(east + width, north + height), at(east, north + height), at(east, north)];
}

export function polygonFeature(ring: readonly Position[], properties: Readonly<Record<string, unknown>> = {}): object {
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
}

const nodes = (ring: readonly Position[]): readonly object[] => ring.map(([lon, lat]) => ({ lat, lon }));

/** A way as Overpass gives it with `out body geom`. */
function way(id: number, ring: readonly Position[], tags: Readonly<Record<string, string>>): object {
  return { type: 'way', id, nodes: ring.map((_, index) => id * 100 + index), geometry: nodes(ring), tags };
}

interface Departures {
  readonly line: string;
  readonly mode: string;
  readonly submode?: string;
  readonly outbound: number;
  readonly inbound: number;
}

function calls(departures: readonly Departures[]): readonly object[] {
  return departures.flatMap(({ line, mode, submode, outbound, inbound }) =>
    [...Array<string>(outbound).fill('outbound'), ...Array<string>(inbound).fill('inbound')].map((directionType) => ({
      forBoarding: true,
      quay: { id: `NSR:Quay:${directionType}` },
      serviceJourney: { journeyPattern: { directionType }, line: { id: `X:Line:${line}`, publicCode: line, transportMode: mode, transportSubmode: submode ?? 'local' } },
    })),
  );
}

const STOPS = [
  { id: 'NSR:StopPlace:1', name: 'Østby stasjon', place: at(3000, 4000), transportMode: ['rail', 'bus'] },
  { id: 'NSR:StopPlace:2', name: 'Vestby', place: at(7000, 4000), transportMode: ['metro'] },
  { id: 'NSR:StopPlace:3', name: 'Bussby', place: at(5000, 4000), transportMode: ['bus'] },
  { id: 'NSR:StopPlace:4', name: 'Utenfor', place: at(WIDTH + 3000, 4000), transportMode: ['rail'] },
  { id: 'NSR:StopPlace:5', name: 'Nedlagt', place: at(1000, 1000), transportMode: ['rail'] },
] as const;

const DEPARTURES: Readonly<Record<string, readonly Departures[]>> = {
  'NSR:StopPlace:1': [
    { line: 'L1', mode: 'rail', outbound: 4, inbound: 2 },
    { line: 'R10', mode: 'rail', outbound: 1, inbound: 2 },
    { line: 'FLY1', mode: 'rail', submode: 'airportLinkRail', outbound: 6, inbound: 6 },
    { line: '150', mode: 'bus', outbound: 9, inbound: 9 },
  ],
  'NSR:StopPlace:2': [{ line: '3', mode: 'metro', outbound: 8, inbound: 7 }],
};

/** Identifier of the 250 m cell around a point, by metres from the south-west corner. */
function cellId(east: number, north: number): string {
  const { x, y } = planarToStatisticsGrid({ x: EAST + east, y: NORTH + north });
  return String(2e13 + Math.floor(x / 250) * 250 * 1e7 + Math.floor(y / 250) * 250);
}

export const CELLS: readonly (readonly [string, number])[] = Array.from({ length: 12 }, (_, index) => [cellId(600 + 700 * index, 4000), 100 + index] as const);
/** Cells a page holds at most, whatever is asked for. */
const CELL_PAGE = 5;
const FLOOD_PAGE = 2;
const FLOODS = [square(1000, 2000, 500, 500), square(2000, 2000, 500, 500), square(3000, 2000, 500, 500)];

const AR50 = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    polygonFeature(square(500, 5000, 1000, 1000), { artype: 20 }),
    polygonFeature(square(2000, 5000, 1000, 1000), { artype: 30 }),
    polygonFeature(square(3500, 5000, 1000, 1000), { artype: 10 }),
    polygonFeature(square(9500, 5000, 1000, 1000), { artype: 20 }),
  ],
});

/** A GML as GDAL and Geonorge lay it out: an element for each object type, which stands nowhere else. */
const N50 = (() => {
  const member = (type: string, number: number, [east, north, width, height]: readonly [number, number, number, number]): string => {
    const [west, south] = [EAST + east, NORTH + north];
    const corners = [[west, south], [west + width, south], [west + width, south + height], [west, south + height], [west, south]];
    return `<gml:featureMember><app:${type} gml:id="${type}.${number}"><app:oppdateringsdato>2026-01-01</app:oppdateringsdato><app:område><gml:Polygon gml:id="p.${type}.${number}" srsName="urn:ogc:def:crs:EPSG::25832"><gml:exterior><gml:LinearRing><gml:posList>${corners.flat().join(' ')}</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område></app:${type}></gml:featureMember>`;
  };
  const line = (type: string, property: string, number: number, ...places: readonly (readonly [number, number])[]): string => {
    const positions = places.flatMap(([east, north]) => [EAST + east, NORTH + north]).join(' ');
    return `<gml:featureMember><app:${type} gml:id="${type}.l${number}"><app:oppdateringsdato>2026-01-01</app:oppdateringsdato><app:${property}><gml:LineString gml:id="l.${type}.${number}" srsName="urn:ogc:def:crs:EPSG::25832"><gml:posList>${positions}</gml:posList></gml:LineString></app:${property}></app:${type}></gml:featureMember>`;
  };
  const members = [
    line('ElvBekk', 'senterlinje', 1, [5000, 1000], [5200, 2400], [5100, 4000]),
    line('ElvBekk', 'senterlinje', 2, [WIDTH + 4000, 1000], [WIDTH + 4000, 2000]),
    line('ElvMidtlinje', 'senterlinje', 1, [7000, 1000], [7000, 3000]),
    line('InnsjøMidtlinje', 'senterlinje', 1, [500, 1700], [900, 1700]),
    line('Innsjøkant', 'grense', 1, [500, 1500], [900, 1500], [900, 1900]),
    line('HavElvSperre', 'grense', 1, [4990, 1000], [5010, 1000]),
    line('Kystkontur', 'grense', 1, [0, 1050], [WIDTH, 1050]),
    member('Innsjø', 1, [500, 1500, 400, 400]),
    member('Innsjø', 2, [WIDTH - 100, 1500, 400, 400]),
    member('Skog', 1, [4000, 1500, 600, 500]),
    member('Tettbebyggelse', 1, [6500, 3500, 1000, 1000]),
    // As coarse as the scale is: some metres short of the boundary.
    member('Havflate', 1, [12, 8, WIDTH - 24, 1042]),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?><gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:app="http://skjema.geonorge.no/SOSI/produktspesifikasjon/N50/20170401" gml:id="n50">${members.join('')}</gml:FeatureCollection>`;
})();

function areas(): readonly object[] {
  const offered = (...formats: readonly string[]): readonly object[] => [{ code: '25832', formats: formats.map((name) => ({ name })) }];
  return [
    { type: 'fylke', code: '99', name: 'Ingenfylke', projections: offered('GeoJSON') },
    { type: 'kommune', code: NUMBER, name: 'Ingensteds', projections: offered('GML', 'GeoJSON') },
  ];
}

/** Makes the local server answer as the services do. The sea lies south of 1000 m, with an island in it. */
export function serveMunicipality(services: LocalServices): void {
  services.on('municipality', /^\/kommuner\/9999\/omrade$/u, () => ({
    json: { kommunenummer: NUMBER, kommunenavn: 'Ingensteds', omrade: { type: 'MultiPolygon', coordinates: [[square(0, 0, WIDTH, HEIGHT)]] } },
  }));
  services.on('entur', /^\/$/u, ({ body }) => {
    const { query, variables } = JSON.parse(body) as { readonly query: string; readonly variables: { readonly id?: string } };
    if (!query.includes('stopPlacesByBbox')) return { json: { data: { stopPlace: { estimatedCalls: calls(DEPARTURES[variables.id ?? ''] ?? []) } } } };
    const stops = STOPS.map(({ place: [longitude, latitude], ...stop }) => ({ ...stop, longitude, latitude }));
    return { json: { data: { stopPlacesByBbox: stops } } };
  });
  services.on('ssb', /^\/collections$/u, () => ({
    json: { collections: [{ id: 'old', title: 'Befolkning 250m 2024' }, { id: 'km', title: 'Befolkning 1km 2026' }, { id: 'new', title: 'Befolkning 250m 2026' }] },
  }));
  services.on('ssb', /^\/collections\/new\/items$/u, ({ url }) => {
    const offset = Number(url.searchParams.get('offset'));
    const page = CELLS.slice(offset, offset + CELL_PAGE);
    const isMore = offset + CELL_PAGE < CELLS.length;
    const features = page.map(([ssbid250m, residents]) => ({ type: 'Feature', geometry: null, properties: { ssbid250m, pop_tot: residents } }));
    return { json: { type: 'FeatureCollection', features, links: isMore ? [{ rel: 'next', href: 'https://elsewhere.invalid/' }] : [] } };
  });
  services.on('nve', /^\/Flomsoner2\/MapServer\/17\/query$/u, ({ url }) => {
    const offset = Number(url.searchParams.get('resultOffset'));
    const features = FLOODS.slice(offset, offset + FLOOD_PAGE).map((ring) => polygonFeature(ring, { gjentaksintervall: 200 }));
    return { json: { type: 'FeatureCollection', features, properties: { exceededTransferLimit: offset + FLOOD_PAGE < FLOODS.length } } };
  });
  services.on('nve', /^\/SkredKvikkleire2\/MapServer\/0\/query$/u, () => ({ json: { type: 'FeatureCollection', features: [] } }));
  services.on('naturbase', /^\/(?:vern|naturtyper_nin)\/MapServer\/0\/query$/u, () => ({
    json: { type: 'FeatureCollection', features: [polygonFeature(square(8000, 6000, 500, 500), { navn: 'Myra' })] },
  }));
  services.on('geonorge', /^\/codelists\/area\/4bc2d1e0/u, () => ({ json: areas() }));
  services.on('geonorge', /^\/codelists\/area\/45e9ba77/u, () => ({ json: [{ type: 'fylke', code: '03', name: 'Oslo', projections: [] }] }));
  services.on('geonorge', /^\/codelists\/area\/ea192681/u, () => ({
    json: [{ type: 'kommune', code: NUMBER, name: 'Ingensteds', projections: [{ code: '25832', formats: [{ name: 'FGDB' }, { name: 'GML' }] }] }],
  }));
  const order = (state: string): object => ({
    referenceNumber: 'abc',
    files: [{ downloadUrl: `${services.origin}/geonorge/download/abc/1`, name: 'ar50.zip', status: state }],
  });
  const ready = { downloadUrl: `${services.origin}/geonorge/download/n50/1`, name: 'Basisdata_9999_Ingensteds_25832_N50Kartdata_GML.zip', status: 'ReadyForDownload' };
  services.on('geonorge', /^\/order$/u, ({ body }) => ({
    json: body.includes('ea192681') ? { referenceNumber: 'n50', files: [ready] } : order('WaitingForProcessing'),
  }));
  services.on('geonorge', /^\/download\/n50\/1$/u, () => ({
    bytes: zipSync({ 'N50Arealdekke.gml': new TextEncoder().encode(N50), 'lesmeg.txt': new TextEncoder().encode('N50') }),
    type: 'application/octet-stream',
  }));
  services.on('geonorge', /^\/order\/abc$/u, () => ({ json: order('ReadyForDownload') }));
  services.on('geonorge', /^\/download\/abc\/1$/u, () => ({
    bytes: zipSync({ 'ar50.geojson': new TextEncoder().encode(AR50) }),
    type: 'application/octet-stream',
  }));
  services.on('osm', /^\/$/u, ({ body }) => {
    const query = new URLSearchParams(body).get('data') ?? '';
    const elements = query.includes('coastline')
      ? [
          // Land lies to the left of a shoreline: eastwards along a south coast, and counter-clockwise round an island.
          way(1, [at(5000, 1000), at(20_000, 1000)], { natural: 'coastline' }),
          way(2, [at(-20_000, 1000), at(5000, 1000)], { natural: 'coastline' }),
          way(3, square(2000, 200, 400, 400), { natural: 'coastline' }),
        ]
      : query.includes('railway')
        ? [way(4, [at(0, 4000), at(WIDTH, 4000)], { railway: 'rail', name: 'Ingenbanen' })]
        : query.includes('[highway]')
          ? [way(5, [at(0, 3000), at(5000, 3000), at(WIDTH, 3000)], { highway: 'footway' })]
          : query.includes('farmland')
            ? [way(6, square(4000, 6000, 500, 500), { landuse: 'farmland' })]
            : query.includes('waterway')
              ? [way(7, square(2900, 3500, 300, 300), { natural: 'water' }), way(8, [at(6000, 7000), at(6000, 1500)], { waterway: 'river', name: 'Elva' })]
              : [way(9, square(8000, 2000, 800, 800), { natural: 'wood' })];
    return { json: { version: 0.6, elements } };
  });
}
