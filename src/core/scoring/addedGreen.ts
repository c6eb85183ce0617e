import { multiPolygonBounds } from '../geometry/area';
import { intersection, union } from '../geometry/booleans';
import { areInContact, CONTACT_METRES } from '../geometry/contact';
import { edgeRuns, squaredBoundsGap, type EdgeRuns } from '../geometry/distance';
import { toPlanarMultiPolygon } from '../geometry/projection';
import { clipPolygons } from '../geometry/ringSplitting';
import type { LonLatMultiPolygon, PlanarBounds, PlanarMultiPolygon, PlanarPolygon } from '../geometry/shapes';
import { withGreenAdded, type AreaGround } from './areaGround';
import type { Baseline } from './baseline';
import { connectivityNetwork, type ConnectivityNetwork } from './connectivity';
import type { GreenGroup, GreenStructure } from './greenGroups';
import { addedGreenIn } from './ground';
import { nearbyGreen, type NearbyGreen } from './nearbyGreen';

/** A connected piece of green that a scenario adds. */
interface Piece {
  readonly polygon: PlanarPolygon;
  readonly bounds: PlanarBounds;
  /** Ground in it that was not green: built-up and other land, m². */
  readonly newSquareMetres: number;
}

/** What a scenario's added green makes of the green structure. */
interface StructureAfter {
  /** Node of the connectivity network that each group of the data set's green belongs to. */
  readonly nodeOfGroup: Int32Array;
  readonly nodeOfPiece: Int32Array;
  readonly connectivity: ConnectivityNetwork;
  readonly nearbyGreen: NearbyGreen;
}

/**
 * Green that a scenario adds. Built-up and other land in it counts as green; farmland, Marka, sea and lakes stay what they
 * are, by the account's order of precedence. What is measured is exact: the overlay of the data set is asked once more for
 * the ground that an area shares with the added green, and the green structure is grouped anew.
 */
export class AddedGreen {
  private readonly baseline: Baseline;
  private readonly pieces: readonly Piece[];
  private readonly after: StructureAfter | null;
  private readonly grounds = new WeakMap<AreaGround, AreaGround>();

  constructor(baseline: Baseline, outlines: readonly LonLatMultiPolygon[]) {
    this.baseline = baseline;
    const { tree, bounds } = baseline.ground;
    this.pieces = union(...outlines.map((outline) => clipPolygons(toPlanarMultiPolygon(outline), bounds))).flatMap(
      (polygon) => {
        const extent = multiPolygonBounds([polygon]);
        if (!extent) return [];
        const { builtUp, other } = addedGreenIn(tree.overlay([polygon]));
        return [{ polygon, bounds: extent, newSquareMetres: builtUp + other }];
      },
    );
    this.after = structureAfter(baseline, this.pieces);
  }

  /** The green structure as a network with the added green in it; null when B3 is not scored. */
  get connectivity(): ConnectivityNetwork | null {
    return this.after?.connectivity ?? null;
  }

  /** The green as those who live near see it, with the added green in it; null when B5 is not scored. */
  get nearbyGreen(): NearbyGreen | null {
    return this.after?.nearbyGreen ?? null;
  }

  /** Ground under an outline, with what of it the scenario makes green. The same object where that is nothing. */
  groundUnder(ground: AreaGround, outline: LonLatMultiPolygon): AreaGround {
    let changed = this.grounds.get(ground);
    if (!changed) {
      changed = this.measure(ground, outline);
      this.grounds.set(ground, changed);
    }
    return changed;
  }

  private measure(ground: AreaGround, outline: LonLatMultiPolygon): AreaGround {
    const planar = toPlanarMultiPolygon(outline);
    const bounds = multiPolygonBounds(planar);
    if (!bounds) return ground;
    const { after } = this;
    const shared = this.pieces.flatMap((piece, index) => {
      if (squaredBoundsGap(piece.bounds, bounds) > 0) return [];
      const overlap = intersection(clipPolygons(planar, piece.bounds), [piece.polygon]);
      const added = addedGreenIn(this.baseline.ground.tree.overlay(overlap));
      return added.builtUp + added.other > 0 ? [{ ...added, node: after ? after.nodeOfPiece[index]! : -1 }] : [];
    });
    return withGreenAdded(ground, shared, (node) => after?.nodeOfGroup[node] ?? node);
  }
}

/** Groups the green anew with the added pieces in it. Groups keep their numbers; those that are joined to another are left empty. */
function structureAfter(baseline: Baseline, pieces: readonly Piece[]): StructureAfter | null {
  const { green, ground, landRaster } = baseline;
  if (!green) return null;
  const { structure, areas } = green;
  const groupCount = structure.groups.length;
  const roots = joinedTo(structure, pieces);
  const byGroup = new Float64Array(groupCount + pieces.length);
  const members: number[][] = Array.from(byGroup, () => []);
  roots.forEach((root, index) => {
    byGroup[root]! += index < groupCount ? areas.byGroup[index]! : pieces[index - groupCount]!.newSquareMetres;
    members[root]?.push(index);
  });
  const markaRuns = structure.marka.map((polygon) => edgeRuns([polygon]));
  const meetsMarka = ({ polygon }: Piece): boolean => markaRuns.some((runs) => meet(edgeRuns([polygon]), runs));
  const groups = members.map((indexes): GreenGroup => {
    const whole = indexes.flatMap((index) => structure.groups[index] ?? []);
    const added = indexes.flatMap((index) => pieces[index - groupCount] ?? []);
    return {
      polygons: [...whole.flatMap(({ polygons }) => polygons), ...added.map(({ polygon }) => polygon)],
      meetsMarka: whole.some((group) => group.meetsMarka) || added.some(meetsMarka),
    };
  });
  return {
    nodeOfGroup: roots.slice(0, groupCount),
    nodeOfPiece: roots.slice(groupCount),
    connectivity: connectivityNetwork(groups, byGroup, structure.marka),
    nearbyGreen: nearbyGreen({ groups, marka: structure.marka }, { byGroup, marka: areas.marka }, ground, landRaster),
  };
}

/** For each group, and then for each piece, the lowest number of those it lies together with. */
function joinedTo({ groups }: GreenStructure, pieces: readonly Piece[]): Int32Array {
  const roots = Int32Array.from({ length: groups.length + pieces.length }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (roots[root] !== root) root = roots[root]!;
    return root;
  };
  pieces.forEach((piece, index) => {
    const runs = edgeRuns([piece.polygon]);
    groups.forEach(({ polygons }, group) => {
      if (!touches(polygons, piece, runs)) return;
      const [one, other] = [rootOf(group), rootOf(groups.length + index)];
      roots[Math.max(one, other)] = Math.min(one, other);
    });
  });
  return roots.map((_, index) => rootOf(index));
}

function touches(polygons: PlanarMultiPolygon, { bounds }: Piece, runs: EdgeRuns | null): boolean {
  return polygons.some((polygon) => {
    const extent = multiPolygonBounds([polygon]);
    if (!extent || squaredBoundsGap(extent, bounds) > CONTACT_METRES * CONTACT_METRES) return false;
    return meet(edgeRuns([polygon]), runs);
  });
}

function meet(one: EdgeRuns | null, other: EdgeRuns | null): boolean {
  return one !== null && other !== null && areInContact(one, other);
}
