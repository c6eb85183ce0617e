import initSqlJs from 'sql.js';
import { z } from 'zod';
import { intersection } from '../../../core/geometry/booleans';
import { boxesMeet, lonLatBox } from '../../../core/geometry/lonLatBox';
import { toLonLatMultiPolygon, toPlanarMultiPolygon } from '../../../core/geometry/projection';
import type { LonLatMultiPolygon } from '../../../core/geometry/shapes';
import { shapesInRole, type ImportRole } from '../../../core/import/assignment';
import type { ImportedLayer } from '../../../core/import/importedLayer';
import { featuresOf, type PackedFeatures } from '../../../core/import/packedFeatures';
import { placeLayer } from '../../../core/import/placeLayer';
import { readFiles } from '../../../core/import/readFiles';
import { recogniseRole } from '../../../core/import/recogniseRole';
import { convertForeign } from '../../convertForeign';
import { dayOf, type DataSource, type FetchContext, type FetchedLayer, type FetchTask, type LayerPlan } from '../dataSource';
import { geojsonText, lineFeature, outlineFeature, type WrittenFeature } from '../layerText';
import { FetchProblem } from '../problem';
import { jsonAnswer } from '../readAnswer';
import { landBesideSea } from './landBesideSea';

const SERVICE = 'Geonorge';
/** Formats that can be read here, the best first; by the start of what Geonorge calls them. */
const FORMATS = ['GeoPackage', 'GeoJSON', 'FlatGeobuf', 'SOSI', 'Shape', 'GML', 'FGDB'] as const;
const PROJECTIONS = ['25832', '25833', '4258'] as const;
const POLL_PAUSES = [5000, 10_000, 20_000, 30_000, 60_000, 60_000, 60_000] as const;

const namedSchema = z.object({ name: z.string() });
const areasSchema = z.array(
  z.object({
    type: z.string(),
    code: z.string(),
    name: z.string(),
    projections: z.array(z.object({ code: z.string(), formats: z.array(namedSchema).nullish() })).nullish(),
  }),
);

const orderSchema = z.object({
  referenceNumber: z.string(),
  files: z.array(z.object({ downloadUrl: z.string().nullish(), name: z.string().nullish(), status: z.string() })),
});

type Area = z.output<typeof areasSchema>[number];
type OrderedFile = z.output<typeof orderSchema>['files'][number];

interface Choice {
  readonly area: Area;
  readonly projection: string;
  readonly format: string;
}

/** The municipality's own extract, else its county's, else the whole country; null where the data set reaches none of them. */
function areaFor(areas: readonly Area[], number: string): Area | null {
  const county = number.slice(0, 2);
  return (
    areas.find(({ type, code }) => type === 'kommune' && code === number) ??
    areas.find(({ type, code }) => type === 'fylke' && code === county) ??
    areas.find(({ type, code }) => type === 'landsdekkende' || code === '0000') ??
    null
  );
}

function choose(area: Area, title: string): Choice {
  const offered = (area.projections ?? []).flatMap(({ code, formats }) => (formats ?? []).map(({ name }) => ({ projection: code, format: name })));
  for (const start of FORMATS) {
    for (const projection of PROJECTIONS) {
      const found = offered.find((offer) => offer.projection === projection && offer.format.toLowerCase().startsWith(start.toLowerCase()));
      if (found) return { area, ...found };
    }
  }
  const names = [...new Set(offered.map(({ format }) => format))].join(', ') || 'ingen formater';
  throw new FetchProblem(`${SERVICE} tilbyr ${title} bare som ${names}. Last det ned fra kartkatalog.geonorge.no og slipp det på siden.`);
}

/** Whether an address that the service hands out is its own: the same host, or one more under geonorge.no. */
function isOwn(url: URL, base: URL): boolean {
  if (url.host === base.host) return url.protocol === base.protocol || url.protocol === 'https:';
  return url.protocol === 'https:' && url.hostname.endsWith('.geonorge.no') && base.hostname.endsWith('.geonorge.no');
}

/** Orders an extract and waits for it. What has been ordered is not kept: links expire. */
async function order(context: FetchContext, dataset: string, { area, projection, format }: Choice): Promise<OrderedFile> {
  const { client, base } = context;
  const { code, name, type } = area;
  const text = JSON.stringify({
    orderLines: [{ metadataUuid: dataset, areas: [{ code, name, type }], projections: [{ code: projection }], formats: [{ name: format }] }],
  });
  const parse = jsonAnswer(SERVICE, orderSchema);
  const body = { type: 'application/json', text };
  let answer = await client.ask({ url: new URL(`${base}/order`), body, expects: 'json', isKept: false }, parse);
  for (const pause of [...POLL_PAUSES, null]) {
    const [file] = answer.files;
    if (!file) throw new FetchProblem(`${SERVICE} tok imot bestillingen, men gir ingen fil.`);
    if (file.status === 'ReadyForDownload') return file;
    if (file.status !== 'WaitingForProcessing') throw new FetchProblem(`${SERVICE} kan ikke levere filen (status «${file.status}»).`);
    if (pause === null) break;
    await client.sleep(pause);
    const url = new URL(`${base}/order/${encodeURIComponent(answer.referenceNumber)}`);
    answer = await client.ask({ url, expects: 'json', isKept: false }, parse);
  }
  throw new FetchProblem(`${SERVICE} er ikke ferdig med bestillingen ennå. Kjør kommandoen igjen senere.`);
}

