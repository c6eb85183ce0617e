import { z } from 'zod';
import { PROTECTION_CODES } from '../../domain/measure';
import { TYPOLOGY_IDS } from '../../domain/typology';
import { proofFields } from '../proof';
import { ATTRIBUTE_NAMINGS, attributeName, type AttributeNaming } from './attributeNames';
import {
  COUNTRY,
  IDENTITY_NAMESPACE,
  LONGEST_PLAN_IDENTIFICATION,
  OTHER_OWNERSHIP,
  PLAN,
  PLANNED,
  PURPOSES,
  TRANSFORMATION,
  TRANSIT_HUB,
} from './planCodes';
import { PLAN_OBJECT_TYPES, type PlanObjectType } from './planObject';

/** Coordinates of a file: RFC 7946, or metres with the `crs` member that the standard took away. */
export const ARRANGEMENTS = ['EPSG:4326', 'EPSG:25832'] as const;

export type Arrangement = (typeof ARRANGEMENTS)[number];

const uuid = z.uuid();
const number = z.number();
const amount = number.min(0);
const name = z.string();

const surface = z.strictObject({
  type: z.literal('Polygon'),
  coordinates: z.array(z.array(z.tuple([number, number])).min(4)).min(1),
});

const point = z.strictObject({ type: z.literal('Point'), coordinates: z.tuple([number, number]) });

const common = (type: PlanObjectType) => ({
  objekttypenavn: z.literal(type),
  lokalId: uuid,
  navnerom: z.literal(IDENTITY_NAMESPACE),
  versjonId: z.string().regex(/^[0-9a-f]{16}$/u),
  kommunenummer: z.string().regex(/^\d{4}$/u),
  landkode: z.literal(COUNTRY),
  planidentifikasjon: z.string().min(1).max(LONGEST_PLAN_IDENTIFICATION),
  /** The draft's day, where it is told. */
  oppdateringsdato: z.string().regex(/^\d{4}-\d{2}-\d{2}T00:00:00Z$/u).optional(),
  smaby_scenario: name,
});

const ground = { smaby_areal_daa: amount };

const homes = {
  smaby_boliger: amount,
  smaby_plassert: amount,
  smaby_kapasitet: amount,
  smaby_landareal_daa: amount,
  smaby_minutter_til_avgang: amount.nullable(),
  smaby_konflikter: z.string(),
};

/** Dwellings in each period, `smaby_boliger_2026_2030`, are the only fields whose names are not fixed. */
const byPeriod = amount.nullable();

const TYPES = {
  KpOmråde: z
    .object({
      ...common('KpOmråde'),
      ...ground,
      plantype: z.literal(PLAN.plantype),
      planstatus: z.literal(PLAN.planstatus),
      plannavn: name,
      planbestemmelse: z.literal(PLAN.planbestemmelse),
      lovreferanse: z.literal(PLAN.lovreferanse),
      informasjon: z.string(),
    })
    .strict(),
  KpArealformålOmråde: z
    .object({
      ...common('KpArealformålOmråde'),
      ...ground,
      arealformål: z.enum(Object.keys(PURPOSES) as (keyof typeof PURPOSES)[]),
      arealbruksstatus: z.literal(PLANNED),
      områdenavn: name,
      beskrivelse: z.string(),
      eierform: z.literal(OTHER_OWNERSHIP),
      smaby_felt: name,
      smaby_opphav: z.enum(['tegnet felt', 'nytt grønt']),
      smaby_småby: name.nullable(),
      smaby_boligtype: z.enum(TYPOLOGY_IDS).nullable(),
      smaby_utbyggbar_andel: number.gt(0).max(1).nullable(),
      ...homes,
      smaby_boliger: amount.nullable(),
      smaby_plassert: amount.nullable(),
      smaby_kapasitet: amount.nullable(),
      smaby_landareal_daa: amount.nullable(),
      smaby_konflikter: z.string().nullable(),
    })
    .catchall(byPeriod),
  KpAngittHensynSone: z
    .object({
      ...common('KpAngittHensynSone'),
      ...ground,
      angittHensyn: z.enum(PROTECTION_CODES),
      hensynSonenavn: z.string().regex(/^H\d{3}_\d+$/u),
      beskrivelse: z.string(),
      smaby_tiltak: name,
    })
    .strict(),
  KpGjennomføringSone: z
    .object({
      ...common('KpGjennomføringSone'),
      ...ground,
      gjennomføring: z.literal(TRANSFORMATION),
      hensynSonenavn: z.string().regex(/^H\d{3}_\d+$/u),
      beskrivelse: z.string(),
      smaby_småby: name.nullable(),
      smaby_antall_felt: z.int().min(1),
      ...homes,
    })
    .catchall(byPeriod),
  KpSamferdselPunkt: z
    .object({
      ...common('KpSamferdselPunkt'),
      samferdselspunkt: z.literal(TRANSIT_HUB),
      arealbruksstatus: z.literal(PLANNED),
      beskrivelse: z.string(),
      smaby_tiltak: name,
      smaby_navn: z.string(),
      smaby_opphav: z.enum(['ny stasjon', 'flyttet stasjon']),
      smaby_driftsart: z.string().nullable(),
      smaby_linje: z.string().nullable(),
      smaby_avganger_i_timen: amount.nullable(),
      smaby_åpningsår: z.int().nullable(),
    })
    .strict(),
} as const satisfies Record<PlanObjectType, z.ZodObject>;

