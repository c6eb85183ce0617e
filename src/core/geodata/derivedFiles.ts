import type { LayerRole } from '../domain/catalogue';
import type { FeatureProperties } from '../domain/dataset';
import { toLonLatMultiPolygon } from '../geometry/projection';
import type { LonLatMultiPolygon, PlanarMultiPolygon } from '../geometry/shapes';
import { catalogueSchema } from './catalogueSchema';
import { deriveAreas, KEPT_OUT_OF_AREAS } from './deriveAreas';
import { deriveTowns, type DerivationGround, type DerivedTown } from './deriveTowns';
import { invalid, readJson, valid, type Checked } from './problems';
import { CATALOGUE_FILE, readDataset } from './readDataset';

/** About a millimetre. */
const DECIMALS = 8;

interface WrittenFeature {
  readonly properties: FeatureProperties;
  readonly outline: PlanarMultiPolygon;
}

function rounded(outline: PlanarMultiPolygon): LonLatMultiPolygon {
  return toLonLatMultiPolygon(outline).map((polygon) =>
    polygon.map((ring) =>
      ring.map(([longitude, latitude]) => [Number(longitude.toFixed(DECIMALS)), Number(latitude.toFixed(DECIMALS))]),
    ),
  );
}

/** GeoJSON in WGS84 with 8 decimals, one feature a line so that changes can be read. */
function collectionText(features: readonly WrittenFeature[]): string {
  const lines = features.map(({ properties, outline }) => {
    const polygons = rounded(outline);
    const [only] = polygons;
    const geometry =
      polygons.length === 1 && only !== undefined
        ? { type: 'Polygon', coordinates: only }
        : { type: 'MultiPolygon', coordinates: polygons };
    return JSON.stringify({ type: 'Feature', properties, geometry });
  });
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}

function townText(ground: DerivationGround, towns: readonly DerivedTown[]): string {
  const names = new Map(ground.parameters.towns.map((town) => [town.id, town.name]));
  return collectionText(towns.map(({ id, outline }) => ({ properties: { id, name: names.get(id) ?? id }, outline })));
}

function areaText(ground: DerivationGround, towns: readonly DerivedTown[]): string {
  return collectionText(
    deriveAreas(ground, towns).map(({ id, name, town, typology, outline }) => ({
      properties: { id, name, town: town.id, typology, developableShare: town.developableShare },
      outline,
    })),
  );
}

/**
 * Default towns and default areas of the geodata in `files`, as the method makes them from the other layers: text by
 * path. What `files` hold of them from before has no say. Fails, in Norwegian, when something they rest on is missing.
 */
export function derivedFiles(files: ReadonlyMap<string, string>): Checked<ReadonlyMap<string, string>> {
  const reading = readDataset(files);
  if (reading.kind === 'failed') return invalid(...reading.problems);
  const { dataset } = reading;
  const catalogue = readJson(CATALOGUE_FILE, files.get(CATALOGUE_FILE) ?? '', catalogueSchema);
  if (catalogue.kind === 'invalid') return catalogue;
  const fileOf = (role: LayerRole): string | undefined =>
    catalogue.value.layers.find((layer) => layer.role === role)?.file;
  const townFile = fileOf('town');
  const areaFile = fileOf('defaultArea');
  if (townFile === undefined || areaFile === undefined) {
    return invalid(`${CATALOGUE_FILE} mangler et lag med rollen «town» eller «defaultArea».`);
  }
  // An outline that silently lacks a layer would look finished and be wrong.
  const needed = catalogue.value.layers.filter((layer) => KEPT_OUT_OF_AREAS.includes(layer.role));
  const read = new Set(dataset.layers.map((layer) => layer.description.id));
  const missing = needed.filter((layer) => !read.has(layer.id));
  if (missing.length > 0) {
    return invalid(
      `Standardfeltene kan ikke beregnes uten ${missing.map((layer) => `«${layer.title}»`).join(', ')}.`,
      ...dataset.problems,
    );
  }
  const towns = deriveTowns(dataset);
  if (towns.kind === 'invalid') return towns;
  return valid(
    new Map([
      [townFile, townText(dataset, towns.value)],
      [areaFile, areaText(dataset, towns.value)],
    ]),
  );
}
