import { unzipSync } from 'fflate';
import { ImportProblem } from './importProblem';
import {
  LARGEST_UNPACKED_BYTES,
  LARGEST_UNPACKING_RATIO,
  MOST_ARCHIVE_ENTRIES,
  UNSUSPECTED_UNPACKED_BYTES,
} from './limits';

/** One file of an archive, unpacked. */
export interface ArchiveEntry {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Names that say nothing of maps. */
const PASSED_OVER = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)|\/$/u;

function isOutside(name: string): boolean {
  return name.startsWith('/') || /^[a-z]:/iu.test(name) || name.split(/[/\\]/u).includes('..') || name.includes('\0');
}

/**
 * Unpacks a zip. Throws ImportProblem for one that would unpack to more than fits, that packs harder than map data do,
 * that names files outside itself, or that is broken. What it claims of sizes is held against what comes out.
 */
export function readArchive(bytes: Uint8Array, file: string): readonly ArchiveEntry[] {
  let count = 0;
  let claimed = 0;
  let unpacked: Record<string, Uint8Array<ArrayBuffer>>;
  try {
    unpacked = unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        count += 1;
        claimed += originalSize;
        if (isOutside(name)) {
          throw new ImportProblem(`«${file}» inneholder en fil med ugyldig navn («${name}»). Arkivet tas ikke inn. Pakk filene på nytt.`);
        }
        const isBomb = originalSize > UNSUSPECTED_UNPACKED_BYTES && originalSize > LARGEST_UNPACKING_RATIO * Math.max(1, size);
        if (isBomb || claimed > LARGEST_UNPACKED_BYTES || count > MOST_ARCHIVE_ENTRIES) {
          throw new ImportProblem(
            `«${file}» pakkes ut til mer enn siden tar imot (${Math.round(LARGEST_UNPACKED_BYTES / 1e6)} MB). Pakk ut selv, klipp laget til kommunen, og prøv igjen.`,
          );
        }
        return !PASSED_OVER.test(name);
      },
    });
  } catch (problem) {
    if (problem instanceof ImportProblem) throw problem;
    throw new ImportProblem(`«${file}» er ikke en hel zip-fil. Last den ned eller pakk den på nytt.`);
  }
  return Object.entries(unpacked).map(([name, content]) => ({ name, bytes: content }));
}
