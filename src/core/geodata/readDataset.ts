import type { LayerDescription } from '../domain/catalogue';
import type { Dataset } from '../domain/dataset';
import type { StationId } from '../domain/identifiers';
import type { PlaceParameters } from '../domain/parameters';
import type { Station } from '../domain/station';
import { catalogueSchema } from './catalogueSchema';
import { contentHash } from './contentHash';
import { parametersSchema } from './parametersSchema';
import { invalid, readJson, type Checked } from './problems';
import { readLayer, type LayerContent } from './readLayer';

export const CATALOGUE_FILE = 'catalogue.json';
const PARAMETERS_FILE = 'parameters.json';

/** A data set, perhaps with layers left out and told of in its `problems`, or the Norwegian reasons why there is none. */
export type DatasetReading =
  | { readonly kind: 'dataset'; readonly dataset: Dataset }
  | { readonly kind: 'failed'; readonly problems: readonly string[] };

function readRequired<Schema extends Parameters<typeof readJson>[2]>(
  files: ReadonlyMap<string, string>,
  file: string,
  schema: Schema,
): ReturnType<typeof readJson<Schema>> {
  const text = files.get(file);
  return text === undefined ? invalid(`${file} mangler. Legg filen i mappen med geodata.`) : readJson(file, text, schema);
}

function unknownHiddenLayers(parameters: PlaceParameters, layers: readonly LayerDescription[]): readonly string[] {
  const known = new Set(layers.map((layer) => layer.id));
  return parameters.hiddenLayers
    .filter((id) => !known.has(id))
    .map((id) => `${PARAMETERS_FILE}, felt «hiddenLayers»: laget «${id}» står ikke i ${CATALOGUE_FILE}.`);
}

/** Holds each layer against those read before it: two rows for one station would count its trains twice. */
function withoutClash(checked: Checked<LayerContent>, file: string, known: ReadonlySet<StationId>): Checked<LayerContent> {
  if (checked.kind === 'invalid') return checked;
  const seen = new Set(known);
  for (const { id } of checked.value.stations) {
    if (seen.has(id)) return invalid(`${file}: stasjonen «${id}» er oppført to ganger. Fjern den ene raden.`);
    seen.add(id);
  }
  return checked;
}

function missingAnchors(parameters: PlaceParameters, stations: readonly Station[]): readonly string[] {
  const known = new Set(stations.map((station) => station.id));
  return parameters.towns.flatMap((town) =>
    town.anchors
      .filter((anchor) => !known.has(anchor))
      .map(
        (anchor) =>
          `${PARAMETERS_FILE}: ${town.name} er knyttet til stasjonen «${anchor}», som ikke finnes i noe stasjonslag.`,
      ),
  );
}

function readLayers(
  files: ReadonlyMap<string, string>,
  descriptions: readonly LayerDescription[],
  parameters: PlaceParameters,
): { readonly contents: readonly LayerContent[]; readonly problems: readonly string[] } {
  const contents: LayerContent[] = [];
  const problems: string[] = [];
  const stations = new Set<StationId>();
  for (const description of descriptions) {
    const text = files.get(description.file);
    const checked =
      text === undefined
        ? invalid<LayerContent>(`${description.file} mangler. Legg filen i mappen med geodata.`)
        : withoutClash(readLayer(description, text, parameters), description.file, stations);
    if (checked.kind === 'valid') {
      contents.push(checked.value);
      for (const { id } of checked.value.stations) stations.add(id);
    } else {
      const more = checked.problems.length - 1;
      const rest = more > 0 ? ` (og ${more} feil til)` : '';
      problems.push(`Laget «${description.title}» er utelatt. ${checked.problems[0] ?? ''}${rest}`);
    }
  }
  return { contents, problems };
}

/**
 * Reads and checks everything known of one place. `files` holds text by path relative to the geodata folder;
 * files that the catalogue does not name are ignored. A broken catalogue or broken parameters fail the whole;
 * a missing or broken layer is left out and told of in the data set's `problems`.
 */
export function readDataset(files: ReadonlyMap<string, string>): DatasetReading {
  const catalogue = readRequired(files, CATALOGUE_FILE, catalogueSchema);
  const parameters = readRequired(files, PARAMETERS_FILE, parametersSchema);
  if (catalogue.kind === 'invalid' || parameters.kind === 'invalid') {
    const problems = [catalogue, parameters].flatMap((checked) => (checked.kind === 'invalid' ? checked.problems : []));
    return { kind: 'failed', problems };
  }
  const descriptions = catalogue.value.layers;
  const unknown = unknownHiddenLayers(parameters.value, descriptions);
  if (unknown.length > 0) return { kind: 'failed', problems: unknown };

  const { contents, problems } = readLayers(files, descriptions, parameters.value);
  const stations = contents.flatMap((content) => content.stations);
  const named = new Set([CATALOGUE_FILE, PARAMETERS_FILE, ...descriptions.map((layer) => layer.file)]);
  return {
    kind: 'dataset',
    dataset: {
      hash: contentHash(new Map([...files].filter(([file]) => named.has(file)))),
      parameters: parameters.value,
      layers: contents.map((content) => content.layer),
      problems: [...problems, ...missingAnchors(parameters.value, stations)],
      stations,
      towns: contents.flatMap((content) => content.towns),
      defaultAreas: contents.flatMap((content) => content.defaultAreas),
      population: contents.flatMap((content) => content.population),
    },
  };
}
