import type { ExportedScenario } from '../exportedScenario';
import { printJson } from '../printJson';
import { proofOf } from '../proof';

/** What follows the scenario's name in the name of the file that CSV tables are verified by. */
export const PROOF_SUFFIX = '_bevis.json';

export const PROOF_FORMAT = 'smabymodellen-bevis';

/** The proof as a file of its own, for formats that have no place for it. */
export function proofFile(exported: ExportedScenario): string {
  return printJson({
    format: PROOF_FORMAT,
    merknad: 'Hører til CSV-tabellene ved siden av: scenarioet, metoden, kildene og poengene de er regnet av.',
    ...proofOf(exported),
  });
}
