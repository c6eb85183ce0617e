import { z } from 'zod';
import type { AreaId, ScenarioId, TownId } from '../core/domain/identifiers';
import { TYPOLOGY_IDS } from '../core/domain/typology';
import { identifierSchema, textSchema } from '../core/geodata/catalogueSchema';
import { readJson, type Checked } from '../core/geodata/problems';
import { LIMITS } from '../core/operations/limits';

const share = z.number().min(0).max(1);
const year = z.int().min(LIMITS.firstYear).max(LIMITS.lastYear);

const drawnAreaSchema = z.strictObject({
  id: identifierSchema<AreaId>(),
  name: textSchema,
  note: z.string(),
  typology: z.enum(TYPOLOGY_IDS),
  developableShare: z.number().gt(0).max(1),
  /** In the whole programme, outside the towns. */
  dwellings: z.number().min(0).max(LIMITS.areaDwellings),
  /** Corners in order, longitude before latitude; the first is not repeated. */
  exterior: z.array(z.tuple([z.number(), z.number()])).min(3),
});

const definitionSchema = z.strictObject({
  id: identifierSchema<ScenarioId>(),
  name: textSchema,
  note: z.string(),
  dwellingsPerYear: z.number().positive().max(LIMITS.dwellingsPerYear),
  /** The place's usual years and share where left out. */
  firstYear: year.optional(),
  lastYear: year.optional(),
  townsShare: share.optional(),
  /** Each town's share, or shares in proportion to what the towns hold. */
  shares: z.union([z.literal('byCapacity'), z.record(identifierSchema<TownId>(), share)]),
  drawnAreas: z.array(drawnAreaSchema).optional(),
});

const definitionsSchema = z.strictObject({ schemaVersion: z.literal(1), scenarios: z.array(definitionSchema).min(1) });

/** A shipped scenario in few words: its programme, and areas that are drawn. The default fill does the rest. */
export type ScenarioDefinition = z.output<typeof definitionSchema>;
export type DrawnAreaDefinition = z.output<typeof drawnAreaSchema>;

/** Reads the definitions of the shipped scenarios; problems are in Norwegian and name the file and the field. */
export function readDefinitions(file: string, text: string): Checked<readonly ScenarioDefinition[]> {
  const checked = readJson(file, text, definitionsSchema);
  return checked.kind === 'valid' ? { kind: 'valid', value: checked.value.scenarios } : checked;
}
