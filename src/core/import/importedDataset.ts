import { featureCount, type Dataset, type FeatureKind, type Layer } from '../domain/dataset';
import { contentHash } from '../geodata/contentHash';
import { rolesOf, shapesInRole, type ImportRole } from './assignment';
import { importedPopulation } from './importedPopulation';
import { withImportedStations } from './importedStations';
import { featuresOf } from './packedFeatures';
import { layerIdOf, type TakenLayer } from './takenLayer';

const ROLE_TITLES: Readonly<Record<ImportRole, string>> = {
  farmland: 'dyrka mark',
  green: 'grønt',
  marka: 'Marka',
  water: 'vann',
  builtUp: 'bebyggelse',
  land: 'land',
  flood: 'flomsone',
  quickClay: 'kvikkleire',
  noise: 'støy',
  natureReserve: 'naturvern',
  valuableNature: 'verdifull natur',
  adoptedPlan: 'gjeldende plan',
  population: 'befolkning',
  station: 'stasjoner',
  municipality: 'kommunegrense',
  reference: 'til orientering',
};

const KINDS: readonly FeatureKind[] = ['polygons', 'lines', 'points'];

const layersMade = new WeakMap<TakenLayer, Map<ImportRole, Layer>>();

/** The same object for the same taken layer and role, so that what is worked out of it is worked out once. */
function layerOf(taken: TakenLayer, role: ImportRole): Layer {
  const made = layersMade.get(taken) ?? new Map<ImportRole, Layer>();
  layersMade.set(taken, made);
  const layer = made.get(role) ?? makeLayer(taken, role);
  made.set(role, layer);
  return layer;
}

function makeLayer(taken: TakenLayer, role: ImportRole): Layer {
  const { about } = taken;
  const features = featuresOf(taken.layer, shapesInRole(taken.layer, taken.assignment, role));
  const isOneOfSeveral = rolesOf(taken.assignment).length > 1;
  return {
    description: {
      ...about,
      id: layerIdOf(taken, role),
      title: isOneOfSeveral ? `${about.title}: ${ROLE_TITLES[role]}` : about.title,
      role,
      file: taken.file,
      format: 'geojson',
      assumption: false,
    },
    drawnApart: true,
    packed: features,
    get polygons() {
      return features.polygons;
    },
    get lines() {
      return features.lines;
    },
    get points() {
      return features.points;
    },
  };
}

function sharesKind(one: Layer, other: Layer): boolean {
  return KINDS.some((kind) => [one, other].every((layer) => featureCount(layer, kind) > 0));
}

/** Roles whose old layers stay, since other parts of the place hang on them. */
const KEPT_WHEN_REPLACED: ReadonlySet<ImportRole> = new Set(['station', 'reference']);

function withLayer(dataset: Dataset, taken: TakenLayer, role: ImportRole): Dataset {
  const layer = layerOf(taken, role);
  const replaces = taken.how === 'replace' && !KEPT_WHEN_REPLACED.has(role);
  const others = replaces
    ? dataset.layers.filter((other) => other.description.role !== role || !sharesKind(other, layer))
    : dataset.layers;
  const next: Dataset = { ...dataset, layers: [...others, layer] };
  if (role === 'population') {
    const cells = importedPopulation(layer, dataset);
    return { ...next, population: replaces ? cells : [...dataset.population, ...cells] };
  }
  return role === 'station' ? withImportedStations(next, layer) : next;
}

/**
 * The data set with the user's own layers in it, in the order they were taken in. Without any it is the same object.
 * Coordinates stay packed until they are read.
 */
export function withTakenLayers(base: Dataset, taken: readonly TakenLayer[]): Dataset {
  if (taken.length === 0) return base;
  const dataset = taken.reduce((sum, one) => rolesOf(one.assignment).reduce((inner, role) => withLayer(inner, one, role), sum), base);
  const parts = taken.map(({ id, fingerprint, assignment, how, about: { accuracyMetres } }): [string, string] => [
    id,
    JSON.stringify([fingerprint, assignment, how, accuracyMetres]),
  ]);
  return { ...dataset, hash: contentHash(new Map([['', base.hash], ...parts])) };
}
