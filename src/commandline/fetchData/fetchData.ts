import { join } from 'node:path';
import { derivedFiles } from '../../core/geodata/derivedFiles';
import { readFeatures } from '../../core/geodata/geojson';
import { readPopulation, readStations } from '../../core/geodata/tables';
import { readDataset } from '../../core/geodata/readDataset';
import { lonLatBox } from '../../core/geometry/lonLatBox';
import { intersection } from '../../core/geometry/booleans';
import { discRing } from '../../core/geometry/convex';
import { toPlanarMultiPolygon, toPlanarPoint } from '../../core/geometry/projection';
import { readFolder } from '../readFolder';
import { EXIT_BAD_INPUT, EXIT_DONE, type Output } from '../runModel';
import type { FetchDataCommand } from './command';
import type { DataSource, FetchedMunicipality, FetchTask } from './dataSource';
import { defaultParameters } from './defaultParameters';
import { derivedEntries } from './derivedEntries';
import { GeodataFolder, PARAMETERS } from './geodataFolder';
import { PoliteClient, USUAL_MANNERS, type Manners } from './politeClient';
import { FetchProblem, messageOf } from './problem';
import { BOUNDARY_PLAN, fetchBoundary } from './sources/boundary';
import { BOUNDARY, SOURCES } from './sources/all';

/** Some of it could not be fetched. */
const EXIT_PARTLY = 1;

interface Problem {
  readonly source: string;
  readonly at: string;
  readonly problem: string;
}

const NO_SUCH_MUNICIPALITY = new Set([400, 404]);

/** One run: what it writes to, whom it asks, and what went wrong. */
class FetchRun {
  readonly #command: FetchDataCommand;
  readonly #folder: GeodataFolder;
  readonly #client: PoliteClient;
  readonly #output: Output;
  readonly problems: Problem[] = [];

  constructor(command: FetchDataCommand, folder: GeodataFolder, client: PoliteClient, output: Output) {
    this.#command = command;
    this.#folder = folder;
    this.#client = client;
    this.#output = output;
  }

  #baseOf({ id, base }: Pick<DataSource, 'id' | 'base'>): string {
    return (this.#command.bases.get(id) ?? base).replace(/\/+$/u, '');
  }

