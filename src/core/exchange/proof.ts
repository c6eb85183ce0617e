import { z } from 'zod';
import { PART_IDS } from '../scoring/evaluation';
import { MOST_DRAWS, type DrawnRanges } from './drawRanges';
import type { ExportedScenario } from './exportedScenario';
import { canonical } from './roundedNumbers';
import { writeScenarioFile } from './scenarioFile';
import { scoreSummary, type ScoreSummary } from './scoreSummary';

/** The name under which every export keeps its proof. */
export const PROOF_NAME = 'smabymodellen';

const PROOF_VERSION = 1;

/** A layer that the numbers rest on, as the catalogue describes it. Norwegian field names: people read them. */
export interface SourceEntry {
  readonly lag: string;
  readonly kilde: string;
  readonly dato: string;
  readonly lisens: string;
  readonly navngivelse: string;
  readonly nøyaktighet_m: number | null;
  readonly merknad: string;
  readonly antakelse: boolean;
}

/** What an export carries so that anyone can score it again: the scenario, what it was scored by, and the scores. */
export interface Proof {
  readonly version: typeof PROOF_VERSION;
  readonly methodVersion: number;
  readonly datasetHash: string;
  /** Name of the network that walks followed; null without one. */
  readonly walkingNetwork: string | null;
  /** Hash of its lines. */
  readonly walkingNetworkHash: string | null;
  /** The scenario file, whole. */
  readonly scenario: unknown;
  readonly scores: ScoreSummary;
  readonly sources: readonly SourceEntry[];
  /** Ranges of the scores, and how to draw them again; left out where none are told. */
  readonly drawn?: DrawnRanges;
}

/** Layers with source, date, licence and accuracy, in the catalogue's order. */
export function sourcesOf({ dataset }: Pick<ExportedScenario, 'dataset'>): readonly SourceEntry[] {
  return dataset.layers.map(({ description }) => ({
    lag: description.title,
    kilde: description.source,
    dato: description.date,
    lisens: description.licence,
    navngivelse: description.attribution,
    nøyaktighet_m: description.accuracyMetres,
    merknad: description.accuracyNote,
    antakelse: description.assumption,
  }));
}

/** The proof of an export; plain JSON values, the same for the same scenario on the same data set. */
export function proofOf(exported: ExportedScenario): Proof {
  const { scenario, evaluation, dataset, walkingNetwork, ranges } = exported;
  return {
    version: PROOF_VERSION,
    methodVersion: evaluation.methodVersion,
    datasetHash: evaluation.datasetHash,
    walkingNetwork: walkingNetwork?.name ?? null,
    walkingNetworkHash: walkingNetwork?.hash ?? null,
    scenario: JSON.parse(writeScenarioFile(scenario, dataset)),
    scores: canonical(scoreSummary(scenario, evaluation)),
    sources: sourcesOf(exported),
    ...(ranges ? { drawn: ranges } : {}),
  };
}

const sourceSchema = z.strictObject({
  lag: z.string(),
  kilde: z.string(),
  dato: z.string(),
  lisens: z.string(),
  navngivelse: z.string(),
  nøyaktighet_m: z.number().nullable(),
  merknad: z.string(),
  antakelse: z.boolean(),
});

const scoreRange = z
  .strictObject({ median: z.number(), low: z.number().describe('5-prosentilen'), high: z.number().describe('95-prosentilen') })
  .nullable();

const score = z.number().min(0).max(100).nullable();

/** Fields of a proof as they come from a file. The scores are held against new ones in full; here only what is told of them. */
export const proofFields = {
  version: z.literal(PROOF_VERSION),
  methodVersion: z.int().min(1),
  datasetHash: z.string().min(1),
  walkingNetwork: z.string().nullable(),
  walkingNetworkHash: z.string().nullable().optional(),
  scenario: z.looseObject({ format: z.string(), version: z.int() }),
  scores: z.looseObject({
    scenario: z.string(),
    name: z.string(),
    transit: z.looseObject({ score }),
    blueGreen: z.looseObject({ score, parts: z.array(z.looseObject({ id: z.enum(PART_IDS), score })) }),
  }),
  sources: z.array(sourceSchema),
  drawn: z
    .strictObject({
      generator: z.string(),
      seed: z.int().min(0).max(2 ** 32 - 1),
      draws: z.int().min(1).max(MOST_DRAWS),
      transit: scoreRange.describe('Spennet for kollektivnærhet, poeng'),
      blueGreen: scoreRange.describe('Spennet for blågrønt grep, poeng'),
    })
    .describe('Spennene til poengene. De samme trekningene (generator, frø og antall) gir de samme spennene.')
    .optional(),
};

export const proofSchema = z.looseObject(proofFields);

/** A proof as read from a file. */
export type ReadProof = z.output<typeof proofSchema>;
