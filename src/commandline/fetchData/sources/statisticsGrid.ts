import { z } from 'zod';
import { multiPolygonArea, multiPolygonBounds } from '../../../core/geometry/area';
import { intersection } from '../../../core/geometry/booleans';
import { statisticsGridToPlanar, toPlanarMultiPolygon } from '../../../core/geometry/projection';
import { clipPolygons } from '../../../core/geometry/ringSplitting';
import type { PlanarMultiPolygon } from '../../../core/geometry/shapes';
import { cellCorner } from '../../../core/geodata/tables';
import type { DataSource, FetchContext, FetchedLayer } from '../dataSource';
import { FetchProblem } from '../problem';
import { jsonAnswer } from '../readAnswer';
import { tableText } from '../tableText';

const PAGE = 1000;
/** Far more cells of 250 m than any municipality has: a service that never ends is broken. */
const MOST_PAGES = 1000;
const CELL_METRES = 250;
const ID_NAMES: ReadonlySet<string> = new Set(['ssbid250m', 'ssbid0250m', 'ssbid']);
const RESIDENT_NAMES: ReadonlySet<string> = new Set(['pop_tot', 'poptot']);

const collectionsSchema = z.object({ collections: z.array(z.object({ id: z.string(), title: z.string().nullish() })) });

/** Identifier and residents; cells where residents are withheld have none. */
const cellSchema = z.tuple([z.coerce.string().regex(/^2\d{13}$/u), z.coerce.number()]);

const itemsSchema = z.object({
  features: z.array(z.object({ properties: z.record(z.string(), z.unknown()).nullable() })),
  links: z.array(z.object({ rel: z.string().nullish() })).optional(),
});

function valueOf(properties: Readonly<Record<string, unknown>>, names: ReadonlySet<string>): unknown {
  return Object.entries(properties).find(([name]) => names.has(name.toLowerCase()))?.[1];
}

/** The newest collection of residents by 250 m, by what its title says. */
async function newestCollection({ client, base }: FetchContext): Promise<{ readonly id: string; readonly year: string }> {
  const url = new URL(`${base}/collections?f=json`);
  const { collections } = await client.ask({ url, expects: 'json', isKept: true }, jsonAnswer('SSB', collectionsSchema));
  const found = collections
    .filter(({ title }) => /befolkning/iu.test(title ?? '') && /\b250\s*m/iu.test(title ?? ''))
    .map(({ id, title }) => ({ id, year: /\b20\d\d\b/u.exec(title ?? '')?.[0] ?? '' }))
    .toSorted((one, other) => other.year.localeCompare(one.year));
  const [newest] = found;
  if (!newest) throw new FetchProblem('SSB tilbyr ikke lenger «Befolkning 250m». Last ned rutenettet fra kart.ssb.no og slipp det på siden.');
  return newest;
}

function cellOutline(id: number): PlanarMultiPolygon {
  const { eastMetres, northMetres } = cellCorner(id);
  const ring = ([[0, 0], [1, 0], [1, 1], [0, 1]] as const).flatMap(([east, north]) => {
    const corner = statisticsGridToPlanar({ x: eastMetres + east * CELL_METRES, y: northMetres + north * CELL_METRES });
    return [corner.x, corner.y];
  });
  return [[Float64Array.from(ring)]];
}

/** The part of a cell of the 250 m grid that lies on ground, 0–1. */
function shareOfCell(id: number, ground: PlanarMultiPolygon): number {
  const outline = cellOutline(id);
  const bounds = multiPolygonBounds(outline);
  const near = bounds ? clipPolygons(ground, bounds) : [];
  return near.length === 0 ? 0 : multiPolygonArea(intersection(outline, near)) / multiPolygonArea(outline);
}

async function fetchCells(context: FetchContext): Promise<readonly FetchedLayer[]> {
  const { client, base, municipality } = context;
  const { id: collection, year } = await newestCollection(context);
  const { west, south, east, north } = municipality.box;
  const address = `${base}/collections/${collection}/items`;
  const residentsOf = new Map<string, number>();
  let isPopulation = false;
  for (let page = 0, offset = 0; ; page += 1) {
    if (page >= MOST_PAGES) throw new FetchProblem('SSB sender side etter side uten ende. Prøv igjen senere.');
    const url = new URL(address);
    for (const [name, value] of Object.entries({ bbox: [west, south, east, north].join(','), limit: PAGE, offset, f: 'json' })) {
      url.searchParams.set(name, String(value));
    }
    const { features, links } = await client.ask({ url, expects: 'json', isKept: true }, jsonAnswer('SSB', itemsSchema));
    for (const { properties } of features) {
      const cell = cellSchema.safeParse([valueOf(properties ?? {}, ID_NAMES), valueOf(properties ?? {}, RESIDENT_NAMES)]);
      if (!cell.success) continue;
      isPopulation = true;
      const [id, residents] = cell.data;
      if (residents > 0) residentsOf.set(id, residents);
    }
    offset += features.length;
    const hasNext = links?.some(({ rel }) => rel === 'next') ?? features.length === PAGE;
    if (features.length === 0 || !hasNext) break;
  }
  if (!isPopulation) throw new FetchProblem('SSB svarte uten ruter med «ssbid250m» og «pop_tot» i kommunen. Tjenesten kan være endret; meld fra om det.');
  const ground = toPlanarMultiPolygon(municipality.outline);
  const rows = [...residentsOf]
    .map(([id, residents]) => [id, residents, Number(shareOfCell(Number(id), ground).toFixed(3))] as const)
    .filter(([, , share]) => share > 0)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return [
    {
      text: tableText(['ssbid250m', 'residents', 'shareInMunicipality'], rows),
      objects: rows.length,
      date: year === '' ? 'Ikke oppgitt' : year,
      address,
      notes: [],
    },
  ];
}

/**
 * Residents by 250 m cell. Address, paging and `pop_tot`: V2, read in public code for the 1 km grid; that the 250 m grid
 * has the same form, and `ssbid250m`: U. Identifiers: V2.
 */
export const STATISTICS_GRID: DataSource = {
  id: 'ssb',
  title: 'SSB',
  base: 'https://kart.ssb.no/api/ogc/v1/befolkning_paa_rutenett_ogc_api',
  basis: 'V2',
  tasks: [
    {
      layers: [
        {
          id: 'population',
          file: 'population.csv',
          title: 'Befolkning i ruter på 250 m',
          role: 'population',
          format: 'csv',
          source: 'SSB, befolkning på rutenett 250 m',
          licence: 'CC BY 4.0',
          attribution: 'SSB',
          accuracyMetres: null,
          accuracyNote: 'Bosatte i hver rute; tomme ruter er utelatt. Ruter på kommunegrensen teller med den delen av arealet som ligger i kommunen.',
        },
      ],
      fetch: fetchCells,
    },
  ],
};
