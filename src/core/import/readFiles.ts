import { strFromU8 } from 'fflate';
import { ImportProblem, messageOf } from './importProblem';
import type { RawLayer } from './importedLayer';
import { LARGEST_FILE_BYTES, LARGEST_TEXT_BYTES } from './limits';
import { filesBeside } from './rasters/besideRaster';
import { readArchive } from './readArchive';
import { readCsv } from './readCsv';
import { readGeopackage, type OpenSqlite } from './readGeopackage';
import { readJsonLayer } from './readJsonLayer';
import { readOsmPbfGround } from './readOsm';
import { readShapefile } from './readShapefile';
import { readSosi } from './readSosi';
import { sniff } from './sniff';
import { textInSet } from './sosiText';

/** A file as it was dropped: its name, for messages, and its bytes. */
export interface DroppedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Reads a format that nothing here knows, as FlatGeobuf files in WGS84, one for each layer. Rejects with a reason. */
export type ConvertForeign = (file: DroppedFile) => Promise<readonly DroppedFile[]>;

/** Large libraries that the surroundings bring when they are asked for. */
export interface HeavyReaders {
  readonly openSqlite: OpenSqlite;
  /** Null where there is none. */
  readonly convertForeign: ConvertForeign | null;
}

/** The layers of what was dropped and the rasters that were packed in it, or the Norwegian reason why there are none. */
export type FileReading =
  | { readonly kind: 'read'; readonly layers: readonly RawLayer[]; readonly rasters: readonly DroppedFile[] }
  | { readonly kind: 'failed'; readonly problem: string };

const KNOWN_FORMATS = 'GeoJSON, GeoPackage, Shapefile (zip), FlatGeobuf, GML, SOSI, CSV, GeoTIFF eller OSM';

/** Parts of a shapefile by the end of their name. */
const SHAPEFILE_PARTS = /\.(?:shp|shx|dbf|prj|cpg|qix|sbn|sbx|qmd|qpj|fix|shp\.xml)$/iu;

/** Files beside a raster are short; of longer ones no more is read. */
const LONGEST_BESIDE_BYTES = 100_000;

/** A text that looks like nothing but is called JSON is told what is wrong with it as JSON, rather than put to GDAL as a riddle. */
const JSON_NAME = /\.(?:geo|topo)?json$/iu;

function refuseLong({ name, bytes }: DroppedFile): void {
  if (bytes.length > LARGEST_TEXT_BYTES) {
    throw new ImportProblem(
      `«${name}» er for stor til å leses som tekst (over ${LARGEST_TEXT_BYTES / 1e6} MB). Lagre laget som GeoPackage eller FlatGeobuf i QGIS.`,
    );
  }
}

function baseOf(name: string): string {
  return name.replace(SHAPEFILE_PARTS, '').toLowerCase();
}

