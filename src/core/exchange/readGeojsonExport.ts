import { z } from 'zod';
import { describeIssues, invalid, norwegianIssue, valid, type Checked } from '../geodata/problems';
import { arealdelGeojson } from './arealdel/arealdelGeojson';
import { ARRANGEMENTS } from './arealdel/arealdelSchema';
import { ATTRIBUTE_NAMINGS } from './arealdel/attributeNames';
import { developmentAreasGeojson } from './developmentAreasGeojson';
import type { ExportedScenario } from './exportedScenario';
import { jsonDifferences } from './jsonDifferences';
import { differenceTexts, ofOneScenario, type ExportContents } from './verification';

/** Loose on purpose: what has been changed by hand is to be told of as a difference, not refused. */
const collectionSchema = z.looseObject({
  type: z.literal('FeatureCollection'),
  features: z.array(z.looseObject({ id: z.string().optional(), properties: z.record(z.string(), z.unknown()) })),
  smabymodellen: z.discriminatedUnion('format', [
    z.looseObject({ format: z.literal('utbyggingsfelt') }),
    z.looseObject({
      format: z.literal('arealdel'),
      koordinatsystem: z.enum(ARRANGEMENTS),
      attributtnavn: z.enum(ATTRIBUTE_NAMINGS),
      plan: z
        .looseObject({ planidentifikasjon: z.string().nullable(), plannavn: z.string().nullable(), dato: z.string().nullable() })
        .optional(),
    }),
  ]),
});

type Collection = z.output<typeof collectionSchema>;
type Feature = Collection['features'][number];

function identity(feature: Feature, index: number): string {
  return feature.id ?? `nummer ${index + 1}`;
}

/** Objects by their identity, so that one that is gone or new is told of as that. */
function objectDifferences(found: readonly Feature[], expected: readonly Feature[]): readonly string[] {
  const [one, other] = [found, expected].map((features) => new Map(features.map((feature, index) => [identity(feature, index), feature])));
  if (!one || !other) return [];
  return [
    ...[...other.keys()].filter((id) => !one.has(id)).map((id) => `Objektene: ${id} mangler i filen.`),
    ...[...one.keys()].filter((id) => !other.has(id)).map((id) => `Objektene: ${id} er lagt til etter eksporten.`),
    ...[...one].flatMap(([id, feature]) =>
      other.has(id) ? differenceTexts(`Objektet ${id},`, jsonDifferences(feature, other.get(id))) : [],
    ),
  ];
}

function writtenAnew({ smabymodellen }: Collection, exported: ExportedScenario): string {
  if (smabymodellen.format === 'utbyggingsfelt') return developmentAreasGeojson(exported);
  const { koordinatsystem: arrangement, attributtnavn: naming, plan } = smabymodellen;
  const details = plan && { planIdentification: plan.planidentifikasjon, name: plan.plannavn, date: plan.dato };
  return arealdelGeojson(exported, { arrangement, naming, ...(details ? { details } : {}) });
}

/** Takes a GeoJSON that Småbymodellen has written, changed by hand or not. Problems are in Norwegian and name the file. */
export function readGeojsonExport(fileName: string, text: string): Checked<ExportContents> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return invalid(`${fileName} er ikke gyldig JSON. Filen kan være avkuttet. Eksporter på nytt.`);
  }
  const parsed = collectionSchema.safeParse(content, { error: norwegianIssue });
  if (!parsed.success) {
    return invalid(
      `${fileName} bærer ikke det som trengs for å regne etter. Velg en fil som er eksportert fra Småbymodellen.`,
      ...describeIssues(fileName, parsed.error).slice(0, 3),
    );
  }
  const { features, ...rest } = parsed.data;
  return valid(
    ofOneScenario(rest.smabymodellen, (exported) => {
      const { features: expected, ...expectedRest } = collectionSchema.parse(JSON.parse(writtenAnew(parsed.data, exported)));
      return [...objectDifferences(features, expected), ...differenceTexts('Filen,', jsonDifferences(rest, expectedRest))];
    }),
  );
}
