import { basename, extname } from 'node:path';
import { EXPORT_FORMAT_IDS, exportFiles } from '../core/exchange/exportFiles';
import { sheetPicture } from '../core/exchange/mapSheet/sheetPicture';
import { assessFiles } from './assessFiles';
import { writeOwnFiles } from './ownFiles';
import type { FileCommand } from './parseCommand';
import { EXIT_BAD_INPUT, EXIT_DONE, type Output } from './runModel';
import { loadSheetDrawer } from './sheetDrawer';
import { loadSqlite } from './sqlite';

function refuse(output: Output, problems: readonly string[]): number {
  output.message(`${problems.join('\n')}\n`);
  return EXIT_BAD_INPUT;
}

/** Writes a scenario as every format to a folder. Everything is made before anything is written. */
export async function runExport(command: Extract<FileCommand, { readonly kind: 'export' }>, output: Output): Promise<number> {
  const { file, folder, draws, seed, paper, date, plan, dotsPerInch } = command;
  const read = assessFiles([file], command);
  if (read.kind === 'failed') return refuse(output, read.problems);
  const { assessments, walkingNetwork, notes } = read.value;
  if (assessments.length > 1) return refuse(output, ['export tar én scenariofil, men navnet passer til flere.']);
  for (const note of notes) output.message(`${note}\n`);
  const contents = new Map<string, string | Uint8Array>();
  const name = basename(file, extname(file));
  for (const assessment of assessments) {
    for (const format of EXPORT_FORMAT_IDS) {
      const files = await exportFiles(format, assessment, { walkingNetwork, loadSqlite }, { paper, date, plan, draws: { draws, seed }, rasters: [] });
      for (const { suffix, content } of files) {
        contents.set(`${name}${suffix}`, content);
        if (format === 'mapSheet' && typeof content === 'string') {
          contents.set(`${name}${suffix.replace('.svg', '.png')}`, sheetPicture(content, dotsPerInch, await loadSheetDrawer()));
        }
      }
    }
  }
  const written = writeOwnFiles(folder, contents);
  if (written.kind === 'failed') return refuse(output, written.problems);
  for (const line of written.value) output.result(`${line}\n`);
  return EXIT_DONE;
}
