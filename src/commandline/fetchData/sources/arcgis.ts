import { z } from 'zod';
import { readParsedGeojson } from '../../../core/import/readGeojson';
import { dayOf, type DataSource, type FetchContext, type FetchedLayer, type FetchTask, type LayerPlan } from '../dataSource';
import { geojsonText, placedFeatures } from '../layerText';
import { FetchProblem } from '../problem';
import { jsonAnswer } from '../readAnswer';

const PAGE = 1000;
const MOST_PAGES = 500;

const pageSchema = z.union([
  z.object({ error: z.object({ code: z.number().nullish(), message: z.string().nullish() }) }),
  z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(z.unknown()),
    exceededTransferLimit: z.boolean().optional(),
    properties: z.object({ exceededTransferLimit: z.boolean().optional() }).nullish(),
  }),
]);

type Page = Extract<z.output<typeof pageSchema>, { readonly type: 'FeatureCollection' }>;

/** A page of an ArcGIS answer, which says what is wrong with status 200. */
function pageOf(service: string): (body: Uint8Array) => Page {
  const parse = jsonAnswer(service, pageSchema);
  return (body) => {
    const answer = parse(body);
    if (!('error' in answer)) return answer;
    const { code, message } = answer.error;
    throw new FetchProblem(`${service} svarte med feil ${code ?? ''}: ${(message ?? 'uten forklaring').slice(0, 200)}.`, {
      isPassing: code === 429 || (code ?? 0) >= 500,
    });
  };
}

/**
 * All objects of an ArcGIS layer that meet the municipality's rectangle, page by page (ArcGIS REST API, "Query (Map
 * Service/Layer)": `resultOffset`, `resultRecordCount`, `exceededTransferLimit`).
 */
async function fetchObjects(service: string, layer: string, { client, base, municipality }: FetchContext): Promise<readonly FetchedLayer[]> {
  const { west, south, east, north } = municipality.box;
  const address = `${base}/${layer}/query`;
  const features: unknown[] = [];
  for (let page = 0; ; page += 1) {
    if (page >= MOST_PAGES) throw new FetchProblem(`${service} sender side etter side uten ende. Prøv igjen senere.`);
    const url = new URL(address);
    const asked = {
      where: '1=1',
      geometry: [west, south, east, north].join(','),
      geometryType: 'esriGeometryEnvelope',
      spatialRel: 'esriSpatialRelIntersects',
      inSR: 4326,
      outSR: 4326,
      outFields: '*',
      returnGeometry: true,
      resultOffset: features.length,
      resultRecordCount: PAGE,
      f: 'geojson',
    };
    for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, String(value));
    const answer = await client.ask({ url, expects: 'json', isKept: true }, pageOf(service));
    features.push(...answer.features);
    const isMore = answer.exceededTransferLimit ?? answer.properties?.exceededTransferLimit ?? answer.features.length >= PAGE;
    if (!isMore || answer.features.length === 0) break;
  }
  const raw = readParsedGeojson({ type: 'FeatureCollection', features }, layer);
  const { features: written, notes } = placedFeatures({ ...raw, declared: { system: 'EPSG:4326', text: 'WGS84' } }, municipality.box);
  return [{ text: geojsonText(written), objects: written.length, date: `Hentet ${dayOf(client.now)}`, address, notes }];
}

function taskFor(service: string, layer: string, plan: Omit<LayerPlan, 'format'>): FetchTask {
  return { layers: [{ ...plan, format: 'geojson' }], fetch: (context) => fetchObjects(service, layer, context) };
}

const NVE_SERVICE = 'NVE';
const NATURE_SERVICE = 'Miljødirektoratet';

/** NVE's hazard zones. Address, services and layer numbers (17: 200 years; 0: hazard class): V2, read in public code. */
export const NVE: DataSource = {
  id: 'nve',
  title: NVE_SERVICE,
  base: 'https://kart.nve.no/enterprise/rest/services',
  basis: 'V2',
  tasks: [
    taskFor(NVE_SERVICE, 'Flomsoner2/MapServer/17', {
      id: 'flood-zones',
      file: 'flood-zones.geojson',
      title: 'Flomsoner (200-årsflom)',
      role: 'flood',
      source: 'NVE, flomsoner',
      licence: 'NLOD 1.0',
      attribution: '© NVE',
      accuracyMetres: 10,
      accuracyNote: 'Bare kartlagte strekninger; der det ikke er kartlagt, sier laget ingenting. Nøyaktigheten er antatt.',
    }),
    taskFor(NVE_SERVICE, 'SkredKvikkleire2/MapServer/0', {
      id: 'quick-clay-zones',
      file: 'quick-clay-zones.geojson',
      title: 'Kvikkleiresoner',
      role: 'quickClay',
      source: 'NVE, kvikkleiresoner',
      licence: 'NLOD 1.0',
      attribution: '© NVE',
      accuracyMetres: 20,
      accuracyNote: 'Bare kartlagte soner; marin leire kan finnes andre steder. Nøyaktigheten er antatt.',
    }),
  ],
};

/** Miljødirektoratet's nature reserves and nature types. Address and layer numbers: V2, read in public code. */
export const NATURE: DataSource = {
  id: 'naturbase',
  title: NATURE_SERVICE,
  base: 'https://kart.miljodirektoratet.no/arcgis/rest/services',
  basis: 'V2',
  tasks: [
    taskFor(NATURE_SERVICE, 'vern/MapServer/0', {
      id: 'nature-reserves',
      file: 'nature-reserves.geojson',
      title: 'Naturvernområder',
      role: 'natureReserve',
      source: 'Miljødirektoratet, Naturbase, naturvernområder',
      licence: 'NLOD 1.0',
      attribution: '© Miljødirektoratet',
      accuracyMetres: 20,
      accuracyNote: 'Som regel innenfor 20 m (antatt).',
    }),
    taskFor(NATURE_SERVICE, 'naturtyper_nin/MapServer/0', {
      id: 'nature-types',
      file: 'nature-types.geojson',
      title: 'Naturtyper (NiN)',
      role: 'valuableNature',
      source: 'Miljødirektoratet, Naturbase, naturtyper etter Miljødirektoratets instruks',
      licence: 'NLOD 1.0',
      attribution: '© Miljødirektoratet',
      accuracyMetres: 20,
      accuracyNote: 'Bare der det er kartlagt. Som regel innenfor 20 m (antatt).',
    }),
  ],
};