function featureSchema(type: PlanObjectType, naming: AttributeNaming): z.ZodType {
  const properties: z.ZodObject = TYPES[type];
  const { catchall } = properties.def;
  const renamed = z.object(
    Object.fromEntries(Object.entries(properties.shape).map(([field, values]) => [attributeName(field, naming), values])),
  );
  return z.strictObject({
    type: z.literal('Feature'),
    id: uuid,
    properties: renamed.catchall(catchall instanceof z.ZodType ? catchall : z.never()),
    geometry: type === 'KpSamferdselPunkt' ? point : surface,
  });
}

const leftOut = z.strictObject({
  feltUtenBoliger: z.int().min(0),
  endredeAvganger: z.int().min(0),
  tiltakSomErSlåttAv: z.int().min(0),
  boligerUtenFelt: amount,
});

const townOutline = z.strictObject({
  type: z.literal('Feature'),
  id: uuid,
  properties: z.strictObject({ smaby_scenario: name, smaby_tiltak: name, smaby_småby: name, beskrivelse: z.string(), ...ground }),
  geometry: z.strictObject({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(surface.shape.coordinates).min(1),
  }),
});

/** What the municipality calls the plan; null where it has not said. */
const planDetails = z.strictObject({
  planidentifikasjon: z.string().min(1).max(LONGEST_PLAN_IDENTIFICATION).nullable(),
  plannavn: z.string().min(1).nullable(),
  dato: z.string().regex(/^\d{4}-\d{2}-\d{2}$/u).nullable(),
});

function fileSchema(arrangement: Arrangement, naming: AttributeNaming) {
  return z.strictObject({
    type: z.literal('FeatureCollection'),
    name: z.literal('arealdel'),
    ...(arrangement === 'EPSG:25832'
      ? { crs: z.strictObject({ type: z.literal('name'), properties: z.strictObject({ name: z.literal('urn:ogc:def:crs:EPSG::25832') }) }) }
      : {}),
    features: z.array(z.union(PLAN_OBJECT_TYPES.map((type) => featureSchema(type, naming)))),
    smabymodellen: z.strictObject({
      format: z.literal('arealdel'),
      koordinatsystem: z.literal(arrangement),
      attributtnavn: z.literal(naming),
      merknader: z.array(z.string()),
      plan: planDetails,
      utelatt: leftOut,
      småbyomriss: z.array(townOutline),
      ...proofFields,
    }),
  });
}

/** The arealdel files that Småbymodellen writes, in each arrangement of coordinates and naming of attributes. */
export const arealdelFileSchema = z.union(
  ARRANGEMENTS.flatMap((arrangement) => ATTRIBUTE_NAMINGS.map((naming) => fileSchema(arrangement, naming))),
);

/** The same as a JSON Schema (draft 2020-12), which is published with the page. */
export function arealdelJsonSchema(): object {
  return {
    ...z.toJSONSchema(arealdelFileSchema, { target: 'draft-2020-12' }),
    title: 'Arealdel fra Småbymodellen',
    description:
      'Utkast til kommuneplanens arealdel for import, med objekttyper, egenskaper og koder etter SOSI Kommuneplan 20190401. Ikke en levering etter NPAD.',
  };
}
