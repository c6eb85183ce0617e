import { readScenarioFile } from '../core/exchange/scenarioFile';
import { scoreSummary } from '../core/exchange/scoreSummary';
import { createEvaluator } from '../core/scoring/evaluator';
import { compareReport, type ScoredFile } from './compareReport';
import { expandPatterns, readText, type Input } from './inputFiles';
import { parseCommand, USAGE, type Command } from './parseCommand';
import { readPlace } from './readPlace';
import { scoreReport } from './scoreReport';

/** Where text goes: results, and what the user should know beside them. */
export interface Output {
  readonly result: (text: string) => void;
  readonly message: (text: string) => void;
}

export const EXIT_DONE = 0;
export const EXIT_BAD_INPUT = 2;

type Scoring = Extract<Command, { readonly kind: 'score' | 'compare' }>;

interface Scored {
  readonly dataset: Parameters<typeof scoreReport>[2];
  readonly files: readonly ScoredFile[];
  readonly notes: readonly string[];
}

/** Reads everything first: one broken file, and nothing is scored. */
function scoreFiles(command: Scoring): Input<Scored> {
  const { kind, geodata } = command;
  const paths = expandPatterns(command.kind === 'score' ? [command.file] : command.files);
  if (paths.kind === 'failed') return paths;
  if (kind === 'score' && paths.value.length > 1) {
    return { kind: 'failed', problems: ['score tar én scenariofil, men navnet passer til flere. Bruk compare.'] };
  }
  const place = readPlace(geodata);
  if (place.kind === 'failed') return place;
  const dataset = place.value;
  const problems: string[] = [];
  const notes = [...dataset.problems];
  const readings = paths.value.flatMap((file) => {
    const text = readText(file);
    if (text.kind === 'failed') {
      problems.push(...text.problems);
      return [];
    }
    const reading = readScenarioFile(text.value, file, dataset);
    if (reading.kind === 'failed') {
      problems.push(...reading.problems);
      return [];
    }
    notes.push(...reading.notes);
    return [{ file, scenario: reading.scenario }];
  });
  if (problems.length > 0) return { kind: 'failed', problems };
  const evaluator = createEvaluator(dataset);
  const files = readings.map(({ file, scenario }) => ({ file, scenario, evaluation: evaluator.evaluate(scenario).evaluation }));
  return { kind: 'read', value: { dataset, files, notes } };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function report(command: Scoring, { dataset, files }: Scored): string {
  if (command.kind === 'compare') {
    return command.json
      ? json(files.map(({ file, scenario, evaluation }) => ({ file, ...scoreSummary(scenario, evaluation) })))
      : compareReport(files);
  }
  return files
    .map(({ scenario, evaluation }) => (command.json ? json(scoreSummary(scenario, evaluation)) : scoreReport(scenario, evaluation, dataset)))
    .join('\n');
}

/**
 * Runs the command line. Bad input gives plain Norwegian messages and the exit code for it, never a stack trace.
 * @param args what follows the program's name
 * @returns the exit code
 */
export function runModel(args: readonly string[], output: Output): number {
  const command = parseCommand(args);
  if (command.kind === 'help') {
    output.result(USAGE);
    return EXIT_DONE;
  }
  if (command.kind === 'wrong') {
    output.message(`${command.reason}\n`);
    return EXIT_BAD_INPUT;
  }
  const scored = scoreFiles(command);
  if (scored.kind === 'failed') {
    output.message(`${scored.problems.join('\n')}\n`);
    return EXIT_BAD_INPUT;
  }
  for (const note of scored.value.notes) output.message(`${note}\n`);
  output.result(report(command, scored.value));
  return EXIT_DONE;
}
