import { z } from 'zod';
import type { LayerId, ProjectId, StationId, TownId } from '../domain/identifiers';
import type { PlaceParameters } from '../domain/parameters';
import { TYPOLOGY_IDS } from '../domain/typology';
import { identifierSchema, textSchema } from './catalogueSchema';

const PARAMETERS_SCHEMA_VERSION = 1;

const SHARE_TOLERANCE = 1e-9;

const share = z.number().min(0).max(1);
const positiveShare = z.number().gt(0).max(1);
const year = z.int().min(1900).max(2200);
const corner = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).readonly();

const townSchema = z.strictObject({
  id: identifierSchema<TownId>(),
  name: textSchema,
  anchors: z.array(identifierSchema<StationId>()).min(1),
  developableShare: positiveShare,
  share,
});

const towns = z
  .array(townSchema)
  .min(1)
  .refine((list) => Math.abs(list.reduce((sum, town) => sum + town.share, 0) - 1) <= SHARE_TOLERANCE, {
    message: 'andelene («share») skal til sammen være 1',
  })
  .refine((list) => new Set(list.map((town) => town.id)).size === list.length, { message: 'to småbyer har samme id' })
  .refine((list) => {
    const anchors = list.flatMap((town) => town.anchors);
    return new Set(anchors).size === anchors.length;
  }, 'en stasjon er anker to ganger');

const usualProgramme = z
  .strictObject({ firstYear: year, lastYear: year, townsShare: share, source: textSchema })
  .refine((programme) => programme.lastYear >= programme.firstYear, {
    path: ['lastYear'],
    message: 'kan ikke være før første år',
  });

/** `parameters.json`: constants and assumptions for one place. */
export const parametersSchema = z
  .strictObject({
    schemaVersion: z.literal(PARAMETERS_SCHEMA_VERSION),
    municipality: z.strictObject({
      number: z.string().regex(/^\d{4}$/u, 'skal være fire sifre i anførselstegn, som "0301"'),
      name: textSchema,
    }),
    openingView: z.strictObject({ southWest: corner, northEast: corner }),
    growthAlternatives: z.strictObject({
      source: textSchema,
      alternatives: z
        .array(z.strictObject({ id: textSchema, name: textSchema, dwellingsPerYear: z.number().positive() }))
        .min(1),
    }),
    usualProgramme,
    towns,
    projects: z.array(z.strictObject({ id: identifierSchema<ProjectId>(), name: textSchema, openingYear: year })),
    waterBelts: z.strictObject({
      seaMetres: z.number().nonnegative(),
      namedWatercourseMetres: z.number().nonnegative(),
      namedWatercourses: z.array(textSchema),
      otherWaterMetres: z.number().nonnegative(),
      source: textSchema,
    }),
    farmlandLossDaaPerYear: z.strictObject({ value: z.number().positive(), source: textSchema, assumption: z.boolean() }),
    defaultAreas: z.strictObject({
      gridMetres: z.number().positive(),
      minimumDaa: z.number().nonnegative(),
      typology: z.enum(TYPOLOGY_IDS),
      source: textSchema,
    }),
    ageSupportRatio: z.strictObject({
      source: textSchema,
      years: z.array(z.strictObject({ year, ratio: z.number().positive() })),
    }),
    hiddenLayers: z.array(identifierSchema<LayerId>()),
  })
  .transform(({ schemaVersion: _schemaVersion, ...parameters }): PlaceParameters => parameters);
