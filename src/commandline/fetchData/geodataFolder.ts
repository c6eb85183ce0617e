import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Input } from '../inputFiles';
import type { FetchedLayer, FetchedMunicipality, LayerPlan } from './dataSource';
import { emptyLog, LOG_FILE, readLog, type FetchLog, type LogEntry } from './fetchLog';
import { messageOf } from './problem';
import { sha256, WorkFolder } from './workFolder';

const CATALOGUE = 'catalogue.json';
export const PARAMETERS = 'parameters.json';

interface CatalogueEntry {
  readonly id: string;
  readonly role: string;
}

function isEntry(value: unknown): value is CatalogueEntry {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && 'role' in value && typeof value.role === 'string';
}

/** Entries pass as they are, with all that they hold in the order they hold it. */
const catalogueShape = z.object({ layers: z.array(z.custom<CatalogueEntry>(isEntry)) });

/** The entries of a catalogue's text; null for a text that is none. */
function readEntries(text: string): readonly CatalogueEntry[] | null {
  try {
    const parsed = catalogueShape.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.layers : null;
  } catch {
    return null;
  }
}

/** Where a file stands: fetched and whole, not there, or somebody else's, which is never written over. */
export type FileState = 'whole' | 'missing' | 'foreign';

/** A geodata folder that is filled file by file, each whole or not there, with a log of what came from where. */
export class GeodataFolder {
  readonly path: string;
  readonly answers: WorkFolder;
  #log: FetchLog;
  readonly #writtenNow = new Set<string>();

  private constructor(path: string, log: FetchLog, now: () => Date) {
    this.path = path;
    this.#log = log;
    this.answers = new WorkFolder(path, now);
  }

  /** Opens a folder, made where it is missing; refuses one with another's geodata. The reason is Norwegian. */
  static open(path: string, number: string, now: () => Date): Input<GeodataFolder> {
    const failed = (problem: string): Input<GeodataFolder> => ({ kind: 'failed', problems: [problem] });
    try {
      mkdirSync(path, { recursive: true });
      const logPath = join(path, LOG_FILE);
      const log = existsSync(logPath) ? readLog(readFileSync(logPath, 'utf8')) : null;
      if (!log && existsSync(logPath)) return failed(`${logPath} kan ikke leses. Flytt filen, eller velg en annen mappe med --out.`);
      if (!log && existsSync(join(path, CATALOGUE))) {
        return failed(`${path} har geodata som ikke er hentet av fetch-data. Velg en annen mappe med --out.`);
      }
      const catalogue = join(path, CATALOGUE);
      if (existsSync(catalogue) && !readEntries(readFileSync(catalogue, 'utf8'))) {
        return failed(`${catalogue} kan ikke leses. Rett eller slett filen, eller velg en annen mappe med --out.`);
      }
      if (log && log.municipality.number !== number) {
        return failed(`${path} har geodata for kommune ${log.municipality.number}. Velg en annen mappe for ${number} med --out.`);
      }
      return { kind: 'read', value: new GeodataFolder(path, log ?? emptyLog(number), now) };
    } catch (problem) {
      return failed(`${path} kan ikke skrives til (${messageOf(problem)}). Velg en annen mappe med --out.`);
    }
  }

  /** Where a layer's file stands. */
  stateOf({ id, file }: LayerPlan): FileState {
    return this.#stateOf(file, this.#log.layers[id]?.sha256);
  }

  /** Text of a file in the folder; null where it is not there. */
  read(file: string): string | null {
    const path = join(this.path, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  }

  /** Writes a layer and logs it. The log comes first: a file that it does not know would look like somebody else's. */
  writeLayer(plan: LayerPlan, source: string, { text, objects, date, address, notes }: FetchedLayer, at: Date): void {
    const { id, file, title, role, format, licence, attribution, accuracyMetres, accuracyNote } = plan;
    const about = { file, format, source: `${plan.source} (${address})`, date, licence, attribution, accuracyMetres, accuracyNote };
    const entry: LogEntry = {
      file,
      source,
      address,
      fetched: at.toISOString(),
      sha256: sha256(text),
      bytes: Buffer.byteLength(text),
      objects,
      notes: [...notes],
      description: role === null ? null : { id, title, role, ...about, assumption: false },
    };
    this.#writeLog({ ...this.#log, layers: { ...this.#log.layers, [id]: entry } });
    this.answers.place(file, text);
    this.#writtenNow.add(id);
  }

  /** Writes a file that is made from the layers; leaves one that somebody has changed. Says whether it is ours now. */
  writeMade(file: string, text: string): boolean {
    if (this.#stateOf(file, this.#log.made[file]) === 'foreign') return false;
    this.#writeLog({ ...this.#log, made: { ...this.#log.made, [file]: sha256(text) } });
    this.answers.place(file, text);
    return true;
  }

  /**
   * Writes the catalogue. Entries that somebody has added or changed stay as they are, but for layers fetched in this run.
   * @param derived entries for what is made from the other layers
   */
  writeCatalogue(derived: readonly CatalogueEntry[]): void {
    const text = this.read(CATALOGUE);
    const before = new Map((text === null ? [] : (readEntries(text) ?? [])).map((layer) => [layer.id, layer]));
    const fetched = Object.entries(this.#log.layers).flatMap(([id, { description }]) =>
      description ? [this.#writtenNow.has(id) ? description : (before.get(id) ?? description)] : [],
    );
    const givesWay = (id: string): boolean => (this.#log.layers[GIVES_WAY.get(id) ?? '']?.objects ?? 0) > 0;
    const own = withoutDoubles([...fetched, ...derived.map((layer) => before.get(layer.id) ?? layer)]);
    const ids = new Set(own.map(({ id }) => id));
    const others = [...before.values()].filter(({ id }) => !ids.has(id));
    const catalogue = { schemaVersion: 1, layers: [...own, ...others].filter(({ id }) => !givesWay(id)) };
    this.answers.place(CATALOGUE, `${JSON.stringify(catalogue, null, 2)}\n`);
  }

  /** Identifiers of the layers that are in the log. */
  get layers(): readonly string[] {
    return Object.keys(this.#log.layers);
  }

  /** Remembers the municipality's name and what went wrong in this run. */
  finish({ name }: Pick<FetchedMunicipality, 'name'>, problems: FetchLog['problems']): void {
    this.#writeLog({ ...this.#log, municipality: { ...this.#log.municipality, name }, problems });
  }

  #stateOf(file: string, hash: string | undefined): FileState {
    const path = join(this.path, file);
    if (!existsSync(path)) return 'missing';
    return hash !== undefined && sha256(readFileSync(path)) === hash ? 'whole' : 'foreign';
  }

  #writeLog(log: FetchLog): void {
    this.#log = log;
    this.answers.place(LOG_FILE, `${JSON.stringify(log, null, 2)}\n`);
  }
}

/** Farmland of OpenStreetMap beside that of AR50 would count twice what both have: it is shown, and not counted. */
function withoutDoubles(layers: readonly CatalogueEntry[]): readonly CatalogueEntry[] {
  const hasOfficial = layers.some(({ id }) => id === 'farmland-ar50');
  return layers.map((layer) => (hasOfficial && layer.id === 'farmland-openstreetmap' ? { ...layer, role: 'reference' } : layer));
}

/** Layers whose lines would lie beside those of official ones: where these have any, the others stay out of the catalogue. */
const GIVES_WAY: ReadonlyMap<string, string> = new Map([
  ['water-openstreetmap', 'streams-n50'],
  ['land-openstreetmap', 'land-n50'],
]);
