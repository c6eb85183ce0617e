import { z } from 'zod';
import {
  identifier,
  type MeasureId,
  type ProjectId,
  type ScenarioId,
  type StationId,
  type TownId,
} from '../../core/domain/identifiers';
import { PROTECTION_CODES } from '../../core/domain/measure';
import { STATION_MODES } from '../../core/domain/station';
import { TYPOLOGY_IDS } from '../../core/domain/typology';
import { isPackedAreas, type PackedAreas } from './packedAreas';

/** Version of the shapes below. Raise it, and add a migration, whenever one of them changes. */
export const STORED_FORMAT = 3;

const measureId = z.string().min(1).transform(identifier<MeasureId>);
const projectId = z.string().min(1).transform(identifier<ProjectId>);
const scenarioId = z.string().min(1).transform(identifier<ScenarioId>);
const stationId = z.string().min(1).transform(identifier<StationId>);
const townId = z.string().min(1).transform(identifier<TownId>);
const amount = z.number().min(0);
const share = z.number().min(0).max(1);

const outline = z.array(z.array(z.array(z.tuple([z.number(), z.number()]))));
const position = z.tuple([z.number(), z.number()]);
const measureFields = { id: measureId, name: z.string(), note: z.string(), counted: z.boolean() };

const measure = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('stationChange'),
    ...measureFields,
    station: stationId,
    position: position.nullable(),
    departuresPerHour: amount.nullable(),
  }),
  z.object({
    kind: z.literal('addedStation'),
    ...measureFields,
    mode: z.enum(STATION_MODES),
    line: z.string(),
    position,
    departuresPerHour: amount,
    openingYear: z.int(),
  }),
  z.object({ kind: z.literal('addedGreen'), ...measureFields, outline }),
  z.object({ kind: z.literal('protection'), ...measureFields, code: z.enum(PROTECTION_CODES), outline }),
  z.object({ kind: z.literal('townOutline'), ...measureFields, town: townId, outline }),
]);

const programme = z.object({
  firstYear: z.int(),
  lastYear: z.int(),
  dwellingsPerYear: amount,
  townsShare: share,
  shareByTown: z.map(townId, share),
  lockedTowns: z.set(townId),
});

/** Everything of an area but its dwellings: what stays the same from moment to moment, kept once. */
export const storedGround = z.object({
  name: z.string(),
  origin: z.enum(['default', 'drawn']),
  outline,
  town: townId.nullable(),
  typology: z.enum(TYPOLOGY_IDS),
  developableShare: share,
  setByHand: z.boolean(),
  phase: z.int().nullable(),
  note: z.string(),
});

const packedAreas = z.custom<PackedAreas>(isPackedAreas, 'er ikke felt');

const storedScenario = z.object({
  id: scenarioId,
  name: z.string(),
  note: z.string(),
  municipality: z.string(),
  programme,
  projects: z.map(projectId, z.boolean()),
  measures: z.map(measureId, measure),
  areas: packedAreas,
});

const storedMoment = z.object({
  note: z.string(),
  name: z.string().optional(),
  scenarioNote: z.string().optional(),
  programme: programme.optional(),
  projects: z.map(projectId, z.boolean().nullable()).optional(),
  measures: z.map(measureId, measure.nullable()).optional(),
  areas: packedAreas.optional(),
});

/** One step of a history. */
export const storedEntry = z.object({ forward: storedMoment, reverse: storedMoment });

/** A scenario that is worked on: the steps before `cursor` can be undone, those from it on redone. */
export const storedWork = z.object({
  format: z.literal(STORED_FORMAT),
  id: scenarioId,
  revision: z.int(),
  savedAt: z.number(),
  scenario: storedScenario,
  steps: z.int().min(0),
  cursor: z.int().min(0),
});

export type StoredGround = z.output<typeof storedGround>;
export type StoredScenario = z.output<typeof storedScenario>;
export type StoredMoment = z.output<typeof storedMoment>;
export type StoredEntry = z.output<typeof storedEntry>;
export type StoredWork = z.output<typeof storedWork>;
