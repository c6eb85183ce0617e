import { multiPolygonBounds } from '../geometry/area';
import { expandBounds, jointBounds } from '../geometry/bounds';
import { squaredBoundsGap } from '../geometry/distance';
import { LatticeRaster, type LatticeFrame } from '../geometry/latticeFrame';
import { toPlanarMultiPolygon } from '../geometry/projection';
import { clipPolygons } from '../geometry/ringSplitting';
import type { LonLatMultiPolygon, PlanarBounds } from '../geometry/shapes';
import { LATTICE_METRES } from '../method/parameters';
import { LatestFew, sameItems } from './latestFew';
import { endOfGroup, pointBounds } from './pointGroups';
import type { Residents } from './residents';

/** Residents in groups that live together, so that what holds for a group need not be found for each of its points. */
export interface Neighbourhoods {
  readonly residents: Residents;
  /** Where the points of each group start, by number, and at the end where the last one ends. */
  readonly starts: Uint32Array;
  readonly bounds: readonly PlanarBounds[];
  /** The rectangle around all points; null when there are none. */
  readonly extent: PlanarBounds | null;
}

/** Groups residents. */
function neighbourhoodsOf(residents: Residents): Neighbourhoods {
  const { points, weights } = residents;
  const starts = [0];
  const bounds: PlanarBounds[] = [];
  for (let from = 0, to = 0; from < weights.length; from = to) {
    to = endOfGroup(points, from);
    bounds.push(pointBounds(points, from, to)!);
    starts.push(to);
  }
  return { residents, starts: Uint32Array.from(starts), bounds, extent: multiPolygonBounds([[points]]) };
}

/** Residents who live outside the towns. */
export interface ResidentsOutside {
  readonly residents: Residents;
  /** The cell of each of them in the frame of the data set's ground. */
  readonly cells: Int32Array;
  /** Neighbourhoods, by number, that lie outside with all their points. */
  readonly whole: Uint32Array;
  /** Those of neighbourhoods that an outline cuts. */
  readonly rest: Pick<Residents, 'points' | 'weights'>;
}

/** Finds who lives outside all of the outlines: by the middle of the lattice cell that they live in. */
function residentsOutside(neighbourhoods: Neighbourhoods, frame: LatticeFrame, outlines: readonly LonLatMultiPolygon[]): ResidentsOutside {
  const { residents, starts, bounds, extent } = neighbourhoods;
  const { points, weights } = residents;
  const isInTown = coverOf(outlines, extent);
  const whole: number[] = [];
  const outside: number[] = [];
  const rest: number[] = [];
  bounds.forEach((around, group) => {
    const [from, to] = [starts[group]!, starts[group + 1]!];
    const before = outside.length;
    const mayBeIn = isInTown.meets(around);
    for (let point = from; point < to; point += 1) {
      if (!mayBeIn || !isInTown.at(points[2 * point]!, points[2 * point + 1]!)) outside.push(point);
    }
    const count = outside.length - before;
    if (count === to - from) whole.push(group);
    else for (let index = before; index < outside.length; index += 1) rest.push(outside[index]!);
  });
  const chosen = chosenResidents(residents, outside);
  return {
    residents: { ...chosen, total: chosen.weights.reduce((sum, weight) => sum + weight, 0) },
    cells: frame.cellsOf(chosen.points),
    whole: Uint32Array.from(whole),
    rest: chosenResidents({ points, weights }, rest),
  };
}

function chosenResidents({ points, weights }: Pick<Residents, 'points' | 'weights'>, chosen: readonly number[]): Pick<Residents, 'points' | 'weights'> {
  const chosenPoints = new Float64Array(2 * chosen.length);
  const chosenWeights = new Float64Array(chosen.length);
  for (let index = 0; index < chosen.length; index += 1) {
    const point = chosen[index]!;
    chosenPoints[2 * index] = points[2 * point]!;
    chosenPoints[2 * index + 1] = points[2 * point + 1]!;
    chosenWeights[index] = weights[point]!;
  }
  return { points: chosenPoints, weights: chosenWeights };
}

/** Sets of town outlines, besides those of the data set, of which the residents outside are kept. */
const KEPT_TOWN_OUTLINES = 4;

/** Who lives outside the towns: found once for the outlines of the data set, and kept of the latest few that scenarios draw. */
export class OutsideBook {
  readonly neighbourhoods: Neighbourhoods;
  private readonly usualOutlines: readonly LonLatMultiPolygon[];
  private readonly usual: ResidentsOutside;
  private readonly others: LatestFew<LonLatMultiPolygon, ResidentsOutside>;

  constructor(residents: Residents, frame: LatticeFrame, outlines: readonly LonLatMultiPolygon[]) {
    const neighbourhoods = neighbourhoodsOf(residents);
    this.neighbourhoods = neighbourhoods;
    this.usualOutlines = outlines;
    this.usual = residentsOutside(neighbourhoods, frame, outlines);
    this.others = new LatestFew(KEPT_TOWN_OUTLINES, (drawn: readonly LonLatMultiPolygon[]) => residentsOutside(neighbourhoods, frame, drawn));
  }

  /** The residents outside all of the outlines; the same object for the same ones. */
  of(outlines: readonly LonLatMultiPolygon[]): ResidentsOutside {
    return sameItems(outlines, this.usualOutlines) ? this.usual : this.others.of(outlines);
  }
}

/** Lattice cells whose middle lies in any of the outlines, as far as the residents' extent. */
interface TownCover {
  readonly meets: (bounds: PlanarBounds) => boolean;
  readonly at: (x: number, y: number) => boolean;
}

const NOWHERE: TownCover = { meets: () => false, at: () => false };

function coverOf(outlines: readonly LonLatMultiPolygon[], extent: PlanarBounds | null): TownCover {
  if (!extent) return NOWHERE;
  const polygons = outlines.map((outline) => clipPolygons(toPlanarMultiPolygon(outline), expandBounds(extent, LATTICE_METRES)));
  const around = jointBounds(polygons);
  if (!around) return NOWHERE;
  const extended = expandBounds(around, LATTICE_METRES);
  const raster = new LatticeRaster(extended, LATTICE_METRES);
  for (const outline of polygons) raster.cover(outline, 1);
  return {
    meets: (bounds) => squaredBoundsGap(bounds, extended) === 0,
    at: (x, y) => raster.at(Math.floor(x / LATTICE_METRES), Math.floor(y / LATTICE_METRES)) !== 0,
  };
}
