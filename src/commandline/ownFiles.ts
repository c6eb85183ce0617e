import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Input } from './inputFiles';

/** Tells which files in a folder are ours, as they were when they were written. */
const LIST_FILE = 'smabymodellen-eksport.json';

const listSchema = z.strictObject({
  format: z.literal('smabymodellen-eksport'),
  version: z.literal(1),
  files: z.record(z.string(), z.strictObject({ bytes: z.int(), sha256: z.string() })),
});

type List = z.output<typeof listSchema>;

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function readList(folder: string): List | null {
  try {
    const parsed = listSchema.safeParse(JSON.parse(readFileSync(join(folder, LIST_FILE), 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Why a file must not be written over; null when it may. */
function obstacle(folder: string, file: string, list: List | null): string | null {
  const path = join(folder, file);
  if (!existsSync(path)) return null;
  const known = list && Object.hasOwn(list.files, file) ? list.files[file] : undefined;
  if (!known) return `${path} finnes fra før og er ikke skrevet av export. Flytt filen, eller velg en annen mappe med --out.`;
  return sha256(readFileSync(path)) === known.sha256
    ? null
    : `${path} er endret siden export skrev den. Flytt filen, eller velg en annen mappe med --out.`;
}

/**
 * Writes files to a folder, made where it is missing, and keeps a list of them there. A file that is not ours, or that
 * someone has changed since, is never written over: then nothing is written.
 *
 * @returns a line for each file, or the Norwegian reasons why nothing was written
 */
export function writeOwnFiles(folder: string, contents: ReadonlyMap<string, string | Uint8Array>): Input<readonly string[]> {
  try {
    mkdirSync(folder, { recursive: true });
    const list = readList(folder);
    const problems = [...contents.keys()].map((file) => obstacle(folder, file, list)).filter((problem) => problem !== null);
    if (existsSync(join(folder, LIST_FILE)) && !list) {
      problems.push(`${join(folder, LIST_FILE)} er ikke listen som export skriver. Flytt filen, eller velg en annen mappe med --out.`);
    }
    if (problems.length > 0) return { kind: 'failed', problems };
    const files: Record<string, { bytes: number; sha256: string }> = { ...list?.files };
    const lines = [...contents].map(([file, content]) => {
      const bytes = typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
      writeFileSync(join(folder, file), content);
      files[file] = { bytes, sha256: sha256(content) };
      return `${join(folder, file)} (${Math.max(1, Math.round(bytes / 1000)).toLocaleString('nb-NO')} kB)`;
    });
    const kept: List = {
      format: 'smabymodellen-eksport',
      version: 1,
      files: Object.fromEntries(Object.entries(files).toSorted(([one], [other]) => (one < other ? -1 : 1))),
    };
    writeFileSync(join(folder, LIST_FILE), `${JSON.stringify(kept, null, 2)}\n`);
    return { kind: 'read', value: lines };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', problems: [`${folder} kan ikke skrives til (${reason}). Velg en annen mappe med --out.`] };
  }
}
