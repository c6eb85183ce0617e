import { z } from 'zod';
import { bufferPolygons, intersection } from '../../../core/geometry/booleans';
import { toPlanarMultiPolygon, toPlanarPoint } from '../../../core/geometry/projection';
import type { LonLat, PlanarMultiPolygon } from '../../../core/geometry/shapes';
import type { StationMode } from '../../../core/domain/station';
import type { DataSource, FetchContext, FetchedLayer } from '../dataSource';
import { morningOf, nextWednesday } from '../peakHour';
import { FetchProblem } from '../problem';
import { jsonAnswer } from '../readAnswer';
import { tableText } from '../tableText';

/** Entur asks for `company-application` in every request. */
const CLIENT_NAME = 'smabymodellen-fetchdata';

/** Stations a little outside can serve those who live inside. */
const REACH_METRES = 1000;
const PEAK_SECONDS = 3600;
const MOST_DEPARTURES = 500;

/** Of the stop's point; the register does not state it. */
const ACCURACY_METRES = 20;

const MODE_OF: Readonly<Record<string, StationMode>> = { rail: 'train', metro: 'metro' };

/** Trains that people do not commute with: the airport express takes another fare. */
const LEFT_OUT_SUBMODES: ReadonlySet<string> = new Set(['airportLinkRail']);

const STOPS_QUERY = `query ($south: Float!, $west: Float!, $north: Float!, $east: Float!) {
  stopPlacesByBbox(minimumLatitude: $south, minimumLongitude: $west, maximumLatitude: $north, maximumLongitude: $east) {
    id name latitude longitude transportMode
  }
}`;

const DEPARTURES_QUERY = `query ($id: String!, $start: DateTime!, $seconds: Int!, $most: Int!) {
  stopPlace(id: $id) {
    estimatedCalls(startTime: $start, timeRange: $seconds, numberOfDepartures: $most) {
      forBoarding
      quay { id }
      serviceJourney {
        journeyPattern { directionType }
        line { id publicCode transportMode transportSubmode }
      }
    }
  }
}`;

const errorsSchema = z.array(z.object({ message: z.string() })).optional();

const stopSchema = z.object({
  id: z.string(),
  name: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  transportMode: z.union([z.string(), z.array(z.string())]).nullable(),
});

const stopsSchema = z.object({ data: z.object({ stopPlacesByBbox: z.array(stopSchema) }).nullish(), errors: errorsSchema });

const callSchema = z.object({
  forBoarding: z.boolean().nullish(),
  quay: z.object({ id: z.string() }).nullish(),
  serviceJourney: z.object({
    journeyPattern: z.object({ directionType: z.string().nullish() }).nullish(),
    line: z.object({
      id: z.string(),
      publicCode: z.string().nullish(),
      transportMode: z.string().nullish(),
      transportSubmode: z.string().nullish(),
    }),
  }),
});

const departuresSchema = z.object({
  data: z.object({ stopPlace: z.object({ estimatedCalls: z.array(callSchema) }).nullable() }).nullish(),
  errors: errorsSchema,
});

type Stop = z.output<typeof stopSchema>;
type Call = z.output<typeof callSchema>;

async function query<Schema extends z.ZodType<{ readonly data?: unknown; readonly errors?: readonly { readonly message: string }[] | undefined }>>(
  { client, base }: FetchContext,
  text: string,
  variables: Readonly<Record<string, string | number>>,
  schema: Schema,
): Promise<z.output<Schema>> {
  const parse = jsonAnswer('Entur', schema);
  return client.ask(
    {
      url: new URL(base),
      headers: { 'ET-Client-Name': CLIENT_NAME },
      body: { type: 'application/json', text: JSON.stringify({ query: text, variables }) },
      expects: 'json',
      isKept: true,
    },
    (body) => {
      const answer = parse(body);
      const [error] = answer.errors ?? [];
      if (error) throw new FetchProblem(`Entur svarte med feil: ${error.message.slice(0, 200)}.`);
      return answer;
    },
  );
}

/**
 * Departures an hour in the busier direction, line by line and then summed, as PTAL counts them; without a direction,
 * by platform. Also the lines' public codes.
 */
function departuresOf(calls: readonly Call[], mode: StationMode): { readonly perHour: number; readonly lines: readonly string[] } {
  const lines = new Map<string, { readonly code: string; readonly byDirection: Map<string, number> }>();
  for (const { forBoarding, quay, serviceJourney } of calls) {
    const { line, journeyPattern } = serviceJourney;
    if (forBoarding === false || MODE_OF[line.transportMode ?? ''] !== mode || LEFT_OUT_SUBMODES.has(line.transportSubmode ?? '')) continue;
    const known = lines.get(line.id) ?? { code: line.publicCode ?? line.id, byDirection: new Map<string, number>() };
    const stated = journeyPattern?.directionType;
    const direction = stated === 'inbound' || stated === 'outbound' ? stated : (quay?.id ?? '');
    known.byDirection.set(direction, (known.byDirection.get(direction) ?? 0) + 1);
    lines.set(line.id, known);
  }
  const perHour = [...lines.values()].reduce((sum, { byDirection }) => sum + Math.max(...byDirection.values()), 0);
  const codes = [...new Set([...lines.values()].map(({ code }) => code))];
  return { perHour: (perHour * 3600) / PEAK_SECONDS, lines: codes.toSorted((one, other) => one.localeCompare(other, 'nb', { numeric: true })) };
}

