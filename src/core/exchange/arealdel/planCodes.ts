import type { ProtectionCode } from '../../domain/measure';

/**
 * Codes of the national plan model for a municipal plan's land-use part (SOSI Kommuneplan 20190401), and DiBK's fill
 * colours of planned land use (kparealformalomrade.sld). Only what a scenario can say.
 */
export const PURPOSES = {
  '1110': { name: 'Boligbebyggelse', fill: '#ffff33' },
  '1130': { name: 'Sentrumsformål', fill: '#996600' },
  '3001': { name: 'Grønnstruktur', fill: '#66cc66' },
} as const;

export type PurposeCode = keyof typeof PURPOSES;

/** What a park or green corridor becomes. Assumption: green structure in general, since no use of it is drawn. */
export const ADDED_GREEN_PURPOSE: PurposeCode = '3001';

/** arealbruksstatus: framtidig. */
export const PLANNED = '2';

/** Angitt hensyn (KpAngittHensynSone), by code. */
export const CONSIDERATIONS: Readonly<Record<ProtectionCode, string>> = {
  '510': 'Hensyn landbruk',
  '530': 'Hensyn friluftsliv',
  '540': 'Hensyn grønnstruktur',
  '550': 'Bevaring landskap',
  '560': 'Bevaring naturmiljø',
  '570': 'Bevaring kulturmiljø',
};

/** Gjennomføring (KpGjennomføringSone): omforming, which default areas stand for. */
export const TRANSFORMATION = '820';

/** samferdselspunkt: kollektivknutepunkt, which stations are written as. */
export const TRANSIT_HUB = '1159';

/** Kommuneplanens arealdel, planforslag, uten bestemmelser, plan- og bygningsloven 2008. */
export const PLAN = { plantype: '20', planstatus: '2', planbestemmelse: '2', lovreferanse: '6' } as const;

/** Recommended namespace of plan objects. */
export const IDENTITY_NAMESPACE = 'http://data.geonorge.no/sosi/plan';

export const COUNTRY = 'NO';

/** eierform: annen, the model's default. */
export const OTHER_OWNERSHIP = '3';

export const LONGEST_PLAN_IDENTIFICATION = 16;
