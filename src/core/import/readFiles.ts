import { strFromU8 } from 'fflate';
import { ImportProblem, messageOf } from './importProblem';
import type { RawLayer } from './importedLayer';
import { LARGEST_FILE_BYTES, LARGEST_TEXT_BYTES } from './limits';
import { readJsonLayer } from './readJsonLayer';
import { sniff } from './sniff';

/** A file as it was dropped: its name, for messages, and its bytes. */
export interface DroppedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The layers of what was dropped, or the Norwegian reason why there are none. */
export type FileReading =
  | { readonly kind: 'read'; readonly layers: readonly RawLayer[] }
  | { readonly kind: 'failed'; readonly problem: string };

/** UTF-8 text, a byte order mark left out. */
function textOf({ name, bytes }: DroppedFile): string {
  if (bytes.length > LARGEST_TEXT_BYTES) {
    throw new ImportProblem(
      `«${name}» er for stor til å leses som tekst (over ${LARGEST_TEXT_BYTES / 1e6} MB). Lagre laget som GeoPackage eller FlatGeobuf i QGIS.`,
    );
  }
  return strFromU8(bytes).replace(/^\uFEFF/u, '');
}

/** The layers of one file. Throws ImportProblem. */
async function readOne(file: DroppedFile): Promise<readonly RawLayer[]> {
  const { name, bytes } = file;
  if (bytes.length > LARGEST_FILE_BYTES) {
    throw new ImportProblem(`«${name}» er større enn ${LARGEST_FILE_BYTES / 1e9} GB. Klipp den til kommunen i QGIS, og prøv igjen.`);
  }
  const content = sniff(bytes);
  switch (content) {
    case 'empty':
      throw new ImportProblem(`«${name}» er tom. Hent eller eksporter den på nytt.`);
    case 'json':
      return [readJsonLayer(textOf(file), name)];
    default:
      throw new ImportProblem(
        `«${name}» er ikke et format som kjennes. Lagre laget som GeoJSON, GeoPackage, Shapefile (zip), FlatGeobuf, SOSI eller CSV.`,
      );
  }
}

/** Reads what was dropped at once. Whatever goes wrong, and wherever, comes back as a message; nothing is thrown. */
export async function readFiles(files: readonly DroppedFile[]): Promise<FileReading> {
  const layers: RawLayer[] = [];
  for (const file of files) {
    try {
      layers.push(...(await readOne(file)));
    } catch (problem) {
      if (problem instanceof ImportProblem) return { kind: 'failed', problem: problem.message };
      const reason = problem instanceof RangeError ? 'det er ikke minne nok' : messageOf(problem);
      return { kind: 'failed', problem: `«${file.name}» kunne ikke leses (${reason}). Filen kan være skadet. Eksporter den på nytt.` };
    }
  }
  if (layers.every(({ shapes }) => shapes.kinds.length === 0)) {
    return { kind: 'failed', problem: emptyMessage(files, layers) };
  }
  return { kind: 'read', layers: layers.filter(({ shapes }) => shapes.kinds.length > 0) };
}

function emptyMessage(files: readonly DroppedFile[], layers: readonly RawLayer[]): string {
  const names = files.map(({ name }) => `«${name}»`).join(', ');
  const [reason] = layers.flatMap(({ dropped }) => dropped);
  const why = reason ? ` Av objektene i den: ${reason.count} ${reason.what}.` : '';
  return `${names} har ingen flater, linjer eller punkter.${why} Velg et annet lag, eller eksporter det på nytt.`;
}
