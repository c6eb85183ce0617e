import { multiPolygonArea } from '../geometry/area';
import { difference, union } from '../geometry/booleans';
import { latticePoints, representativePoint } from '../geometry/lattice';
import { boxesMeet, lonLatBox } from '../geometry/lonLatBox';
import { toLonLat, toLonLatMultiPolygon, toPlanarMultiPolygon } from '../geometry/projection';
import type { LonLat, LonLatMultiPolygon, PlanarMultiPolygon } from '../geometry/shapes';
import { CONFLICT_MINIMUM_SQUARE_METRES, LATTICE_METRES } from '../method/parameters';

/** What protections leave of an outline. */
export interface BuildableOutline {
  /** The outline less what is protected; the very same object where nothing is. */
  readonly outline: LonLatMultiPolygon;
  /** Ground of it that is protected, m². */
  readonly protectedSquareMetres: number;
}

const WHOLE = { protectedSquareMetres: 0 } as const;

/** Ground that a scenario protects, and what it leaves of areas: each outline object is cut once. */
export class ProtectedGround {
  private readonly outlines: readonly LonLatMultiPolygon[];
  private readonly left = new WeakMap<LonLatMultiPolygon, BuildableOutline>();

  constructor(outlines: readonly LonLatMultiPolygon[]) {
    this.outlines = outlines;
  }

  /** What is left of an outline to build on. An overlap too small to be a conflict leaves it whole. */
  buildable(outline: LonLatMultiPolygon): BuildableOutline {
    let left = this.left.get(outline);
    if (!left) {
      left = this.cut(outline);
      this.left.set(outline, left);
    }
    return left;
  }

  /** A place inside the outline that is protected, for the map to go to; null where none is. */
  positionIn(outline: LonLatMultiPolygon): LonLat | null {
    const removed = difference(toPlanarMultiPolygon(outline), toPlanarMultiPolygon(this.buildable(outline).outline));
    const points = latticePoints(removed, LATTICE_METRES);
    const middle = 2 * Math.floor(points.length / 4);
    if (points.length > 0) return toLonLat({ x: points[middle]!, y: points[middle + 1]! });
    const substitute = representativePoint(removed);
    return substitute && toLonLat(substitute);
  }

  private cut(outline: LonLatMultiPolygon): BuildableOutline {
    const box = lonLatBox(outline);
    const near = this.outlines.filter((other) => boxesMeet(lonLatBox(other), box));
    if (near.length === 0) return { outline, ...WHOLE };
    const whole = toPlanarMultiPolygon(outline);
    const rest = difference(whole, joined(near));
    const protectedSquareMetres = multiPolygonArea(whole) - multiPolygonArea(rest);
    if (protectedSquareMetres < CONFLICT_MINIMUM_SQUARE_METRES) return { outline, ...WHOLE };
    return { outline: toLonLatMultiPolygon(rest), protectedSquareMetres };
  }
}

function joined(outlines: readonly LonLatMultiPolygon[]): PlanarMultiPolygon {
  return union(...outlines.map(toPlanarMultiPolygon));
}
