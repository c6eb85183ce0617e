import type { ExportedScenario } from '../exportedScenario';
import { roundedNumbers } from '../roundedNumbers';
import { COUNTRY, IDENTITY_NAMESPACE } from './planCodes';
import type { Attributes, PlanObject, PlanObjectType } from './planObject';
import { contentVersion, stableUuid } from './stableIdentity';
import type { Surface } from './surfaces';

/** What every object of a draft needs to know. */
export interface DraftContext {
  readonly exported: ExportedScenario;
  readonly planIdentification: string;
}

/**
 * Puts the attributes that every plan object has before its own.
 * @param key what the object is, within its scenario: its identity is made from it
 */
export function planObject(
  { exported, planIdentification }: DraftContext,
  type: PlanObjectType,
  key: readonly string[],
  surface: Surface,
  own: Attributes,
): PlanObject {
  const { scenario } = exported;
  const id = stableUuid(scenario.id, type, ...key);
  const attributes: Attributes = roundedNumbers({
    kommunenummer: scenario.municipality,
    landkode: COUNTRY,
    planidentifikasjon: planIdentification,
    ...own,
  });
  return {
    type,
    id,
    surface,
    attributes: {
      objekttypenavn: type,
      lokalId: id,
      navnerom: IDENTITY_NAMESPACE,
      versjonId: contentVersion([attributes, surface]),
      ...attributes,
    },
  };
}
