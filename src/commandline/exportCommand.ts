import { basename, extname } from 'node:path';
import { EXPORT_FORMAT_IDS, exportFiles, type ExportTools } from '../core/exchange/exportFiles';
import { createEvaluator } from '../core/scoring/evaluator';
import { UncertaintyRun } from '../core/scoring/uncertainty/uncertainty';
import { writeOwnFiles } from './ownFiles';
import type { FileCommand } from './parseCommand';
import { readPlace } from './readPlace';
import { readScenarios } from './readScenarios';
import { EXIT_BAD_INPUT, EXIT_DONE, type Output } from './runModel';
import { loadSqlite } from './sqlite';

function refuse(output: Output, problems: readonly string[]): number {
  output.message(`${problems.join('\n')}\n`);
  return EXIT_BAD_INPUT;
}

/** Writes a scenario as every format to a folder. Everything is made before anything is written. */
export async function runExport(
  { file, folder, geodata, draws, seed, paper, date }: Extract<FileCommand, { readonly kind: 'export' }>,
  output: Output,
): Promise<number> {
  const place = readPlace(geodata);
  if (place.kind === 'failed') return refuse(output, place.problems);
  const dataset = place.value;
  const read = readScenarios([file], dataset);
  if (read.kind === 'failed') return refuse(output, read.problems);
  for (const note of [...dataset.problems, ...read.value.notes]) output.message(`${note}\n`);
  const evaluator = createEvaluator(dataset);
  const contents = new Map<string, string | Uint8Array>();
  for (const { scenario } of read.value.files) {
    const assessment = evaluator.assess(scenario);
    const { evaluation, facts } = assessment;
    const tools: ExportTools = {
      loadSqlite,
      drawRanges: async () => {
        const run = new UncertaintyRun([assessment], seed);
        run.advance(draws);
        const { generator, scenarios } = run.result();
        return { generator, seed, draws, ...(scenarios[0] ?? { transit: null, blueGreen: null }) };
      },
      paper,
      date,
    };
    const name = basename(file, extname(file));
    for (const format of EXPORT_FORMAT_IDS) {
      const files = await exportFiles(format, { scenario, evaluation, facts, dataset, walkingNetwork: null }, tools);
      for (const { suffix, content } of files) contents.set(`${name}${suffix}`, content);
    }
  }
  const written = writeOwnFiles(folder, contents);
  if (written.kind === 'failed') return refuse(output, written.problems);
  for (const line of written.value) output.result(`${line}\n`);
  return EXIT_DONE;
}
