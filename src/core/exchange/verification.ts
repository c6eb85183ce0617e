import type { Scenario } from '../domain/scenario';
import { describeIssues, norwegianIssue } from '../geodata/problems';
import { METHOD_VERSION } from '../method/parameters';
import type { Assessment } from '../scoring/assessment';
import { rangesOf } from './drawRanges';
import { exportedOf, type ExportedScenario } from './exportedScenario';
import { jsonDifferences, type JsonDifference } from './jsonDifferences';
import type { NetworkIdentity } from './networkIdentity';
import { proofSchema, sourcesOf, type ReadProof } from './proof';
import { readScenarioFile } from './scenarioFile';
import { scoreSummary } from './scoreSummary';

/** An export as it was read: what it carries as its proof, and how its contents are held against a new export. */
export interface ExportContents {
  /** One for each scenario in the file. */
  readonly proofs: readonly unknown[];
  /** What in the file is other than a new export of the same scenarios would have, in Norwegian. */
  readonly differencesFrom: (exported: readonly ExportedScenario[]) => readonly string[] | Promise<readonly string[]>;
  /** What in the file cannot be held against anything, in Norwegian. */
  readonly unchecked?: string;
  /** What of its draws the same draws do not give, in Norwegian; left out where a format carries none. */
  readonly drawnOtherwise?: (assessments: readonly Assessment[]) => readonly string[];
}

/** A scenario in an export, and what it scores now. */
export interface ScoredAgain {
  readonly name: string;
  readonly transit: number | null;
  readonly blueGreen: number | null;
}

/** What came of scoring an export again. */
export type Verification =
  | { readonly kind: 'unreadable'; readonly problems: readonly string[] }
  | {
      readonly kind: 'scored';
      readonly scenarios: readonly ScoredAgain[];
      /** What in the file was not held against anything, in Norwegian; null for nothing. */
      readonly unchecked: string | null;
      /** What differs, in Norwegian; empty when the export and the model say the same. */
      readonly differences: readonly string[];
    };

type Place = ExportedScenario['dataset'];

const LISTED = 12;

function shown(value: unknown): string {
  if (typeof value === 'number') return value.toLocaleString('nb-NO', { maximumFractionDigits: 6 });
  if (value === undefined) return 'ingenting';
  return typeof value === 'object' && value !== null ? 'noe annet' : JSON.stringify(value);
}

/** Differences as sentences, the first of them; the rest are counted. */
export function differenceTexts(what: string, differences: readonly JsonDifference[]): readonly string[] {
  const texts = differences
    .slice(0, LISTED)
    .map(({ path, first, second }) => `${what}${path === '' ? '' : ` ${path}`}: filen har ${shown(first)}, modellen gir ${shown(second)}.`);
  return differences.length > LISTED ? [...texts, `${what}: og ${differences.length - LISTED} forskjeller til.`] : texts;
}

/** What scores scenarios for a verification, and on what. */
export interface VerifyingModel {
  readonly dataset: Place;
  readonly assess: (scenario: Scenario) => Assessment;
  /** What walks follow here; null when they are the straight line times the detour factor. */
  readonly walkingNetwork: NetworkIdentity | null;
}

function walks(proof: ReadProof, walkingNetwork: NetworkIdentity | null): readonly string[] {
  if (proof.walkingNetwork === null) {
    return walkingNetwork
      ? [`Gangveiene: filen er regnet i luftlinje ganger omveisfaktor, her regnes langs «${walkingNetwork.name}». Verifiser uten --network.`]
      : [];
  }
  if (!walkingNetwork) {
    return [`Gangveiene: filen er regnet langs «${proof.walkingNetwork}». Oppgi det samme gangnettet med --network FIL.`];
  }
  return typeof proof.walkingNetworkHash !== 'string' || proof.walkingNetworkHash === walkingNetwork.hash
    ? []
    : [
        `Gangveiene: filen er regnet langs «${proof.walkingNetwork}» (${proof.walkingNetworkHash}), «${walkingNetwork.name}» er et annet gangnett (${walkingNetwork.hash}).`,
      ];
}

