import initSqlJs from 'sql.js';
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
import { deliveryOf, SERVICE, type Delivery } from './geonorgeOrder';
import { landBesideSea } from './landBesideSea';

/** What a layer takes of the files: polygons or lines by the role they are recognised in, null for all; or the land that their sea leaves. */
type Taken = { readonly polygons: ImportRole | null } | { readonly lines: ImportRole } | 'landBesideSea';

interface GeonorgeLayer {
  readonly plan: LayerPlan;
  readonly takes: Taken;
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
  file: Delivery,
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
      const about = { date: `Hentet ${dayOf(context.client.now)}`, address: `${context.base}/order (${dataset})` };
      const file = await deliveryOf(context, dataset, title);
      if (!file) {
        const notes = [`${title} finnes ikke for denne kommunen`];
        return layers.map(() => ({ ...about, text: geojsonText([]), objects: 0, notes }));
      }
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
