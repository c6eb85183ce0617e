import { areaDwellings, type DevelopmentArea } from '../domain/developmentArea';
import type { AreaId } from '../domain/identifiers';
import type { Scenario } from '../domain/scenario';
import { multiPolygonArea, multiPolygonBounds } from '../geometry/area';
import { difference, intersection } from '../geometry/booleans';
import { toLonLatMultiPolygon, toPlanarMultiPolygon } from '../geometry/projection';
import type { LonLat, LonLatMultiPolygon, PlanarBounds, PlanarMultiPolygon } from '../geometry/shapes';
import { areaDensity } from './areaDensity';
import type { AreaFactsTable } from './evaluation';

type Areas = Scenario['areas'];

/** Ground that lies in one area of the first scenario, in one of the second, or in one of each. */
export interface GroundPiece {
  /** Its own among the pieces of one comparison. */
  readonly id: string;
  readonly outline: LonLatMultiPolygon;
  readonly first: AreaId | null;
  readonly second: AreaId | null;
}

/** Dwellings per daa of land on a piece, in each scenario and as the second less the first. */
export interface PieceDensity {
  readonly first: number;
  readonly second: number;
  readonly difference: number;
}

/** Pieces smaller than this come from coordinates that are rounded, not from a hand. */
const SLIVER_SQUARE_METRES = 1;

interface MeasuredOutline {
  readonly area: DevelopmentArea;
  readonly planar: PlanarMultiPolygon;
  readonly bounds: PlanarBounds;
}

function sameOutline(one: LonLatMultiPolygon, other: LonLatMultiPolygon): boolean {
  if (one === other) return true;
  return (
    one.length === other.length &&
    one.every((polygon, index) => {
      const rings = other[index];
      return polygon.length === rings?.length && polygon.every((ring, at) => samePositions(ring, rings[at] ?? []));
    })
  );
}

function samePositions(ring: readonly LonLat[], other: readonly LonLat[]): boolean {
  return (
    ring.length === other.length &&
    ring.every(([longitude, latitude], index) => longitude === other[index]?.[0] && latitude === other[index]?.[1])
  );
}

/** Areas that are built on and lie otherwise in the other scenario. */
function lyingOtherwise(areas: Areas, others: Areas): readonly MeasuredOutline[] {
  return [...areas.values()].flatMap((area): readonly MeasuredOutline[] => {
    const other = others.get(area.id);
    if (areaDwellings(area) <= 0 || (other && sameOutline(area.outline, other.outline))) return [];
    const planar = toPlanarMultiPolygon(area.outline);
    const bounds = multiPolygonBounds(planar);
    return bounds ? [{ area, planar, bounds }] : [];
  });
}

function meet(one: PlanarBounds, other: PlanarBounds): boolean {
  return one.minX < other.maxX && other.minX < one.maxX && one.minY < other.maxY && other.minY < one.maxY;
}

function pieceId(first: AreaId | null, second: AreaId | null): string {
  return JSON.stringify([first, second]);
}

function piece(planar: PlanarMultiPolygon, first: AreaId | null, second: AreaId | null): readonly GroundPiece[] {
  if (multiPolygonArea(planar) < SLIVER_SQUARE_METRES) return [];
  return [{ id: pieceId(first, second), outline: toLonLatMultiPolygon(planar), first, second }];
}

/** What is left of an outline where none of the others lies. */
function remainder({ planar, bounds }: MeasuredOutline, others: readonly MeasuredOutline[]): PlanarMultiPolygon {
  return others.reduce((rest, other) => (meet(bounds, other.bounds) ? difference(rest, other.planar) : rest), planar);
}

/**
 * Cuts the areas of two scenarios into pieces that each lie in one area at most of either, so that a difference can be said
 * of each. Areas that lie alike in both are one piece, whole; those that lie otherwise, or in one scenario only, are
 * overlaid. Areas without dwellings that lie alike in none are left out. Gives the pieces a few at a time, none of which
 * takes long to work out.
 */
export function* groundPieces(first: Areas, second: Areas): Generator<readonly GroundPiece[], void, undefined> {
  const alike: GroundPiece[] = [];
  for (const area of second.values()) {
    const other = first.get(area.id);
    if (!other || !sameOutline(area.outline, other.outline)) continue;
    alike.push({ id: pieceId(area.id, area.id), outline: area.outline, first: area.id, second: area.id });
  }
  yield alike;
  const before = lyingOtherwise(first, second);
  const after = lyingOtherwise(second, first);
  for (const one of before) {
    for (const other of after) {
      if (meet(one.bounds, other.bounds)) yield piece(intersection(one.planar, other.planar), one.area.id, other.area.id);
    }
    yield piece(remainder(one, after), one.area.id, null);
  }
  for (const other of after) yield piece(remainder(other, before), null, other.area.id);
}

/** A side of the comparison: its areas and what is measured of them; null is today, with nothing built. */
export interface BuiltSide {
  readonly scenario: Pick<Scenario, 'areas'>;
  readonly facts: AreaFactsTable;
}

function densityOn(side: BuiltSide | null, id: AreaId | null): number {
  const area = id === null ? undefined : side?.scenario.areas.get(id);
  return side && area ? areaDensity(area, side.facts.get(area.id)) : 0;
}

/** How densely a piece is built in each scenario; null where neither builds on it. */
export function pieceDensity(
  { first: firstArea, second: secondArea }: Pick<GroundPiece, 'first' | 'second'>,
  firstSide: BuiltSide | null,
  secondSide: BuiltSide | null,
): PieceDensity | null {
  const first = densityOn(firstSide, firstArea);
  const second = densityOn(secondSide, secondArea);
  return first === 0 && second === 0 ? null : { first, second, difference: second - first };
}
