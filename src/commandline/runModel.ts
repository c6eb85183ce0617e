import type { Assessment } from '../core/scoring/assessment';
import { explain } from '../core/scoring/explain';
import { UncertaintyRun } from '../core/scoring/uncertainty/uncertainty';
import { compareReport, compareSummary, type Compared } from './compareReport';
import { explainReport, explainSummary } from './explain';
import { expandPatterns, type Input } from './inputFiles';
import { methodReport } from './method';
import type { FetchDataCommand } from './fetchData/command';
import { USAGE, type Command, type FileCommand } from './parseCommand';
import { evaluatorAlong } from './evaluatorAlong';
import { readNetwork } from './readNetwork';
import { readPlace } from './readPlace';
import { readScenarios } from './readScenarios';
import { scoreReport, scoreWithRanges } from './scoreReport';

/** Where text goes: results, and what the user should know beside them. */
export interface Output {
  readonly result: (text: string) => void;
  readonly message: (text: string) => void;
}

/** Commands that print numbers and text. */
export type NumbersCommand = Exclude<Command, FileCommand | FetchDataCommand>;

export const EXIT_DONE = 0;
export const EXIT_BAD_INPUT = 2;

type Scoring = Extract<Command, { readonly kind: 'score' | 'compare' }>;

interface Scored {
  readonly dataset: Parameters<typeof scoreReport>[2];
  readonly compared: Compared;
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
  const read = readScenarios(paths.value, dataset);
  if (read.kind === 'failed') return read;
  const network = readNetwork(command.network);
  if (network.kind === 'failed') return network;
  const evaluator = evaluatorAlong(dataset, network.value);
  const assessments = read.value.files.map(({ scenario }) => evaluator.assess(scenario));
  const run = new UncertaintyRun(assessments, command.seed);
  run.advance(command.draws);
  const files = read.value.files.flatMap(({ file, scenario }, index) => {
    const evaluation = assessments[index]?.evaluation;
    return evaluation ? [{ file, scenario, evaluation }] : [];
  });
  const compared = { files, uncertainty: run.result() };
  return { kind: 'read', value: { dataset, compared, notes: [...dataset.problems, ...read.value.notes] } };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function report(command: Scoring, { dataset, compared }: Scored): string {
  if (command.kind === 'compare') return command.json ? json(compareSummary(compared)) : compareReport(compared);
  const { files, uncertainty } = compared;
  return files
    .map(({ scenario, evaluation }) =>
      command.json
        ? json(scoreWithRanges(scenario, evaluation, uncertainty))
        : scoreReport(scenario, evaluation, dataset, uncertainty),
    )
    .join('\n');
}

interface Answer {
  readonly text: string;
  readonly notes: readonly string[];
}

/** The moment of a year, in periods as `explain` counts them; null for a year that no period ends with. */
function periodsBy(year: number | 'today', { evaluation }: Assessment): number | null {
  if (year === 'today') return 0;
  const position = evaluation.periods.findIndex(({ period }) => period.lastYear === year);
  return position < 0 ? null : position + 1;
}

function explained(command: Extract<Command, { readonly kind: 'explain' }>): Input<Answer> {
  const { file, number, geodata, year } = command;
  const place = readPlace(geodata);
  if (place.kind === 'failed') return place;
  const read = readScenarios([file], place.value);
  if (read.kind === 'failed') return read;
  const network = readNetwork(command.network);
  if (network.kind === 'failed') return network;
  const evaluator = evaluatorAlong(place.value, network.value);
  let text = '';
  for (const { scenario } of read.value.files) {
    const assessment = evaluator.assess(scenario);
    const periods = year === null ? null : periodsBy(year, assessment);
    if (year !== null && periods === null) {
      const years = assessment.evaluation.periods.map(({ period }) => period.lastYear).join(', ');
      return { kind: 'failed', problems: [`${file}: ingen periode slutter i ${year}. Velg i-dag eller blant ${years}.`] };
    }
    const explanation = explain(assessment, number, periods);
    text += command.json ? json(explainSummary(explanation, assessment)) : explainReport(explanation, assessment);
  }
  return { kind: 'read', value: { text, notes: [...place.value.problems, ...read.value.notes] } };
}

function answerTo(command: Exclude<NumbersCommand, { readonly kind: 'help' | 'wrong' }>): Input<Answer> {
  if (command.kind === 'explain') return explained(command);
  if (command.kind === 'method') {
    const place = readPlace(command.geodata);
    if (place.kind === 'failed') return place;
    return { kind: 'read', value: { text: methodReport(command.page, place.value.parameters), notes: [] } };
  }
  const scored = scoreFiles(command);
  if (scored.kind === 'failed') return scored;
  return { kind: 'read', value: { text: report(command, scored.value), notes: scored.value.notes } };
}

/**
 * Runs a command that prints. Bad input gives plain Norwegian messages and the exit code for it, never a stack trace.
 * @returns the exit code
 */
export function runModel(command: NumbersCommand, output: Output): number {
  if (command.kind === 'help') {
    output.result(USAGE);
    return EXIT_DONE;
  }
  if (command.kind === 'wrong') {
    output.message(`${command.reason}\n`);
    return EXIT_BAD_INPUT;
  }
  const answer = answerTo(command);
  if (answer.kind === 'failed') {
    output.message(`${answer.problems.join('\n')}\n`);
    return EXIT_BAD_INPUT;
  }
  for (const note of answer.value.notes) output.message(`${note}\n`);
  output.result(answer.value.text);
  return EXIT_DONE;
}