  #fail(title: string, problem: unknown): void {
    const text = `${title} er ikke hentet. ${messageOf(problem)}`;
    this.problems.push({ source: title, at: this.#client.now.toISOString(), problem: text });
    this.#output.message(`${text}\n`);
  }

  /** The municipality, read from the folder where it has been fetched. Rejects with FetchProblem. */
  async municipality(): Promise<FetchedMunicipality> {
    const { municipality: number } = this.#command;
    const text = this.#folder.read(BOUNDARY_PLAN.file);
    if (text !== null && this.#folder.stateOf(BOUNDARY_PLAN) !== 'missing') {
      const features = readFeatures(BOUNDARY_PLAN.file, text);
      const feature = features.kind === 'valid' ? features.value.polygons[0] : undefined;
      if (!feature) throw new FetchProblem(`${join(this.#folder.path, BOUNDARY_PLAN.file)} kan ikke leses. Slett filen og prøv igjen.`);
      this.#output.result(`${BOUNDARY_PLAN.title}: finnes fra før\n`);
      const { outline, properties } = feature;
      return { number, name: String(properties['name'] ?? number), outline, box: lonLatBox(outline) };
    }
    const { municipality, layer } = await fetchBoundary(this.#client, this.#baseOf(BOUNDARY), number);
    this.#folder.writeLayer(BOUNDARY_PLAN, BOUNDARY.title, layer, this.#client.now);
    this.#output.result(`${BOUNDARY_PLAN.title}: ${municipality.name}\n`);
    return municipality;
  }

  async fetchFrom(source: DataSource, municipality: FetchedMunicipality): Promise<void> {
    for (const task of source.tasks) await this.#fetchTask(source, task, municipality);
  }

  async #fetchTask(source: DataSource, { layers, fetch: fetchLayers }: FetchTask, municipality: FetchedMunicipality): Promise<void> {
    const missing = layers.filter((plan) => {
      const state = this.#folder.stateOf(plan);
      if (state === 'whole') this.#output.result(`${plan.title}: finnes fra før\n`);
      if (state === 'foreign') this.#output.message(`${plan.file} er endret eller kommer fra et annet sted, og står som den er.\n`);
      return state === 'missing';
    });
    if (missing.length === 0) return;
    const titles = missing.map(({ title }) => title).join(', ');
    try {
      const fetched = await fetchLayers({ client: this.#client, base: this.#baseOf(source), municipality });
      for (const [index, plan] of layers.entries()) {
        const layer = fetched[index];
        if (!layer || !missing.includes(plan)) continue;
        this.#folder.writeLayer(plan, source.title, layer, this.#client.now);
        const notes = layer.notes.map((note) => `. ${note}`).join('');
        this.#output.result(`${plan.title}: ${layer.objects.toLocaleString('nb-NO')} objekter${notes}\n`);
      }
    } catch (problem) {
      this.#fail(titles, problem);
    }
  }

  /** The catalogue, parameters where there are none, and what is derived from them. */
  makeFolder(municipality: FetchedMunicipality): void {
    const folder = this.#folder;
    folder.writeCatalogue(derivedEntries(folder.layers));
    const year = this.#client.now.getUTCFullYear();
    const stations = stationsInside(folder, municipality);
    const parameters = defaultParameters({ ...municipality, stations, residents: residentsOf(folder), year, layers: [...folder.layers, 'default-areas'] });
    if (!folder.writeMade(PARAMETERS, parameters)) this.#output.message(`${PARAMETERS} er endret, og står som den er.\n`);
    const derived = derivedFiles(readFolder(folder.path));
    if (derived.kind === 'valid') {
      for (const [file, text] of derived.value) {
        if (!folder.writeMade(file, text)) this.#output.message(`${file} er endret, og står som den er.\n`);
      }
    } else {
      this.#output.message(
        `Småbyer og standardfelt er ikke laget ennå. ${derived.problems.join(' ')} Rett det, og kjør «npx tsx src/commandline/buildGeodata.ts ${folder.path}».\n`,
      );
    }
    const reading = readDataset(readFolder(folder.path));
    for (const problem of reading.kind === 'failed' ? reading.problems : reading.dataset.problems) this.#output.message(`${problem}\n`);
  }
}

function stationsInside(folder: GeodataFolder, { outline }: FetchedMunicipality): Parameters<typeof defaultParameters>[0]['stations'] {
  const text = folder.read('stations-national.csv');
  const stations = text === null ? null : readStations('stations-national.csv', text);
  if (stations?.kind !== 'valid') return [];
  const ground = toPlanarMultiPolygon(outline);
  return stations.value.filter(({ position }) => intersection([[discRing(toPlanarPoint(position), 1, 8)]], ground).length > 0);
}

function residentsOf(folder: GeodataFolder): number | null {
  const text = folder.read('population.csv');
  const population = text === null ? null : readPopulation('population.csv', text);
  return population?.kind === 'valid' ? population.value.reduce((sum, { residents }) => sum + residents, 0) : null;
}

/**
 * Gathers open data for a municipality into a geodata folder. A service that is down leaves the others standing, and the
 * next run takes up what is missing.
 * @returns the exit code: 0 all of it, 1 some of it, 2 nothing could be asked for
 */
export async function runFetchData(command: FetchDataCommand, output: Output, manners: Partial<Manners> = {}): Promise<number> {
  const all = { ...USUAL_MANNERS, ...manners };
  const opened = GeodataFolder.open(command.folder, command.municipality, all.now);
  if (opened.kind === 'failed') {
    output.message(`${opened.problems.join('\n')}\n`);
    return EXIT_BAD_INPUT;
  }
  const folder = opened.value;
  const client = new PoliteClient(all, folder.answers, (text) => output.message(`${text}\n`));
  const run = new FetchRun(command, folder, client, output);
  let municipality: FetchedMunicipality;
  try {
    municipality = await run.municipality();
  } catch (problem) {
    if (problem instanceof FetchProblem && NO_SUCH_MUNICIPALITY.has(problem.status ?? 0)) {
      output.message(`Kommune ${command.municipality} finnes ikke hos Kartverket. Kommunenumrene står på kartverket.no.\n`);
      return EXIT_BAD_INPUT;
    }
    output.message(`Kommunegrensen er ikke hentet, og uten den kan ikke noe annet hentes. ${messageOf(problem)}\n`);
    return EXIT_PARTLY;
  }
  for (const source of SOURCES) {
    if (command.only.includes(source.id)) await run.fetchFrom(source, municipality);
  }
  try {
    run.makeFolder(municipality);
    folder.finish(municipality, run.problems);
  } catch (problem) {
    output.message(`${command.folder} er ikke gjort ferdig (${messageOf(problem)}). Rett det, og kjør den samme kommandoen igjen.\n`);
    return EXIT_PARTLY;
  }
  if (run.problems.length > 0) {
    output.message(`${run.problems.length} av lagene mangler. Det som er hentet, står i ${folder.path}. Kjør den samme kommandoen igjen for å hente resten.\n`);
    return EXIT_PARTLY;
  }
  folder.answers.clear();
  output.result(`Ferdig. Les ${folder.path} med --geodata ${folder.path}.\n`);
  return EXIT_DONE;
}
