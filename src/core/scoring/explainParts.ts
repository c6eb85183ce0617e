import { quantityText, figureText } from '../method/figureText';
import { INDICATORS, ROLE_NAMES } from '../method/indicators';
import { COARSEST_GOOD_ACCURACY_METRES, HIGHEST_SCORE } from '../method/parameters';
import type { PartId, PartResult, PartStatus } from './evaluation';
import type { Assessment } from './assessment';
import { computedTerm, type Explanation, type ExplanationTable, type ExplanationTerm } from './explanation';

const ROLES: Readonly<Record<string, string>> = ROLE_NAMES;

/** Why a part is missing or coarse, in Norwegian; null when it is good. */
export function cautionOf(status: PartStatus): string | null {
  switch (status.kind) {
    case 'good':
      return null;
    case 'coarse':
      return `Grove data: kartet har ${figureText(status.accuracyMetres)} m nøyaktighet. Bruk tallet som et hint.`;
    case 'noDwellings':
      return 'Ingen boliger er plassert.';
    case 'missing': {
      const roles = status.roles.map((role) => ROLES[role] ?? role).join(', ');
      return status.reason === 'absent'
        ? `Mangler datagrunnlag: ingen kartlag viser ${roles}.`
        : `Mangler datagrunnlag: kartet over ${roles} er grovere enn ${figureText(COARSEST_GOOD_ACCURACY_METRES)} m.`;
    }
  }
}

/** The result of one part. */
function partOf({ evaluation }: Assessment, id: PartId): PartResult {
  const part = evaluation.blueGreen.parts.find((candidate) => candidate.id === id);
  if (!part) throw new RangeError(`No part ${id}`);
  return part;
}

/** What a part is explained by when it has a number. */
export interface PartGroundwork {
  readonly filledIn: readonly string[];
  readonly terms: readonly ExplanationTerm[];
  readonly tables: readonly ExplanationTable[];
}

/**
 * Explains a part of the blue-green score.
 *
 * @param scale what turns the part's value into the unit that is told, 100 for shares told in per cent
 * @param groundwork called with the quantity as told, and the score
 */
export function explainPart(
  assessment: Assessment,
  id: PartId,
  scale: number,
  groundwork: (quantity: number, score: number) => PartGroundwork,
): Explanation {
  const part = partOf(assessment, id);
  const { name, quantity, formula } = INDICATORS[id];
  const value = part.value === null ? null : scale * part.value;
  const work: PartGroundwork =
    value === null || part.score === null ? { filledIn: [], terms: [], tables: [] } : groundwork(value, part.score);
  return {
    id,
    title: name,
    page: id,
    numbers: [
      { id: 'quantity', name: quantity.name, value, unit: quantity.unit, direction: quantity.direction },
      { id: 'score', name: 'Skår', value: part.score, unit: 'poeng', direction: 'higherIsBetter' },
    ],
    caution: cautionOf(part.status),
    formula,
    layers: part.layers,
    ...work,
  };
}

/** The formula `100 · (1 − quantity/worst)` with the values in, and what happens past its ends. */
export function scoreLine(id: PartId, quantity: number, worst: string, worstValue: number, score: number): string {
  const top = figureText(HIGHEST_SCORE);
  const share = quantity / worstValue;
  const head = `${id} = ${top} · (1 − ${quantityText(quantity)} / ${worst})`;
  if (share > 1) return `${head} er under 0, så ${id} = 0`;
  if (share < 0) return `${head} er over ${top}, så ${id} = ${top}`;
  return `${head} = ${quantityText(score)}`;
}

/** Placed dwellings as a term. */
export function placedTerm({ placement }: Assessment): ExplanationTerm {
  return computedTerm('P', 'Plasserte boliger', placement.dwellings.placed, 'boliger', 'Feltene, inntil det de rommer');
}
