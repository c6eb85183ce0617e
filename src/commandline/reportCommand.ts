import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readReport } from '../core/exchange/report/readReport';
import { reportFile } from '../core/exchange/exportFiles';
import { assessFiles } from './assessFiles';
import type { FileCommand } from './parseCommand';
import { EXIT_BAD_INPUT, EXIT_DONE, type Output } from './runModel';

/** Why the file must not be written over; null when it is a report, or is not there. */
function obstacle(out: string): string | null {
  if (!existsSync(out)) return null;
  try {
    if (readReport(out, readFileSync(out, 'utf8')).kind === 'valid') return null;
  } catch {
    return `${out} er en mappe eller kan ikke leses. Oppgi en fil med --out.`;
  }
  return `${out} finnes fra før og er ingen rapport fra Småbymodellen. Flytt filen, eller oppgi en annen med --out.`;
}

/** Writes the report of one scenario, or of several side by side, as an HTML file that prints. */
export async function runReport(command: Extract<FileCommand, { readonly kind: 'report' }>, output: Output): Promise<number> {
  const { out, files, draws, seed, paper, date, plan } = command;
  const refuse = (problems: readonly string[]): number => {
    output.message(`${problems.join('\n')}\n`);
    return EXIT_BAD_INPUT;
  };
  const hindered = obstacle(out);
  if (hindered !== null) return refuse([hindered]);
  const read = assessFiles(files, command);
  if (read.kind === 'failed') return refuse(read.problems);
  const { assessments, walkingNetwork, notes } = read.value;
  for (const note of notes) output.message(`${note}\n`);
  const { content } = await reportFile(assessments, { walkingNetwork }, { paper, date, plan, draws: { draws, seed }, rasters: [] });
  try {
    writeFileSync(out, content);
  } catch (error) {
    return refuse([`${out} kan ikke skrives (${error instanceof Error ? error.message : String(error)}). Oppgi en annen fil med --out.`]);
  }
  output.result(`${out}\nÅpne filen i en nettleser og skriv ut, eller lagre som PDF.\n`);
  return EXIT_DONE;
}
