import { readExport, readTableExport } from '../core/exchange/readExport';
import { PROOF_SUFFIX } from '../core/exchange/tables/proofFile';
import { verifyExport, type ExportContents, type Verification, type VerifyingModel } from '../core/exchange/verification';
import { evaluatorAlong } from './evaluatorAlong';
import { readBytes, readText, type Input } from './inputFiles';
import { fixed } from './numbers';
import type { FileCommand } from './parseCommand';
import { readNetwork } from './readNetwork';
import { readPlace } from './readPlace';
import { EXIT_BAD_INPUT, EXIT_DONE, type Output } from './runModel';
import { loadSqlite } from './sqlite';

/** The export is other than the model would write it. */
const EXIT_DIFFERENT = 1;

/** A CSV's own part of its name; the rest is the scenario's. */
const TABLE_SUFFIX = /_[^_]+\.csv$/u;

/** CSV has no place for a proof: it lies in a file beside it. */
function tableContents(file: string): Input<ExportContents> {
  const suffix = TABLE_SUFFIX.exec(file)?.[0] ?? '';
  const text = readText(file);
  if (text.kind === 'failed') return text;
  const proofPath = file.replace(TABLE_SUFFIX, PROOF_SUFFIX);
  const proof = readText(proofPath);
  if (suffix === '' || proof.kind === 'failed') {
    return { kind: 'failed', problems: [`${file}: en CSV kontrolleres mot ${proofPath}, som ikke kan leses. Legg den ved siden av.`] };
  }
  const read = readTableExport(file, text.value, suffix, proof.value);
  return read.kind === 'valid' ? { kind: 'read', value: read.value } : { kind: 'failed', problems: read.problems };
}

async function contentsOf(file: string): Promise<Input<ExportContents>> {
  if (file.toLowerCase().endsWith('.csv')) return tableContents(file);
  const bytes = readBytes(file);
  if (bytes.kind === 'failed') return bytes;
  const read = await readExport(file, bytes.value, { loadSqlite });
  return read.kind === 'valid' ? { kind: 'read', value: read.value } : { kind: 'failed', problems: read.problems };
}

/** Scores the scenario that an exported file carries, and holds the file against it. */
export async function verifyFile(file: string, model: VerifyingModel): Promise<Verification> {
  const contents = await contentsOf(file);
  if (contents.kind === 'failed') return { kind: 'unreadable', problems: contents.problems };
  return verifyExport(file, contents.value, model);
}

function refuse(output: Output, problems: readonly string[]): number {
  output.message(`${problems.join('\n')}\n`);
  return EXIT_BAD_INPUT;
}

/** Scores an export again and says whether it is the same: exit code 0 when it is, 1 when not, 2 when it cannot be read. */
export async function runVerify(
  { file, geodata, network }: Extract<FileCommand, { readonly kind: 'verify' }>,
  output: Output,
): Promise<number> {
  const place = readPlace(geodata);
  if (place.kind === 'failed') return refuse(output, place.problems);
  const walks = readNetwork(network);
  if (walks.kind === 'failed') return refuse(output, walks.problems);
  const verified = await verifyFile(file, { ...evaluatorAlong(place.value, walks.value), walkingNetwork: walks.value?.identity ?? null });
  if (verified.kind === 'unreadable') return refuse(output, verified.problems);
  const { scenarios, differences, unchecked } = verified;
  const scores = scenarios
    .map(({ name, transit, blueGreen }) => `${name}: kollektivnærhet ${fixed(transit)}, blågrønt grep ${fixed(blueGreen)}`)
    .join('\n');
  if (differences.length === 0) {
    output.result(`Stemmer. ${scores}\n${unchecked ?? 'Filen har de samme tallene, kildene og objektene som modellen gir.'}\n`);
    return EXIT_DONE;
  }
  output.result(`Stemmer ikke. Modellen gir ${scores}\n${differences.map((difference) => `  ${difference}`).join('\n')}\n`);
  return EXIT_DIFFERENT;
}
