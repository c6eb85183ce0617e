import { readGeojsonExport } from '../core/exchange/readGeojsonExport';
import { verifyExport } from '../core/exchange/verification';
import { createEvaluator } from '../core/scoring/evaluator';
import { readText } from './inputFiles';
import { fixed } from './numbers';
import type { FileCommand } from './parseCommand';
import { readPlace } from './readPlace';
import { EXIT_BAD_INPUT, EXIT_DONE, type Output } from './runModel';

/** The export is other than the model would write it. */
const EXIT_DIFFERENT = 1;

function refuse(output: Output, problems: readonly string[]): number {
  output.message(`${problems.join('\n')}\n`);
  return EXIT_BAD_INPUT;
}

/** Scores an export again and says whether it is the same: exit code 0 when it is, 1 when not, 2 when it cannot be read. */
export async function runVerify(
  { file, geodata }: Extract<FileCommand, { readonly kind: 'verify' }>,
  output: Output,
): Promise<number> {
  const text = readText(file);
  if (text.kind === 'failed') return refuse(output, text.problems);
  const contents = readGeojsonExport(file, text.value);
  if (contents.kind === 'invalid') return refuse(output, contents.problems);
  const place = readPlace(geodata);
  if (place.kind === 'failed') return refuse(output, place.problems);
  const evaluator = createEvaluator(place.value);
  const verified = verifyExport(file, contents.value, place.value, (scenario) => evaluator.evaluate(scenario));
  if (verified.kind === 'unreadable') return refuse(output, verified.problems);
  const { name, transit, blueGreen, differences } = verified;
  const scores = `${name}: kollektivnærhet ${fixed(transit)}, blågrønt grep ${fixed(blueGreen)}`;
  if (differences.length === 0) {
    output.result(`Stemmer. ${scores}\nFilen har de samme tallene, kildene og objektene som modellen gir.\n`);
    return EXIT_DONE;
  }
  output.result(`Stemmer ikke. Modellen gir ${scores}\n${differences.map((difference) => `  ${difference}`).join('\n')}\n`);
  return EXIT_DIFFERENT;
}
