import { multiPolygonArea, multiPolygonBounds } from '../../geometry/area';
import { intersection, union } from '../../geometry/booleans';
import { roundOutline } from '../../geometry/coordinates';
import { outlineFaults, toLonLatMultiPolygon, toPlanarMultiPolygon, toPlanarRing } from '../../geometry/projection';
import type { LonLatMultiPolygon, LonLatPolygon, PlanarMultiPolygon } from '../../geometry/shapes';

/** A plan object is one surface: a polygon with eight decimals of a degree, rings closed and right-handed. */
export type Surface = LonLatPolygon;

/** The surfaces of an outline. One that crosses itself is mended first; any other keeps its very positions. */
export function surfacesOf(outline: LonLatMultiPolygon): readonly Surface[] {
  const isSound = outlineFaults(outline).length === 0;
  return roundOutline(isSound ? outline : toLonLatMultiPolygon(toPlanarMultiPolygon(outline)));
}

/** Area of a surface in EPSG:25832, m². */
export function surfaceArea(surface: Surface): number {
  return multiPolygonArea([surface.map(toPlanarRing)]);
}

/** A surface with those of the outlines it was made of, by their positions. */
export interface DissolvedSurface {
  readonly surface: Surface;
  readonly members: readonly number[];
}

function overlap(part: PlanarMultiPolygon, other: PlanarMultiPolygon): number {
  const [one, two] = [multiPolygonBounds(part), multiPolygonBounds(other)];
  if (!one || !two || one.minX > two.maxX || two.minX > one.maxX || one.minY > two.maxY || two.minY > one.maxY) return 0;
  return multiPolygonArea(intersection(part, other));
}

/** The part that holds most of an outline. */
function homeOf(outline: PlanarMultiPolygon, parts: readonly PlanarMultiPolygon[]): number {
  const shares = parts.map((part) => overlap(part, outline));
  return shares.indexOf(Math.max(...shares));
}

/** Outlines joined to as few surfaces as they make; each outline is a member of the surface that holds most of it. */
export function dissolve(outlines: readonly LonLatMultiPolygon[]): readonly DissolvedSurface[] {
  const planar = outlines.map(toPlanarMultiPolygon);
  const parts = union(...planar)
    .map((polygon) => roundOutline(toLonLatMultiPolygon([polygon]))[0])
    .filter((surface) => surface !== undefined);
  const planarParts = parts.map((surface): PlanarMultiPolygon => [surface.map(toPlanarRing)]);
  const homes = planar.map((outline) => homeOf(outline, planarParts));
  return parts.map((surface, part) => ({
    surface,
    members: homes.flatMap((home, index) => (home === part ? [index] : [])),
  }));
}