function modesOf({ transportMode }: Stop): readonly StationMode[] {
  const modes = (typeof transportMode === 'string' ? [transportMode] : (transportMode ?? [])).map((mode) => MODE_OF[mode]);
  return [...new Set(modes.filter((mode) => mode !== undefined))];
}

function isInside(ground: PlanarMultiPolygon, position: LonLat): boolean {
  const { x, y } = toPlanarPoint(position);
  const speck = [[Float64Array.of(x - 0.5, y - 0.5, x + 0.5, y - 0.5, x + 0.5, y + 0.5, x - 0.5, y + 0.5)]];
  return intersection(speck, ground).length > 0;
}

/** A name as part of an identifier: small letters a–z, digits and hyphens. */
export function slug(name: string): string {
  const plain = name.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'o').replaceAll('å', 'a').normalize('NFD').replaceAll(/\p{M}/gu, '');
  return plain.replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-+|-+$/gu, '') || 'uten-navn';
}

const COLUMNS = [
  'id', 'name', 'mode', 'line', 'status', 'project', 'openingYear', 'longitude', 'latitude', 'accuracyMetres', 'departuresPerHour', 'source',
] as const;

async function fetchStations(context: FetchContext): Promise<readonly FetchedLayer[]> {
  const { municipality, client, base } = context;
  const { west, south, east, north } = municipality.box;
  const margin = { longitude: 0.02, latitude: 0.01 };
  const box = { south: south - margin.latitude, west: west - margin.longitude, north: north + margin.latitude, east: east + margin.longitude };
  const found = (await query(context, STOPS_QUERY, box, stopsSchema)).data?.stopPlacesByBbox ?? [];
  const ground = bufferPolygons(toPlanarMultiPolygon(municipality.outline), REACH_METRES);
  const stops = found.filter((stop) => modesOf(stop).length > 0 && isInside(ground, [stop.longitude, stop.latitude]));
  const day = nextWednesday(client.now);
  const rows: (readonly (string | number)[])[] = [];
  const without: string[] = [];
  const used = new Set<string>();
  for (const stop of stops.toSorted((one, other) => one.name.localeCompare(other.name, 'nb') || one.id.localeCompare(other.id))) {
    const variables = { id: stop.id, start: morningOf(day), seconds: PEAK_SECONDS, most: MOST_DEPARTURES };
    const calls = (await query(context, DEPARTURES_QUERY, variables, departuresSchema)).data?.stopPlace?.estimatedCalls ?? [];
    const name = stop.name.replace(/ (?:stasjon|T|T-banestasjon)$/u, '');
    for (const mode of modesOf(stop)) {
      const { perHour, lines } = departuresOf(calls, mode);
      if (perHour === 0) {
        without.push(name);
        continue;
      }
      let id = `${mode}-${slug(name)}`;
      for (let next = 2; used.has(id); next += 1) id = `${mode}-${slug(name)}-${next}`;
      used.add(id);
      rows.push([id, name, mode, lines.join('/'), 'inOperation', '', '', stop.longitude, stop.latitude, ACCURACY_METRES, perHour, `Entur ${stop.id}`]);
    }
  }
  const notes = without.length > 0 ? [`Utelatt, uten avganger i morgenrushet: ${without.join(', ')}`] : [];
  return [{ text: tableText(COLUMNS, rows), objects: rows.length, date: `Rutetabell for ${day} kl. 8.15–9.15`, address: base, notes }];
}

/** Entur's journey planner. Address, header and fields: V2, read in public code. */
export const ENTUR: DataSource = {
  id: 'entur',
  title: 'Entur',
  base: 'https://api.entur.io/journey-planner/v3/graphql',
  basis: 'V2',
  tasks: [
    {
      layers: [
        {
          id: 'stations-national',
          file: 'stations-national.csv',
          title: 'Stasjoner med avganger',
          role: 'station',
          format: 'csv',
          source: 'Entur, Nasjonalt stoppestedsregister og rutetabell; avganger i travleste retning, linje for linje',
          licence: 'NLOD 1.0',
          attribution: 'Entur',
          accuracyMetres: ACCURACY_METRES,
          accuracyNote: 'Punktet til stoppestedet; 20 m er antatt. Avgangene er planlagte tall for én onsdag. Flytoget er ikke talt med.',
        },
      ],
      fetch: fetchStations,
    },
  ],
};
