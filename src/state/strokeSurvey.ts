import { countedMeasures, type Measures } from '../core/domain/measure';
import { intersection, union } from '../core/geometry/booleans';
import { boxesMeet, lonLatBox } from '../core/geometry/lonLatBox';
import { toLonLatMultiPolygon, toPlanarMultiPolygon } from '../core/geometry/projection';
import type { LonLatMultiPolygon } from '../core/geometry/shapes';
import { SQUARE_METRES_PER_DAA } from '../core/method/parameters';
import { ProtectedGround } from '../core/scoring/protectedGround';
import type { GroundSurvey } from '../core/scoring/survey';

/** What a stroke goes round, with what the scenario's own measures have to say of it. Land and ground leave out what is protected. */
export interface StrokeSurvey extends GroundSurvey {
  /** Ground that the scenario protects: nothing is built there. */
  readonly protectedDaa: number;
  /** Ground, not green today, that the scenario makes a park or green corridor. */
  readonly addedGreenDaa: number;
}

const protections = new WeakMap<Measures, ProtectedGround>();

function protectedBy(measures: Measures): ProtectedGround {
  const known = protections.get(measures) ?? new ProtectedGround(countedMeasures(measures, 'protection').map(({ outline }) => outline));
  protections.set(measures, known);
  return known;
}

/** What of an outline the scenario makes green; nothing where it has no green near. */
function addedGreenIn(outline: LonLatMultiPolygon, measures: Measures): LonLatMultiPolygon {
  const box = lonLatBox(outline);
  const near = countedMeasures(measures, 'addedGreen').filter((green) => boxesMeet(lonLatBox(green.outline), box));
  if (near.length === 0) return [];
  return toLonLatMultiPolygon(intersection(toPlanarMultiPolygon(outline), union(...near.map((green) => toPlanarMultiPolygon(green.outline)))));
}

/** Measures a stroke as the scenario's measures would have it: protections are not built on, parks are green. */
export async function surveyStroke(
  outline: LonLatMultiPolygon,
  measures: Measures,
  measure: (outline: LonLatMultiPolygon) => Promise<GroundSurvey>,
): Promise<StrokeSurvey> {
  const measureAny = async (part: LonLatMultiPolygon): Promise<GroundSurvey | null> => (part.length === 0 ? null : measure(part));
  const { outline: buildable, protectedSquareMetres } = protectedBy(measures).buildable(outline);
  const [whole, left, green] = await Promise.all([
    measure(outline),
    buildable === outline ? null : measureAny(buildable),
    measureAny(addedGreenIn(buildable, measures)),
  ]);
  const { landDaa, groundDaa } = buildable === outline ? whole : (left ?? { landDaa: 0, groundDaa: noGround(whole) });
  return {
    ...whole,
    landDaa,
    groundDaa,
    protectedDaa: protectedSquareMetres / SQUARE_METRES_PER_DAA,
    addedGreenDaa: green ? green.groundDaa.builtUp + green.groundDaa.other : 0,
  };
}

function noGround({ groundDaa }: GroundSurvey): GroundSurvey['groundDaa'] {
  return { ...groundDaa, sea: 0, lake: 0, farmland: 0, marka: 0, green: 0, builtUp: 0, other: 0 };
}