/** The shapefile that `file` holds the shapes of, with its other parts out of those beside it. */
function shapefileOf({ name, bytes }: DroppedFile, beside: readonly DroppedFile[]): RawLayer {
  const part = (end: string): Uint8Array | null =>
    beside.find((other) => other.name.toLowerCase() === `${baseOf(name)}.${end}`)?.bytes ?? null;
  const title = name.replace(/^.*\//u, '').replace(SHAPEFILE_PARTS, '');
  return readShapefile({ name: title, shp: bytes, dbf: part('dbf'), prj: part('prj'), cpg: part('cpg') });
}

async function foreign(file: DroppedFile, { convertForeign }: HeavyReaders): Promise<readonly RawLayer[]> {
  const { name } = file;
  if (!convertForeign) throw new ImportProblem(`«${name}» er ikke et format som kjennes. Lagre laget som ${KNOWN_FORMATS}.`);
  let converted: readonly DroppedFile[];
  try {
    converted = await convertForeign(file);
  } catch (problem) {
    throw new ImportProblem(`«${name}» kunne ikke leses av GDAL (${messageOf(problem)}). Lagre laget som ${KNOWN_FORMATS}.`);
  }
  if (converted.length === 0) throw new ImportProblem(`«${name}» har ingen kartlag som kan leses. Lagre laget som ${KNOWN_FORMATS}.`);
  const { readFlatgeobuf } = await import('./readFlatgeobuf');
  return converted.map((layer) => ({ ...readFlatgeobuf(layer.bytes, layer.name), format: 'gdal' as const }));
}

async function readZip(file: DroppedFile, heavy: HeavyReaders, rasters: DroppedFile[]): Promise<readonly RawLayer[]> {
  const entries = readArchive(file.bytes, file.name);
  if (entries.length === 0) throw new ImportProblem(`«${file.name}» er en tom zip-fil. Pakk filene på nytt.`);
  if (entries.some(({ name }) => /\.gdb\//iu.test(name))) return foreign(file, heavy);
  return readAll(entries, heavy, rasters, true);
}

/** The layers of one file. Throws ImportProblem. */
async function readOne(
  file: DroppedFile,
  beside: readonly DroppedFile[],
  heavy: HeavyReaders,
  rasters: DroppedFile[],
  isPacked: boolean,
): Promise<readonly RawLayer[]> {
  const { name, bytes } = file;
  if (bytes.length > LARGEST_FILE_BYTES) {
    throw new ImportProblem(`«${name}» er større enn ${LARGEST_FILE_BYTES / 1e9} GB. Klipp den til kommunen i QGIS, og prøv igjen.`);
  }
  const content = sniff(bytes);
  switch (content === 'text' && JSON_NAME.test(name) ? 'json' : content) {
    case 'empty':
      throw new ImportProblem(`«${name}» er tom. Hent eller eksporter den på nytt.`);
    case 'json':
      refuseLong(file);
      return [readJsonLayer(strFromU8(bytes).replace(/^\uFEFF/u, ''), name)];
    case 'sosi':
      refuseLong(file);
      return [readSosi(bytes, name)];
    case 'table':
      refuseLong(file);
      return [readCsv(textInSet(bytes, isUtf16(bytes) ? 'UTF-16' : null), name)];
    case 'osmPbf':
      return [readOsmPbfGround(bytes, name)];
    case 'shapefile':
      return [shapefileOf(file, beside)];
    case 'geopackage':
      return readGeopackage(bytes, name, heavy.openSqlite);
    case 'flatgeobuf': {
      const { readFlatgeobuf } = await import('./readFlatgeobuf');
      return [readFlatgeobuf(bytes, name)];
    }
    case 'zip':
      if (isPacked) throw new ImportProblem(`«${name}» er en zip inne i en zip. Pakk ut den ytterste, og prøv igjen.`);
      return readZip(file, heavy, rasters);
    case 'geotiff':
      rasters.push({ name: name.replace(/^.*\//u, ''), bytes: await placed(file, beside) });
      return [];
    case 'xml':
    case 'text':
    case 'unknown':
      return foreign(file, heavy);
  }
}

/** The bytes of a raster, with its place where only files beside it have that. */
async function placed({ name, bytes }: DroppedFile, beside: readonly DroppedFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const { placedByFiles } = await import('./rasters/placedTiff');
  const source = { size: bytes.length, read: async (offset: number, length: number) => Promise.resolve(bytes.slice(offset, offset + length)) };
  const files = beside.map((file) => ({ name: file.name, text: () => strFromU8(file.bytes.subarray(0, LONGEST_BESIDE_BYTES)) }));
  const place = await placedByFiles(name, source, files);
  if (!place) return bytes;
  const { head, tail } = place;
  const whole = new Uint8Array(bytes.length + tail.length);
  whole.set(bytes);
  whole.set(head);
  whole.set(tail, bytes.length);
  return whole;
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** The files that are read for themselves: not the parts that go with a shapefile or a raster, nor, in an archive, what is no map. */
function principals(files: readonly DroppedFile[], isPacked: boolean): readonly DroppedFile[] {
  const shapes = new Set(files.filter(({ name }) => /\.shp$/iu.test(name)).map(({ name }) => baseOf(name)));
  const beside = new Set(files.filter(({ name }) => /\.tiff?$/iu.test(name)).flatMap(({ name }) => [...filesBeside(name, files).values()]));
  const own = files.filter((file) => !beside.has(file) && (!SHAPEFILE_PARTS.test(file.name) || /\.shp$/iu.test(file.name) || !shapes.has(baseOf(file.name))));
  if (!isPacked || own.length <= 1) return own;
  return own.filter(({ name }) => !/\.(?:txt|pdf|html?|xml|qml|sld|lyr|md|png|jpe?g|tfw|tifw|wld|ovr|xsd|gfs)$/iu.test(name));
}

async function readAll(
  files: readonly DroppedFile[],
  heavy: HeavyReaders,
  rasters: DroppedFile[],
  isPacked: boolean,
): Promise<readonly RawLayer[]> {
  const layers: RawLayer[] = [];
  for (const file of principals(files, isPacked)) layers.push(...(await readOne(file, files, heavy, rasters, isPacked)));
  return layers;
}

/** Reads what was dropped at once. Whatever goes wrong, and wherever, comes back as a message; nothing is thrown. */
export async function readFiles(files: readonly DroppedFile[], heavy: HeavyReaders): Promise<FileReading> {
  const names = files.map(({ name }) => `«${name}»`).join(', ');
  const rasters: DroppedFile[] = [];
  let layers: readonly RawLayer[];
  try {
    layers = await readAll(files, heavy, rasters, false);
  } catch (problem) {
    if (problem instanceof ImportProblem) return { kind: 'failed', problem: problem.message };
    const reason = problem instanceof RangeError ? 'det er ikke minne nok, eller filen er avkuttet' : messageOf(problem);
    return { kind: 'failed', problem: `${names} kunne ikke leses (${reason}). Eksporter på nytt, eller klipp til kommunen.` };
  }
  const filled = layers.filter(({ shapes }) => shapes.kinds.length > 0);
  return filled.length + rasters.length > 0 ? { kind: 'read', layers: filled, rasters } : { kind: 'failed', problem: emptyMessage(names, layers) };
}

function emptyMessage(names: string, layers: readonly RawLayer[]): string {
  const [reason] = layers.flatMap(({ dropped }) => dropped);
  const why = reason ? ` Av objektene i den: ${reason.count} ${reason.what}.` : '';
  const isOsm = layers.some(({ format }) => format === 'osmPbf' || format === 'overpass');
  const way = isOsm ? 'Er det et gangnett, last det inn under Kartlag, Gangnett.' : 'Velg et annet lag, eller eksporter det på nytt.';
  return `${names} har ingen flater, linjer eller punkter som kan brukes.${why} ${way}`;
}