function grounds(proof: ReadProof, { dataset: place, walkingNetwork }: VerifyingModel): readonly string[] {
  const differences: string[] = [];
  if (proof.methodVersion !== METHOD_VERSION) {
    differences.push(`Metoden: filen er regnet med versjon ${proof.methodVersion}, modellen har versjon ${METHOD_VERSION}.`);
  }
  if (proof.datasetHash !== place.hash) {
    differences.push(`Datagrunnlaget: filen er regnet på ${proof.datasetHash}, her er ${place.hash}. Oppgi det samme med --geodata MAPPE.`);
  }
  return [...differences, ...walks(proof, walkingNetwork)];
}

type Checked =
  | { readonly kind: 'unreadable'; readonly problems: readonly string[] }
  | { readonly kind: 'checked'; readonly assessment: Assessment; readonly exported: ExportedScenario; readonly differences: readonly string[] };

function checkProof(fileName: string, unchecked: unknown, model: VerifyingModel): Checked {
  const parsed = proofSchema.safeParse(unchecked, { error: norwegianIssue });
  if (!parsed.success) return { kind: 'unreadable', problems: describeIssues(fileName, parsed.error).slice(0, LISTED) };
  const proof = parsed.data;
  const reading = readScenarioFile(JSON.stringify(proof.scenario), fileName, model.dataset);
  if (reading.kind === 'failed') return { kind: 'unreadable', problems: reading.problems };
  const { scenario } = reading;
  const assessment = model.assess(scenario);
  // A network is the same under another name.
  const network = model.walkingNetwork && { ...model.walkingNetwork, name: proof.walkingNetwork ?? model.walkingNetwork.name };
  const exported = exportedOf(assessment, network, proof.drawn ? rangesOf(assessment, proof.drawn) : null);
  return {
    kind: 'checked',
    assessment,
    exported,
    differences: [
      ...grounds(proof, model),
      ...differenceTexts('Tallene', jsonDifferences(proof.scores, plain(scoreSummary(scenario, exported.evaluation)))),
      ...(proof.drawn ? differenceTexts('Spennet,', jsonDifferences(proof.drawn, exported.ranges)) : []),
      ...differenceTexts('Kildene', jsonDifferences(proof.sources, plain(sourcesOf(exported)))),
    ],
  };
}

/**
 * Scores the scenarios that an export carries, and holds the export against what comes out.
 *
 * @param fileName named in the messages
 */
export async function verifyExport(
  fileName: string,
  { proofs, differencesFrom, drawnOtherwise, unchecked }: ExportContents,
  model: VerifyingModel,
): Promise<Verification> {
  const assessments: Assessment[] = [];
  const exported: ExportedScenario[] = [];
  const found: string[] = [];
  for (const proof of proofs) {
    const checked = checkProof(fileName, proof, model);
    if (checked.kind === 'unreadable') return checked;
    assessments.push(checked.assessment);
    exported.push(checked.exported);
    const { name } = checked.exported.scenario;
    found.push(...checked.differences.map((difference) => (proofs.length > 1 ? `${name}: ${difference}` : difference)));
  }
  return {
    kind: 'scored',
    unchecked: unchecked ?? null,
    scenarios: exported.map(({ scenario: { name }, evaluation: { transit, blueGreen } }) => ({
      name,
      transit: transit.score,
      blueGreen: blueGreen.score,
    })),
    // Contents that rest on other numbers differ all through: the numbers say it better.
    differences: found.length > 0 ? found : [...(drawnOtherwise?.(assessments) ?? []), ...(await differencesFrom(exported))],
  };
}

/** Contents of a file of one scenario. */
export function ofOneScenario(
  proof: unknown,
  differencesFrom: (exported: ExportedScenario) => readonly string[] | Promise<readonly string[]>,
): ExportContents {
  return { proofs: [proof], differencesFrom: ([exported]) => (exported ? differencesFrom(exported) : []) };
}

/** A value as JSON carries it. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
