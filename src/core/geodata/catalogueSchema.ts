import { z } from 'zod';
import { LAYER_ROLES, type LayerDescription, type LayerRole } from '../domain/catalogue';
import { identifier, type Identifier, type LayerId } from '../domain/identifiers';

const CATALOGUE_SCHEMA_VERSION = 1;

/** Lower-case English identifier: letters and digits, parts joined by hyphens. */
export function identifierSchema<Id extends Identifier<string>>(): z.ZodType<Id> {
  return z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'skal bestå av små bokstaver a–z, sifre og bindestrek')
    .transform((text) => identifier<Id>(text));
}

const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);

/** Roles whose facts are tables; a reference layer may be either. */
const TABLE_ROLES: ReadonlySet<LayerRole> = new Set(['station', 'population']);

export const textSchema = z.string().trim().min(1, 'kan ikke være tom');

const layerSchema = z
  .strictObject({
    id: identifierSchema<LayerId>(),
    title: textSchema,
    role: z.enum(LAYER_ROLES),
    file: textSchema,
    format: z.enum(['geojson', 'csv']),
    source: textSchema,
    date: textSchema,
    licence: textSchema,
    attribution: textSchema,
    accuracyMetres: z.number().nonnegative().nullable(),
    accuracyNote: textSchema,
    cutAt: z.exactOptional(z.tuple([longitude, latitude, longitude, latitude]).readonly()),
    assumption: z.boolean(),
  })
  .refine(({ role, format }) => role === 'reference' || (format === 'csv') === TABLE_ROLES.has(role), {
    path: ['format'],
    message: 'stasjoner og befolkning skal være csv, andre roller geojson',
  });

/** Adds an issue wherever `key` has a value that an earlier layer has. */
function refuseRepeats(layers: readonly LayerDescription[], key: 'id' | 'file', context: z.core.$RefinementCtx): void {
  const seen = new Set<string>();
  layers.forEach((layer, index) => {
    if (seen.has(layer[key])) {
      context.addIssue({
        code: 'custom',
        path: ['layers', index, key],
        message: `«${layer[key]}» er brukt før; hvert lag trenger sin egen`,
      });
    }
    seen.add(layer[key]);
  });
}

/** `catalogue.json`: what layers there are and what the user is told about each. */
export const catalogueSchema = z
  .strictObject({
    schemaVersion: z.literal(CATALOGUE_SCHEMA_VERSION),
    layers: z.array(layerSchema).min(1),
  })
  .superRefine((catalogue, context) => {
    refuseRepeats(catalogue.layers, 'id', context);
    refuseRepeats(catalogue.layers, 'file', context);
  });
