import type { Attributes } from './planObject';

/** Names of the attributes: NAP's, or the short names of SOSI that older tools and published municipal plans use. */
export const ATTRIBUTE_NAMINGS = ['nap', 'sosi'] as const;

export type AttributeNaming = (typeof ATTRIBUTE_NAMINGS)[number];

/** SOSI short names as published plans have them; a name that is not listed is written in capitals. */
const SOSI_NAMES: Readonly<Record<string, string>> = {
  objekttypenavn: 'OBJTYPE',
  kommunenummer: 'KOMM',
  planidentifikasjon: 'PLANID',
  planstatus: 'PLANSTAT',
  planbestemmelse: 'PLANBEST',
  arealformål: 'KPAREALFORMAL',
  arealbruksstatus: 'AREALST',
  områdenavn: 'OMRADENAVN',
  gjennomføring: 'KPGJENNOMFORING',
  angittHensyn: 'KPANGITTHENSYN',
  samferdselspunkt: 'KPSAMFERDSELPUNKT',
};

/** Our own attributes are called the same in both namings. */
const OWN_PREFIX = 'smaby_';

/** What an attribute is called. */
export function attributeName(name: string, naming: AttributeNaming): string {
  if (naming === 'nap' || name.startsWith(OWN_PREFIX)) return name;
  return SOSI_NAMES[name] ?? name.toUpperCase();
}

/** The attributes under their names in `naming`, in the same order. */
export function named(attributes: Attributes, naming: AttributeNaming): Attributes {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [attributeName(name, naming), value]));
}
