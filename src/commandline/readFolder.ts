import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Text of every file in a folder and the folders in it, by path relative to it, parts joined by `/`.
 * Throws as `node:fs` does when the folder cannot be read.
 */
export function readFolder(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const visit = (relative: string): void => {
    for (const entry of readdirSync(join(folder, relative), { withFileTypes: true })) {
      const path = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) files.set(path, readFileSync(join(folder, path), 'utf8'));
    }
  };
  visit('');
  return files;
}
