import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readReport } from '../core/exchange/report/readReport';
import { reportHtml } from '../core/exchange/report/report';
import { createEvaluator } from '../core/scoring/evaluator';
import { UncertaintyRun } from '../core/scoring/uncertainty/uncertainty';
import { expandPatterns, type Input } from './inputFiles';
import type { FileCommand } from './parseCommand';
import { readPlace } from './readPlace';
import { readScenarios } from './readScenarios';
import { EXIT_BAD_INPUT, EXIT_DONE, type Output } from './runModel';

interface Written {
  readonly html: string;
  readonly notes: readonly string[];
}

function reportOf({ files, geodata, draws, seed, paper, date }: Extract<FileCommand, { readonly kind: 'report' }>): Input<Written> {
  const paths = expandPatterns(files);
  if (paths.kind === 'failed') return paths;
  const place = readPlace(geodata);
  if (place.kind === 'failed') return place;
  const dataset = place.value;
  const read = readScenarios(paths.value, dataset);
  if (read.kind === 'failed') return read;
  const evaluator = createEvaluator(dataset);
  const assessments = read.value.files.map(({ scenario }) => evaluator.assess(scenario));
  const run = new UncertaintyRun(assessments, seed);
  run.advance(draws);
  const drawn = run.result();
  const html = reportHtml({
    scenarios: assessments.map(({ scenario, evaluation, facts }, index) => ({
      exported: { scenario, evaluation, facts, dataset, walkingNetwork: null },
      ranges: drawn.scenarios[index] ?? null,
    })),
    draws: { generator: drawn.generator, seed, draws, pairs: drawn.pairs },
    paper,
    date,
  });
  return { kind: 'read', value: { html, notes: [...dataset.problems, ...read.value.notes] } };
}

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
export function runReport(command: Extract<FileCommand, { readonly kind: 'report' }>, output: Output): number {
  const { out } = command;
  const refuse = (problems: readonly string[]): number => {
    output.message(`${problems.join('\n')}\n`);
    return EXIT_BAD_INPUT;
  };
  const hindered = obstacle(out);
  if (hindered !== null) return refuse([hindered]);
  const report = reportOf(command);
  if (report.kind === 'failed') return refuse(report.problems);
  for (const note of report.value.notes) output.message(`${note}\n`);
  try {
    writeFileSync(out, report.value.html);
  } catch (error) {
    return refuse([`${out} kan ikke skrives (${error instanceof Error ? error.message : String(error)}). Oppgi en annen fil med --out.`]);
  }
  output.result(`${out}\nÅpne filen i en nettleser og skriv ut, eller lagre som PDF.\n`);
  return EXIT_DONE;
}