/** What a layer takes of the files: polygons or lines by the role they are recognised in, null for all; or the land that their sea leaves. */
type Taken = { readonly polygons: ImportRole | null } | { readonly lines: ImportRole } | 'landBesideSea';

interface GeonorgeLayer {
  readonly plan: LayerPlan;
  readonly takes: Taken;
}

async function download(context: FetchContext, dataset: string, choice: Choice): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const { client, base } = context;
  const { downloadUrl, name } = await order(context, dataset, choice);
  const url = downloadUrl && URL.canParse(downloadUrl) ? new URL(downloadUrl) : null;
  if (!url || !isOwn(url, new URL(base))) throw new FetchProblem(`${SERVICE} viser til en nedlasting utenfor egne adresser. Den hentes ikke.`);
  const bytes = await client.ask({ url, expects: 'any', isKept: false }, (body) => body);
  return { name: name ?? 'nedlasting.zip', bytes };
}

/** The sea as N50 has it: an object type of its own, named by the attribute or by the layer. */
function seaIn(layer: ImportedLayer): readonly LonLatMultiPolygon[] {
  const column = layer.attributes.columns.find(({ name }) => name.toLowerCase() === 'objtype');
  const isSea = (type: unknown): boolean => String(type).toLowerCase() === 'havflate';
  const { polygons } = featuresOf(layer, Uint32Array.from(layer.shapes.kinds.keys()));
  return polygons.filter(({ properties }) => (column ? isSea(properties[column.name]) : isSea(layer.name))).map(({ outline }) => outline);
}

/** Objects of the files that have a role, cut to the municipality. Throws FetchProblem. */
async function objectsIn(
  file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> },
  layers: readonly GeonorgeLayer[],
  { municipality }: FetchContext,
): Promise<readonly (readonly WrittenFeature[])[]> {
  const { Database } = await initSqlJs();
  const reading = await readFiles([file], { openSqlite: async (content) => new Database(content), convertForeign });
  if (reading.kind === 'failed') throw new FetchProblem(reading.problem);
  // A boundary that is delivered as a line would otherwise pass for ground that the municipality does not have.
  if (!reading.layers.some(({ shapes }) => shapes.kinds.includes(0))) throw new FetchProblem(`${SERVICE} leverte ${file.name} uten flater.`);
  const ground = toPlanarMultiPolygon(municipality.outline);
  const placed = reading.layers.map((raw) => placeLayer(raw, { near: municipality.box, chosen: null }));
  const inRole = (role: ImportRole | null): readonly PackedFeatures[] =>
    placed.map((layer) => featuresOf(layer, role === null ? Uint32Array.from(layer.shapes.kinds.keys()) : shapesInRole(layer, recogniseRole(layer).assignment, role)));
  return layers.map(({ takes }) => {
    if (takes === 'landBesideSea') return landBesideSea(placed.flatMap(seaIn), ground);
    if ('lines' in takes) {
      const near = inRole(takes.lines).flatMap(({ lines }) => lines.filter(({ line }) => boxesMeet(lonLatBox([[line]]), municipality.box)));
      return near.map(({ line, properties }) => lineFeature(line, properties));
    }
    return inRole(takes.polygons).flatMap(({ polygons }) =>
      polygons.flatMap(({ outline, properties }) => {
        const inside = intersection(toPlanarMultiPolygon(outline), ground);
        const feature = outlineFeature(toLonLatMultiPolygon(inside), properties);
        return feature ? [feature] : [];
      }),
    );
  });
}

function extract(dataset: string, title: string, layers: readonly GeonorgeLayer[]): FetchTask {
  return {
    layers: layers.map(({ plan }) => plan),
    fetch: async (context): Promise<readonly FetchedLayer[]> => {
      const { client, base, municipality } = context;
      const url = new URL(`${base}/codelists/area/${dataset}`);
      const areas = await client.ask({ url, expects: 'json', isKept: true }, jsonAnswer(SERVICE, areasSchema));
      const area = areaFor(areas, municipality.number);
      const about = { date: `Hentet ${dayOf(client.now)}`, address: `${base}/order (${dataset})` };
      if (!area) {
        const notes = [`${title} finnes ikke for denne kommunen`];
        return layers.map(() => ({ ...about, text: geojsonText([]), objects: 0, notes }));
      }
      const file = await download(context, dataset, choose(area, title));
      const objects = await objectsIn(file, layers, context);
      return objects.map((features) => ({ ...about, text: geojsonText(features), objects: features.length, notes: [] }));
    },
  };
}

