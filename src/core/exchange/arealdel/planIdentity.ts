import type { ExportedScenario } from '../exportedScenario';
import { roundedNumbers } from '../roundedNumbers';
import { COUNTRY, IDENTITY_NAMESPACE } from './planCodes';
import type { PlanDetails } from './planDetails';
import type { Attributes, PlanGeometry, PlanObject, PlanObjectType } from './planObject';
import { contentVersion, stableUuid } from './stableIdentity';
import type { Surface } from './surfaces';

/** What every object of a draft needs to know. */
export interface DraftContext {
  readonly exported: ExportedScenario;
  readonly planIdentification: string;
  readonly details: PlanDetails;
}

/**
 * Puts the attributes that every plan object has before its own.
 * @param key what the object is, within its scenario: its identity is made from it
 */
export function planObject(
  { exported, planIdentification, details }: DraftContext,
  type: PlanObjectType,
  key: readonly string[],
  where: Surface | Extract<PlanGeometry, { readonly kind: 'point' }>,
  own: Attributes,
): PlanObject {
  const { scenario } = exported;
  const id = stableUuid(scenario.id, type, ...key);
  const attributes: Attributes = roundedNumbers({
    kommunenummer: scenario.municipality,
    landkode: COUNTRY,
    planidentifikasjon: planIdentification,
    ...(details.date === null ? {} : { oppdateringsdato: `${details.date}T00:00:00Z` }),
    ...own,
  });
  const geometry: PlanGeometry = 'kind' in where ? where : { kind: 'surface', surface: where };
  return {
    type,
    id,
    geometry,
    attributes: {
      objekttypenavn: type,
      lokalId: id,
      navnerom: IDENTITY_NAMESPACE,
      versjonId: contentVersion([attributes, geometry.kind === 'point' ? geometry.position : geometry.surface]),
      ...attributes,
    },
  };
}
