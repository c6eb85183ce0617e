import type { DevelopmentArea } from '../domain/developmentArea';
import type { AreaId } from '../domain/identifiers';
import type { Scenario } from '../domain/scenario';
import type { PlaceGround } from '../geodata/placeGround';
import { multiPolygonArea, polygonArea, signedRingArea } from '../geometry/area';
import { difference, intersection } from '../geometry/booleans';
import { roundOutline } from '../geometry/coordinates';
import { boxesMeet, lonLatBox } from '../geometry/lonLatBox';
import { outlineFaults, toLonLatMultiPolygon, toPlanarMultiPolygon } from '../geometry/projection';
import type { LonLat, LonLatMultiPolygon, PlanarMultiPolygon } from '../geometry/shapes';
import { numberText } from './wording';

/** An area smaller than this is a slip of the hand. */
export const SMALLEST_AREA_SQUARE_METRES = 100;

/** Parts, holes and overlaps smaller than this come from the rounding of coordinates to a millimetre. */
export const CRUMB_SQUARE_METRES = 1;

/** An outline of a hand, made fit for the model, or why it cannot be. */
export type ReadStroke =
  | {
      readonly kind: 'outline';
      readonly outline: LonLatMultiPolygon;
      /** What was done to it, in Norwegian, for the one who drew it. */
      readonly notes: readonly string[];
    }
  | {
      readonly kind: 'refused';
      readonly reason: string;
      /** The place to mark. */
      readonly position: LonLat | null;
    };

/** The polygons as an outline with the decimals that files carry; parts and holes that are crumbs are left out. */
export function outlineOf(polygons: PlanarMultiPolygon): LonLatMultiPolygon {
  const whole = polygons
    .filter((polygon) => polygonArea(polygon) >= CRUMB_SQUARE_METRES)
    .map(([exterior, ...holes]) => [
      ...(exterior ? [exterior] : []),
      ...holes.filter((hole) => Math.abs(signedRingArea(hole)) >= CRUMB_SQUARE_METRES),
    ]);
  return roundOutline(toLonLatMultiPolygon(whole));
}

function firstPosition(outline: LonLatMultiPolygon): LonLat | null {
  return outline[0]?.[0]?.[0] ?? null;
}

/**
 * Makes what a hand has drawn fit for the model: closed, not crossing itself (all that the stroke goes round is kept), inside
 * the municipality, with the decimals that files carry. Refused where nothing of size is left.
 */
export function readStroke(stroke: LonLatMultiPolygon, ground: PlaceGround): ReadStroke {
  const notes: string[] = [];
  const drawn = toPlanarMultiPolygon(stroke);
  const drawnArea = multiPolygonArea(drawn);
  const refuse = (reason: string): ReadStroke => ({ kind: 'refused', reason, position: firstPosition(stroke) });
  const tooSmall = (area: number): ReadStroke =>
    refuse(`Streken går rundt ${numberText(area)} m². Et felt må ha minst ${numberText(SMALLEST_AREA_SQUARE_METRES)} m². Tegn det større.`);
  if (drawnArea < SMALLEST_AREA_SQUARE_METRES) return tooSmall(drawnArea);
  const faults = outlineFaults(stroke);
  if (faults.includes('crossingEdges')) {
    notes.push('Streken krysset seg selv. Alt den går rundt, er med.');
  }
  const inside = ground.insideMunicipality(drawn);
  const insideArea = multiPolygonArea(inside);
  const isCut = drawnArea - insideArea > CRUMB_SQUARE_METRES;
  if (isCut) {
    if (insideArea < CRUMB_SQUARE_METRES) return refuse('Streken ligger utenfor kommunen. Tegn innenfor kommunegrensen.');
    if (insideArea < SMALLEST_AREA_SQUARE_METRES) return tooSmall(insideArea);
    notes.push('Det som lå utenfor kommunen, er klippet bort.');
  }
  const isSound = faults.length === 0 && !isCut;
  return { kind: 'outline', outline: isSound ? roundOutline(stroke) : outlineOf(isCut ? inside : drawn), notes };
}

/**
 * What older areas lose to new ground: each area that shares any of it, less that ground, or null where nothing of size is
 * left. Areas never overlap (method §2).
 * @param takers the areas that take the ground, which lose nothing
 */
export function losers(
  areas: Scenario['areas'],
  takers: ReadonlySet<AreaId>,
  taken: LonLatMultiPolygon,
): ReadonlyMap<AreaId, DevelopmentArea | null> {
  const lost = new Map<AreaId, DevelopmentArea | null>();
  const box = lonLatBox(taken);
  const ground = toPlanarMultiPolygon(taken);
  for (const [id, area] of areas) {
    if (takers.has(id) || !boxesMeet(lonLatBox(area.outline), box)) continue;
    const before = toPlanarMultiPolygon(area.outline);
    if (multiPolygonArea(intersection(before, ground)) < CRUMB_SQUARE_METRES) continue;
    const left = difference(before, ground);
    lost.set(id, multiPolygonArea(left) < SMALLEST_AREA_SQUARE_METRES ? null : { ...area, outline: outlineOf(left) });
  }
  return lost;
}
