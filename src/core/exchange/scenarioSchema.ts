import { z } from 'zod';
import { PROTECTION_CODES } from '../domain/measure';
import { STATION_MODES } from '../domain/station';
import { TYPOLOGY_IDS } from '../domain/typology';
import { LIMITS } from '../operations/limits';
import { SCENARIO_FORMAT } from './scenarioFormat';

const id = z.string().min(1).max(LIMITS.nameCharacters);
const share = z.number().min(0).max(1);
const year = z.int().min(LIMITS.firstYear).max(LIMITS.lastYear);

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

const multiPolygonSchema = z.strictObject({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(position).min(4)).min(1)).min(1),
});

const programmeSchema = z.strictObject({
  firstYear: year,
  lastYear: year,
  dwellingsPerYear: z.number().min(0).max(LIMITS.dwellingsPerYear),
  townsShare: share,
  towns: z.array(z.strictObject({ town: id, share, locked: z.boolean() })).min(1),
});

const areaSchema = z.strictObject({
  id,
  name: z.string().max(LIMITS.nameCharacters),
  origin: z.enum(['default', 'drawn']),
  ground: z.union([z.literal('default'), multiPolygonSchema]),
  town: id.nullable(),
  typology: z.enum(TYPOLOGY_IDS),
  developableShare: z.number().gt(0).max(1),
  dwellingsByPeriod: z.array(z.number().min(0).max(LIMITS.areaDwellings)),
  setByHand: z.boolean(),
  phase: z.int().min(0).nullable(),
  note: z.string().max(LIMITS.noteCharacters),
});

const measureFields = {
  id,
  name: z.string().max(LIMITS.nameCharacters),
  note: z.string().max(LIMITS.noteCharacters),
  counted: z.boolean(),
};
const departures = z.number().min(0).max(LIMITS.departuresPerHour);

const measureSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('stationChange'),
    ...measureFields,
    station: id,
    position: position.nullable(),
    departuresPerHour: departures.nullable(),
  }),
  z.strictObject({
    kind: z.literal('addedStation'),
    ...measureFields,
    mode: z.enum(STATION_MODES),
    line: id,
    position,
    departuresPerHour: departures,
    openingYear: year,
  }),
  z.strictObject({ kind: z.literal('addedGreen'), ...measureFields, outline: multiPolygonSchema }),
  z.strictObject({
    kind: z.literal('protection'),
    ...measureFields,
    code: z.enum(PROTECTION_CODES),
    outline: multiPolygonSchema,
  }),
  z.strictObject({ kind: z.literal('townOutline'), ...measureFields, town: id, outline: multiPolygonSchema }),
]);

/**
 * The scenario file, version 2. An area whose `ground` is "default" takes its outline from the data set; default areas
 * that are not listed are as the data set has them, without dwellings; those in `removedDefaultAreas` are gone.
 */
export const scenarioFileSchema = z.strictObject({
  format: z.literal(SCENARIO_FORMAT.name),
  version: z.literal(SCENARIO_FORMAT.version),
  datasetHash: z.string(),
  scenario: z.strictObject({
    id,
    name: z.string().min(1).max(LIMITS.nameCharacters),
    note: z.string().max(LIMITS.noteCharacters),
    municipality: z.string(),
    programme: programmeSchema,
    projects: z.array(z.strictObject({ project: id, counted: z.boolean() })),
    measures: z.array(measureSchema),
    areas: z.array(areaSchema),
    removedDefaultAreas: z.array(id),
  }),
});

export type ScenarioFile = z.output<typeof scenarioFileSchema>;
export type MeasureEntry = ScenarioFile['scenario']['measures'][number];
export type AreaEntry = ScenarioFile['scenario']['areas'][number];
