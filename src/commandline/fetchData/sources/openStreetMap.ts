import { z } from 'zod';
import { landOfCoastline } from '../../../core/geodata/coastline';
import { multiPolygonBounds } from '../../../core/geometry/area';
import { intersection } from '../../../core/geometry/booleans';
import { expandBounds } from '../../../core/geometry/bounds';
import type { LonLatBox } from '../../../core/geometry/lonLatBox';
import { toLonLatMultiPolygon, toPlanarLine, toPlanarMultiPolygon } from '../../../core/geometry/projection';
import type { LonLatLine } from '../../../core/geometry/shapes';
import { readOverpassGround } from '../../../core/import/readOsm';
import { NetworkFileError } from '../../../core/network/networkFileError';
import { readOverpass } from '../../../core/network/readOverpass';
import { dayOf, type DataSource, type FetchContext, type FetchedLayer, type FetchTask, type LayerPlan } from '../dataSource';
import { geojsonText, lineFeature, outlineFeature, placedFeatures } from '../layerText';
import { FetchProblem } from '../problem';
import { jsonAnswer } from '../readAnswer';

const SERVICE = 'Overpass (OpenStreetMap)';
const SERVER_SECONDS = 180;
/** Shoreline is asked for a little wider than the rectangle that land is made in. */
const LAND_MARGIN_METRES = 1000;
const COAST_MARGIN_DEGREES = { longitude: 0.06, latitude: 0.03 } as const;
const NO_MARGIN = { longitude: 0, latitude: 0 } as const;

const answerSchema = z.object({
  elements: z.array(z.looseObject({ type: z.string() })),
  remark: z.string().optional(),
});

type Answer = z.output<typeof answerSchema>;

const lineSchema = z.object({
  type: z.literal('way'),
  geometry: z.array(z.object({ lat: z.number(), lon: z.number() })).min(2),
  tags: z.record(z.string(), z.string()).optional(),
});

/** An answer that Overpass finished: what it ran out of time or memory for is told in `remark`, with status 200. */
function wholeAnswer(body: Uint8Array): Answer {
  const answer = jsonAnswer(SERVICE, answerSchema)(body);
  if (/runtime error/iu.test(answer.remark ?? '')) {
    throw new FetchProblem(`${SERVICE} rakk ikke å svare helt ut.`, { isPassing: true });
  }
  return answer;
}

/**
 * Asks for objects in the municipality's rectangle (wiki, "Overpass API/Overpass QL"). `filters` are tag filters of ways,
 * and of multipolygons where asked for.
 */
async function askOverpass(
  { client, base, municipality }: FetchContext,
  filters: readonly string[],
  withRelations: boolean,
  margin: { readonly longitude: number; readonly latitude: number } = NO_MARGIN,
): Promise<Answer> {
  const { west, south, east, north } = municipality.box;
  const box = [south - margin.latitude, west - margin.longitude, north + margin.latitude, east + margin.longitude];
  const parts = filters.flatMap((filter) => [`way${filter};`, ...(withRelations ? [`relation[type=multipolygon]${filter};`] : [])]);
  const query = `[out:json][timeout:${SERVER_SECONDS}][bbox:${box.map((degrees) => degrees.toFixed(5)).join(',')}];(${parts.join('')});out body geom;`;
  const body = { type: 'application/x-www-form-urlencoded', text: new URLSearchParams({ data: query }).toString() };
  return client.ask({ url: new URL(base), body, expects: 'json', isKept: true }, wholeAnswer);
}

function linesOf({ elements }: Answer): readonly { readonly line: LonLatLine; readonly tags: Readonly<Record<string, string>> }[] {
  return elements.flatMap((element) => {
    const parsed = lineSchema.safeParse(element);
    return parsed.success ? [{ line: parsed.data.geometry.map(({ lon, lat }) => [lon, lat] as const), tags: parsed.data.tags ?? {} }] : [];
  });
}

function fetched({ client, base }: FetchContext, text: string, objects: number, notes: readonly string[] = []): readonly FetchedLayer[] {
  return [{ text, objects, date: `Hentet ${dayOf(client.now)}`, address: base, notes }];
}

function ground(plan: LayerPlan, filters: readonly string[]): FetchTask {
  return {
    layers: [plan],
    fetch: async (context) => {
      const answer = await askOverpass(context, filters, true);
      const { features, notes } = placedFeatures(readOverpassGround(answer, plan.title), context.municipality.box);
      return fetched(context, geojsonText(features), features.length, notes);
    },
  };
}

const RAIL_MODES: Readonly<Record<string, string>> = { rail: 'train', subway: 'metro', light_rail: 'metro' };

async function fetchRail(context: FetchContext): Promise<readonly FetchedLayer[]> {
  const answer = await askOverpass(context, ['[railway~"^(rail|subway|light_rail)$"][service!~"."]'], false);
  const features = linesOf(answer).map(({ line, tags }) =>
    lineFeature(line, {
      name: tags['name'] ?? null,
      mode: RAIL_MODES[tags['railway'] ?? ''] ?? null,
      line: tags['ref'] ?? null,
      status: 'inOperation',
      project: null,
    }),
  );
  return fetched(context, geojsonText(features), features.length);
}

