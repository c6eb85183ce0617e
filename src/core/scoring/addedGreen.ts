import { multiPolygonBounds } from '../geometry/area';
import { intersection, union } from '../geometry/booleans';
import { areInContact, CONTACT_METRES } from '../geometry/contact';
import { edgeRuns, squaredBoundsGap, type EdgeRuns } from '../geometry/distance';
import { toPlanarMultiPolygon } from '../geometry/projection';
import { clipPolygons } from '../geometry/ringSplitting';
import type { LonLatMultiPolygon, PlanarBounds, PlanarMultiPolygon, PlanarPolygon } from '../geometry/shapes';
import { withGreenAdded, type AreaGround } from './areaGround';
import type { Baseline } from './baseline';
import { connectivityWith, type ConnectivityNetwork } from './connectivity';
import type { GreenGroup, GreenStructure } from './greenGroups';
import { addedGreenIn } from './ground';
import type { NearbyGreen } from './nearbyGreen';
import { nearbyGreenWith } from './nearbyGreenAdded';

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
  const { green, ground, landRaster, connectivity, nearbyGreen } = baseline;
  if (!green || !connectivity || !nearbyGreen) return null;
  const { structure, areas } = green;
  const groupCount = structure.groups.length;
  const roots = joinedTo(structure, pieces);
  const markaRuns = structure.marka.map((polygon) => edgeRuns([polygon]));
  const added = pieces.map(({ polygon }, index) => ({
    group: roots[groupCount + index]!,
    green: { polygons: [polygon], meetsMarka: markaRuns.some((runs) => meet(edgeRuns([polygon]), runs)) },
  }));
  const groupAreas = new Float64Array(roots.length);
  const meetsMarka = new Uint8Array(roots.length);
  const addTo = (group: number, area: number, member: GreenGroup): void => {
    groupAreas[group]! += area;
    if (member.meetsMarka) meetsMarka[group] = 1;
  };
  structure.groups.forEach((group, index) => addTo(roots[index]!, areas.byGroup[index]!, group));
  added.forEach((piece, index) => addTo(piece.group, pieces[index]!.newSquareMetres, piece.green));
  const groupOf = roots.slice(0, groupCount);
  // Pieces of nearby green are the groups, and Marka with all that meets it.
  const pieceOf = (group: number): number => (meetsMarka[group] === 1 ? roots.length : group);
  const pieceAreas = new Float64Array(roots.length + 1);
  pieceAreas[roots.length] = areas.marka;
  groupAreas.forEach((area, group) => {
    pieceAreas[pieceOf(group)]! += area;
  });
  return {
    nodeOfGroup: groupOf,
    nodeOfPiece: roots.slice(groupCount),
    connectivity: connectivityWith(connectivity, structure.groups, { groupOf, groupAreas, added }),
    nearbyGreen: nearbyGreenWith(
      nearbyGreen,
      {
        pieceOf: [...Array.from(groupOf, pieceOf), roots.length],
        pieceAreas,
        added: added.map(({ group, green: { polygons } }) => ({ piece: pieceOf(group), polygons })),
      },
      ground,
      landRaster,
    ),
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
