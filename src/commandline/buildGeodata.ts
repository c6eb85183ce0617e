import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { derivedFiles } from '../core/geodata/derivedFiles';
import { readFolder } from './readFolder';

/** Writes the derived files of the geodata folder named as the first argument (`geodata` when left out). */
function buildGeodata(folder: string): number {
  const files = derivedFiles(readFolder(folder));
  if (files.kind === 'invalid') {
    process.stderr.write(`${files.problems.join('\n')}\n`);
    return 1;
  }
  for (const [file, text] of files.value) {
    writeFileSync(join(folder, file), text);
    process.stdout.write(`${file}: ${text.split('\n').length - 3} objekter\n`);
  }
  return 0;
}

process.exitCode = buildGeodata(process.argv[2] ?? 'geodata');