/** The rectangle of degrees has to hold the rectangle of metres that land is made in. */
function coastBox(box: LonLatBox): LonLatBox {
  const { longitude, latitude } = COAST_MARGIN_DEGREES;
  return { west: box.west - longitude, south: box.south - latitude, east: box.east + longitude, north: box.north + latitude };
}

async function fetchLand(context: FetchContext): Promise<readonly FetchedLayer[]> {
  const { outline, box } = context.municipality;
  const answer = await askOverpass(context, ['[natural=coastline]'], false, COAST_MARGIN_DEGREES);
  const municipality = toPlanarMultiPolygon(outline);
  const bounds = multiPolygonBounds(municipality);
  const coast = linesOf(answer).map(({ line }) => toPlanarLine(line));
  const land = bounds && landOfCoastline(coast, expandBounds(bounds, LAND_MARGIN_METRES));
  if (!land) {
    const { west, south, east, north } = coastBox(box);
    throw new FetchProblem(
      `Kystlinjen i OpenStreetMap er brutt mellom ${west.toFixed(2)}–${east.toFixed(2)}° øst og ${south.toFixed(2)}–${north.toFixed(2)}° nord, og land kan ikke skilles fra sjø. Slipp et lag med land på siden i stedet.`,
    );
  }
  const feature = outlineFeature(toLonLatMultiPolygon(intersection(municipality, land)), {});
  if (!feature) throw new FetchProblem('Kystlinjen i OpenStreetMap gir ikke noe land i kommunen. Slipp et lag med land på siden i stedet.');
  return fetched(context, geojsonText([feature]), 1, coast.length === 0 ? ['Ingen kystlinje: hele kommunen er land'] : []);
}

async function fetchWalking(context: FetchContext): Promise<readonly FetchedLayer[]> {
  const answer = await askOverpass(context, ['[highway]'], false);
  try {
    readOverpass(answer, 'gangnettet');
  } catch (problem) {
    if (problem instanceof NetworkFileError) throw new FetchProblem(problem.message);
    throw problem;
  }
  const notes = ['Ikke i katalogen: last filen inn på siden under Kartlag, Gangnett'];
  return fetched(context, `${JSON.stringify({ ...answer, copyright: '© OpenStreetMap-bidragsytere, ODbL 1.0' })}\n`, answer.elements.length, notes);
}

const ABOUT = {
  format: 'geojson',
  source: 'OpenStreetMap, hentet med Overpass',
  licence: 'ODbL 1.0',
  attribution: '© OpenStreetMap-bidragsytere',
  accuracyMetres: 20,
  accuracyNote: 'Tegnet av frivillige, som regel etter flyfoto. Kan mangle noe. 20 m er antatt.',
} as const satisfies Partial<LayerPlan>;

/**
 * OpenStreetMap by the Overpass API, each theme in a file of its own under ODbL. Query language and form of answer: V, the
 * OpenStreetMap wiki's; the public server's patience varies.
 */
export const OPEN_STREET_MAP: DataSource = {
  id: 'osm',
  title: 'OpenStreetMap',
  base: 'https://overpass-api.de/api/interpreter',
  basis: 'V',
  tasks: [
    { layers: [{ ...ABOUT, id: 'land-openstreetmap', file: 'land-openstreetmap.geojson', title: 'Land og kystlinje', role: 'land' }], fetch: fetchLand },
    ground({ ...ABOUT, id: 'water-openstreetmap', file: 'water-openstreetmap.geojson', title: 'Vann og vassdrag', role: 'water' }, [
      '[natural=water]',
      '[waterway~"^(river|stream)$"]',
    ]),
    ground({ ...ABOUT, id: 'green-openstreetmap', file: 'green-openstreetmap.geojson', title: 'Skog og parker', role: 'green' }, [
      '[landuse~"^(forest|recreation_ground|village_green)$"]',
      '[natural~"^(wood|scrub|heath|wetland|grassland)$"]',
      '[leisure=park]',
    ]),
    ground({ ...ABOUT, id: 'farmland-openstreetmap', file: 'farmland-openstreetmap.geojson', title: 'Dyrka mark', role: 'farmland' }, [
      '[landuse~"^(farmland|meadow|orchard)$"]',
    ]),
    {
      layers: [{ ...ABOUT, id: 'rail-openstreetmap', file: 'rail-openstreetmap.geojson', title: 'Jernbane og T-bane', role: 'railLine' }],
      fetch: fetchRail,
    },
    {
      layers: [{ ...ABOUT, id: 'walking-network-openstreetmap', file: 'walking-network-openstreetmap.json', title: 'Gangnett', role: null }],
      fetch: fetchWalking,
    },
  ],
};
