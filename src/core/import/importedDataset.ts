import type { Dataset, Layer } from '../domain/dataset';
import { contentHash } from '../geodata/contentHash';
import { rolesOf, shapesInRole, type ImportRole } from './assignment';
import { importedPopulation } from './importedPopulation';
import { withImportedStations } from './importedStations';
import { featuresOf, kindsOf } from './packedFeatures';
import type { ShapeKind } from './packedShapes';
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

type Kind = 'polygons' | 'lines' | 'points';

const KINDS = [
  ['polygon', 'polygons'],
  ['line', 'lines'],
  ['point', 'points'],
] as const satisfies readonly (readonly [ShapeKind, Kind])[];

const layersMade = new WeakMap<TakenLayer, Map<ImportRole, Layer>>();

/** The same object for the same taken layer and role, so that what is worked out of it is worked out once. */
function layerOf(taken: TakenLayer, role: ImportRole): Layer {
  const made = layersMade.get(taken) ?? new Map<ImportRole, Layer>();
  layersMade.set(taken, made);
  const layer = made.get(role) ?? makeLayer(taken, role);
  made.set(role, layer);
  return layer;
}

/** Kinds of features in layers made here, known without making the features. */
const kindsMade = new WeakMap<Layer, ReadonlySet<ShapeKind>>();

function makeLayer(taken: TakenLayer, role: ImportRole): Layer {
  const { about, layer: { shapes } } = taken;
  const chosen = shapesInRole(taken.layer, taken.assignment, role);
  const features = featuresOf(taken.layer, chosen);
  const isOneOfSeveral = rolesOf(taken.assignment).length > 1;
  const layer: Layer = {
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
  kindsMade.set(layer, kindsOf(shapes, chosen));
  return layer;
}

function sharesKind(one: Layer, other: Layer): boolean {
  return KINDS.some(([shape, kind]) => [one, other].every((layer) => kindsMade.get(layer)?.has(shape) ?? layer[kind].length > 0));
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