const AR50_ABOUT = {
  format: 'geojson',
  source: 'NIBIO, arealressurskart AR50, levert av Geonorge',
  licence: 'NLOD 1.0',
  attribution: '© NIBIO',
  accuracyMetres: 75,
  accuracyNote: 'AR50 er generalisert til 1:50 000. Minste figur er 15 daa. Skåret ved kommunegrensen.',
} as const satisfies Partial<LayerPlan>;

const N50_ABOUT = {
  format: 'geojson',
  source: 'Kartverket, N50 Kartdata, levert av Geonorge',
  licence: 'CC BY 4.0',
  attribution: '© Kartverket',
  accuracyMetres: 20,
  accuracyNote: 'Laget for 1:50 000. Nøyaktigheten er antatt. Bare flater, skåret ved kommunegrensen.',
} as const satisfies Partial<LayerPlan>;

/**
 * Geonorge's download API: areas, order, wait, fetch. Address and form: V2, read in public code. The data sets'
 * identifiers: Markagrensen V (Geonorge's register), AR50 and N50 V2. In which formats they come: U. AR5 is not open, and is
 * never asked for.
 */
export const GEONORGE: DataSource = {
  id: 'geonorge',
  title: SERVICE,
  base: 'https://nedlasting.geonorge.no/api',
  basis: 'V2',
  tasks: [
    extract('45e9ba77-388c-40eb-87df-e34e9d9ab300', 'Markagrensen', [
      {
        takes: { polygons: null },
        plan: {
          id: 'marka',
          file: 'marka.geojson',
          title: 'Marka (markaloven)',
          role: 'marka',
          format: 'geojson',
          source: 'Kartverket og KLD, forskrift 4.9.2015 om Markas avgrensning',
          licence: 'NLOD 1.0',
          attribution: '© Kartverket',
          accuracyMetres: 5,
          accuracyNote: 'Juridisk grense. Bare den delen som ligger i kommunen.',
        },
      },
    ]),
    extract('4bc2d1e0-f693-4bf2-820d-c11830d849a3', 'AR50', [
      { takes: { polygons: 'farmland' }, plan: { ...AR50_ABOUT, id: 'farmland-ar50', file: 'farmland-ar50.geojson', title: 'Jordbruksareal (AR50)', role: 'farmland' } },
      { takes: { polygons: 'green' }, plan: { ...AR50_ABOUT, id: 'forest-ar50', file: 'forest-ar50.geojson', title: 'Skog og myr (AR50)', role: 'green' } },
      { takes: { polygons: 'builtUp' }, plan: { ...AR50_ABOUT, id: 'built-up-ar50', file: 'built-up-ar50.geojson', title: 'Bebygd (AR50)', role: 'builtUp' } },
    ]),
    // Farmland is AR50's: that of N50 would be counted beside it.
    extract('ea192681-d039-42ec-b1bc-f3ce04c189ac', 'N50 Kartdata', [
      { takes: { polygons: 'water' }, plan: { ...N50_ABOUT, id: 'water-n50', file: 'water-n50.geojson', title: 'Innsjøer og elver (N50)', role: 'water' } },
      {
        takes: { lines: 'water' },
        plan: {
          ...N50_ABOUT,
          id: 'streams-n50',
          file: 'streams-n50.geojson',
          title: 'Elver og bekker som linjer (N50)',
          role: 'water',
          accuracyNote: 'Laget for 1:50 000. Nøyaktigheten er antatt. Går ut over kommunegrensen. Står i stedet for vann og vassdrag fra OpenStreetMap.',
        },
      },
      {
        takes: 'landBesideSea',
        plan: {
          ...N50_ABOUT,
          id: 'land-n50',
          file: 'land-n50.geojson',
          title: 'Land og kystlinje (N50)',
          role: 'land',
          accuracyNote: 'Laget for 1:50 000. Nøyaktigheten er antatt. Kommunen uten havflaten. Står i stedet for kystlinjen fra OpenStreetMap.',
        },
      },
      { takes: { polygons: 'green' }, plan: { ...N50_ABOUT, id: 'forest-n50', file: 'forest-n50.geojson', title: 'Skog, myr og park (N50)', role: 'green' } },
      { takes: { polygons: 'builtUp' }, plan: { ...N50_ABOUT, id: 'built-up-n50', file: 'built-up-n50.geojson', title: 'Tettbebyggelse (N50)', role: 'builtUp' } },
    ]),
  ],
};
