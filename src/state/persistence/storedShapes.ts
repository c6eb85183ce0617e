import { z } from 'zod';
import { identifier, type AreaId, type ProjectId, type ScenarioId, type TownId } from '../../core/domain/identifiers';
import { TYPOLOGY_IDS } from '../../core/domain/typology';

/** Version of the shapes below. Raise it, and add a migration, whenever one of them changes. */
export const STORED_FORMAT = 1;

const areaId = z.string().min(1).transform(identifier<AreaId>);
const projectId = z.string().min(1).transform(identifier<ProjectId>);
const scenarioId = z.string().min(1).transform(identifier<ScenarioId>);
const townId = z.string().min(1).transform(identifier<TownId>);
const amount = z.number().min(0);
const share = z.number().min(0).max(1);

const outline = z.array(z.array(z.array(z.tuple([z.number(), z.number()]))));
const dwellings = z.array(amount);

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
  note: z.string(),
});

/** An area: its identifier, the number of its ground, its dwellings by period. */
const storedArea = z.tuple([areaId, z.int(), dwellings]);

const storedScenario = z.object({
  id: scenarioId,
  name: z.string(),
  note: z.string(),
  municipality: z.string(),
  programme,
  projects: z.map(projectId, z.boolean()),
  townOutlines: z.map(townId, outline),
  areas: z.array(storedArea),
});

const storedMoment = z.object({
  note: z.string(),
  name: z.string().optional(),
  scenarioNote: z.string().optional(),
  programme: programme.optional(),
  projects: z.map(projectId, z.boolean().nullable()).optional(),
  townOutlines: z.map(townId, outline.nullable()).optional(),
  areas: z.array(z.tuple([areaId, z.int().nullable(), dwellings])).optional(),
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
