import { multiPolygonArea } from '../geometry/area';
import { toPlanarMultiPolygon } from '../geometry/projection';
import type { LonLatMultiPolygon } from '../geometry/shapes';
import { SQUARE_METRES_PER_DAA } from '../method/parameters';
import { measureAreaGround } from './areaGround';
import type { Baseline } from './baseline';
import type { ConflictKind, LandClass } from './evaluation';
import { CONFLICT_KINDS } from './groundTraits';

/** What ground an outline goes round, daa: the answer to a stroke that is still being drawn. */
export interface GroundSurvey {
  readonly areaDaa: number;
  /** Area less sea and lakes. */
  readonly landDaa: number;
  readonly groundDaa: Readonly<Record<LandClass, number>>;
  /** Plain intersections with what is to be spared. */
  readonly conflictsDaa: Readonly<Record<ConflictKind, number>>;
  readonly outsideMunicipalityDaa: number;
}

/** Measures the ground under an outline that is no area yet. */
export function surveyGround(baseline: Pick<Baseline, 'ground' | 'landRaster'>, outline: LonLatMultiPolygon): GroundSurvey {
  const ground = measureAreaGround(baseline.ground, baseline.landRaster, outline);
  return {
    areaDaa: multiPolygonArea(toPlanarMultiPolygon(outline)) / SQUARE_METRES_PER_DAA,
    landDaa: ground.land / SQUARE_METRES_PER_DAA,
    groundDaa: ground.groundDaa,
    conflictsDaa: Object.fromEntries(
      CONFLICT_KINDS.map((kind) => [kind, ground.conflicts[kind] / SQUARE_METRES_PER_DAA]),
    ) as Record<ConflictKind, number>,
    outsideMunicipalityDaa: ground.outsideMunicipality / SQUARE_METRES_PER_DAA,
  };
}
