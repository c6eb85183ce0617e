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
import { ResidentsOnLattice } from './residentsOnLattice';

/** Residents in groups that live together, so that what holds for a group need not be found for each of its points. */
export interface Neighbourhoods {
  readonly residents: Residents;
  /** These in the order of their groups, and where each of them stands among all. */
  readonly grouped: Pick<Residents, 'points' | 'weights'>;
  readonly order: Uint32Array;
  /** Where the points of each group start, by number, and at the end where the last one ends. */
  readonly starts: Uint32Array;
  readonly bounds: readonly PlanarBounds[];
  /** The rectangle around all points; null when there are none. */
  readonly extent: PlanarBounds | null;
}

/**
 * Groups residents, those in the outlines apart from those outside: with these outlines none is cut, so that what is found
 * of whole neighbourhoods is all that is asked for.
 */
function neighbourhoodsOf(residents: Residents, outlines: readonly LonLatMultiPolygon[]): Neighbourhoods {
  const { points, weights } = residents;
  const extent = multiPolygonBounds([[points]]);
  const isInTown = coverOf(outlines, extent);
  const order = new Uint32Array(weights.length);
  const starts = [0];
  const bounds: PlanarBounds[] = [];
  let count = 0;
  const close = (): void => {
    if (count > starts.at(-1)!) starts.push(count);
  };
  for (let from = 0, to = 0; from < weights.length; from = to) {
    to = endOfGroup(points, from);
    const mayBeIn = isInTown.meets(pointBounds(points, from, to)!);
    const outside: number[] = [];
    for (let point = from; point < to; point += 1) {
      if (mayBeIn && !isInTown.at(points[2 * point]!, points[2 * point + 1]!)) {
        outside.push(point);
      } else {
        order[count] = point;
        count += 1;
      }
    }
    close();
    for (const point of outside) {
      order[count] = point;
      count += 1;
    }
    close();
  }
  const grouped = chosenResidents(residents, order);
  for (let group = 0; group + 1 < starts.length; group += 1) {
    bounds.push(pointBounds(grouped.points, starts[group]!, starts[group + 1]!)!);
  }
  return { residents, grouped, order, starts: Uint32Array.from(starts), bounds, extent };
}

/** Residents who live outside the towns. */
export interface ResidentsOutside {
  readonly residents: Residents;
  /** The same by where they live, in the frame of the data set's ground. */
  readonly onLattice: ResidentsOnLattice;
  /** Neighbourhoods, by number, that lie outside with all their points. */
  readonly whole: Uint32Array;
  /** Those of neighbourhoods that an outline cuts: none with the outlines of the data set. */
  readonly rest: Pick<Residents, 'points' | 'weights'>;
}

/** Finds who lives outside all of the outlines: by the middle of the lattice cell that they live in. */
function residentsOutside(neighbourhoods: Neighbourhoods, frame: LatticeFrame, outlines: readonly LonLatMultiPolygon[]): ResidentsOutside {
  const { residents, grouped, order, starts, bounds, extent } = neighbourhoods;
  const { points } = grouped;
  const isInTown = coverOf(outlines, extent);
  const isOutside = new Uint8Array(order.length);
  const whole: number[] = [];
  const rest: number[] = [];
  bounds.forEach((around, group) => {
    const [from, to] = [starts[group]!, starts[group + 1]!];
    const mayBeIn = isInTown.meets(around);
    const outside: number[] = [];
    for (let point = from; point < to; point += 1) {
      if (mayBeIn && isInTown.at(points[2 * point]!, points[2 * point + 1]!)) continue;
      isOutside[order[point]!] = 1;
      outside.push(point);
    }
    if (outside.length === to - from) whole.push(group);
    else rest.push(...outside);
  });
  const outsiders: number[] = [];
  for (let resident = 0; resident < isOutside.length; resident += 1) if (isOutside[resident] === 1) outsiders.push(resident);
  const chosen = chosenResidents(residents, outsiders);
  const all: Residents = { ...chosen, total: chosen.weights.reduce((sum, weight) => sum + weight, 0) };
  return {
    residents: all,
    onLattice: new ResidentsOnLattice(frame, all),
    whole: Uint32Array.from(whole),
    rest: chosenResidents(grouped, rest),
  };
}

function chosenResidents({ points, weights }: Pick<Residents, 'points' | 'weights'>, chosen: ArrayLike<number>): Pick<Residents, 'points' | 'weights'> {
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
    const neighbourhoods = neighbourhoodsOf(residents, outlines);
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
