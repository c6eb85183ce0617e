import { ImportProblem } from './importProblem';

/** A larger file is refused: nothing a municipality delivers comes near, and memory has an end. */
export const LARGEST_FILE_BYTES = 1_200_000_000;

/** Text is read whole, and browsers hold no longer string. */
export const LARGEST_TEXT_BYTES = 400_000_000;

/** What an archive may unpack to in all, and how many times its own size: deflated map data stays below a hundred. */
export const LARGEST_UNPACKED_BYTES = 800_000_000;
export const LARGEST_UNPACKING_RATIO = 250;
/** Below this the ratio says nothing: a file of blanks packs well. */
export const UNSUSPECTED_UNPACKED_BYTES = 20_000_000;
export const MOST_ARCHIVE_ENTRIES = 2000;

export const MOST_VERTICES = 30_000_000;
export const MOST_OBJECTS = 1_000_000;
export const MOST_ATTRIBUTES = 400;
/** Longer texts are cut; names and codes are short. */
export const LONGEST_TEXT = 1000;

/** Throws an ImportProblem when there is more of something than fits. */
export function refuseTooMany(count: number, most: number, what: string): void {
  if (count > most) {
    throw new ImportProblem(
      `Filen har over ${most.toLocaleString('nb-NO')} ${what}. Klipp den til kommunen i QGIS («Clip»), og prøv igjen.`,
    );
  }
}
