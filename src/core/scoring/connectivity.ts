import { edgeRuns } from '../geometry/distance';
import type { PlanarMultiPolygon } from '../geometry/shapes';
import {
  CONNECTIVITY_HALF_DISTANCE_METRES,
  CONNECTIVITY_LOSS_WORST,
  GREEN_NODE_MINIMUM_DAA,
  MARKA_NODE_DAA,
  SQUARE_METRES_PER_DAA,
} from '../method/parameters';
import type { PartValue } from './blueGreen';
import { GreenGaps, leastSums, type GapList, type GreenOutline, type SumRows } from './greenGaps';
import type { GreenGroup } from './greenGroups';

/**
 * The green structure as a network of nodes (method §5 B3; Saura et al. 2011, equivalent connected area). Symmetric
 * weights `p` are kept for pairs within reach, both ways, as compressed rows. Every group of green is a node, by its
 * number; those that are too small to count have no area and no weights. Marka, where there is one, is the node after them.
 */
export interface ConnectivityNetwork {
  /** Index of the Marka node, -1 without one. */
  readonly markaNode: number;
  /** Node areas before building, m². */
  readonly areas: Float64Array;
  readonly rowStarts: Uint32Array;
  readonly columns: Uint32Array;
  readonly weights: Float64Array;
  /** Σj a_j p_ij, for each node. */
  readonly reachedAreas: Float64Array;
  /** ECA², m⁴. */
  readonly squaredArea: number;
  /** The gaps between nodes that all this comes from. */
  readonly gaps: GreenGaps;
}

/**
 * Builds the network of green groups outside Marka, and Marka itself, once per data set.
 *
 * @param groupAreas green outside Marka by group, m².
 */
export function connectivityNetwork(
  groups: readonly GreenGroup[],
  groupAreas: ArrayLike<number>,
  marka: PlanarMultiPolygon,
): ConnectivityNetwork {
  const markaRuns = edgeRuns(marka);
  const areas = nodeAreas(groupAreas, groups.length, markaRuns !== null);
  const outlines = groups.map((group, index) => (areas[index]! > 0 ? greenOutline(group) : null));
  const markaNode = markaRuns ? groups.length : -1;
  const all = markaRuns ? [...outlines, { runs: markaRuns, meetsMarka: false }] : outlines;
  const gaps = new GreenGaps(all, markaNode);
  return withWeights(markaNode, areas, gaps, gaps.between);
}

/** Green that comes to a network. */
export interface JoinedGreen {
  /** The group that each old one belongs to now, by number. */
  readonly groupOf: Int32Array;
  /** Green outside Marka by group, as it is now, m². */
  readonly groupAreas: Float64Array;
  /** What is new, and the group each belongs to. */
  readonly added: readonly { readonly group: number; readonly green: GreenGroup }[];
}

/**
 * The network with green added that joins groups: gaps between what was there are known, so that only those of what is new
 * are measured. `groups` are those that the network was made of.
 */
export function connectivityWith(
  network: ConnectivityNetwork,
  groups: readonly GreenGroup[],
  { groupOf, groupAreas, added }: JoinedGreen,
): ConnectivityNetwork {
  const hasMarka = network.markaNode >= 0;
  const areas = nodeAreas(groupAreas, groupAreas.length, hasMarka);
  const markaNode = hasMarka ? groupAreas.length : -1;
  const nodeOf = (node: number): number => (node === network.markaNode ? markaNode : groupOf[node]!);
  const wereTooSmall = groups.flatMap((green, index) => (network.areas[index]! > 0 ? [] : [{ group: groupOf[index]!, green }]));
  const fresh = [...wereTooSmall, ...added].flatMap(({ group, green }) => {
    const outline = areas[group]! > 0 ? greenOutline(green) : null;
    return outline ? [{ node: group, outline }] : [];
  });
  return withWeights(markaNode, areas, network.gaps, network.gaps.withMore(nodeOf, fresh));
}

function greenOutline({ polygons, meetsMarka }: GreenGroup): GreenOutline | null {
  const runs = edgeRuns(polygons);
  return runs && { runs, meetsMarka };
}

/** Area of each node: groups too small to count have none; Marka comes last. */
function nodeAreas(groupAreas: ArrayLike<number>, count: number, hasMarka: boolean): Float64Array {
  const areas = new Float64Array(hasMarka ? count + 1 : count);
  for (let group = 0; group < count; group += 1) {
    if (groupAreas[group]! >= GREEN_NODE_MINIMUM_DAA * SQUARE_METRES_PER_DAA) areas[group] = groupAreas[group]!;
  }
  if (hasMarka) areas[count] = MARKA_NODE_DAA * SQUARE_METRES_PER_DAA;
  return areas;
}

function withWeights(markaNode: number, areas: Float64Array, gaps: GreenGaps, between: GapList): ConnectivityNetwork {
  const { rowStarts, columns, metres }: SumRows = leastSums(areas.length, between);
  const weights = new Float64Array(columns.length);
  const reachedAreas = new Float64Array(areas.length);
  let squaredArea = 0;
  for (let node = 0; node < areas.length; node += 1) {
    for (let position = rowStarts[node]!; position < rowStarts[node + 1]!; position += 1) {
      const weight = 2 ** -(metres[position]! / CONNECTIVITY_HALF_DISTANCE_METRES);
      weights[position] = weight;
      reachedAreas[node]! += areas[columns[position]!]! * weight;
    }
    squaredArea += areas[node]! * reachedAreas[node]!;
  }
  return { markaNode, areas, rowStarts, columns, weights, reachedAreas, squaredArea, gaps };
}

/**
 * ECA² when ground is taken from nodes, m⁴: `aᵀPa − 2·sᵀPa + sᵀPs`, which costs the nodes touched only.
 *
 * @param taken m² per node; never more than the node has.
 */
export function squaredAreaWithout(network: ConnectivityNetwork, taken: ReadonlyMap<number, number>): number {
  const { rowStarts, columns, weights, reachedAreas, areas } = network;
  const lost = (node: number): number => Math.min(taken.get(node) ?? 0, areas[node] ?? 0);
  let squared = network.squaredArea;
  for (const node of taken.keys()) {
    const own = lost(node);
    if (own === 0) continue;
    squared -= 2 * own * reachedAreas[node]!;
    for (let position = rowStarts[node]!; position < rowStarts[node + 1]!; position += 1) {
      const other = lost(columns[position]!);
      if (other > 0) squared += own * other * weights[position]!;
    }
  }
  return Math.max(0, squared);
}

/**
 * B3: relative loss of equivalent connected area. Null where there is no green to lose.
 *
 * @param today the network before anything is added or built; a plan that adds more than it takes loses nothing.
 */
export function connectivityPart(
  network: ConnectivityNetwork,
  taken: ReadonlyMap<number, number>,
  today: Pick<ConnectivityNetwork, 'squaredArea'> = network,
): PartValue | null {
  return connectivityLoss(squaredAreaWithout(network, taken), today.squaredArea);
}

/** B3 of ECA² after and before, m⁴. Null where there was no green to lose. */
export function connectivityLoss(squaredAfter: number, squaredBefore: number): PartValue | null {
  if (squaredBefore <= 0) return null;
  const loss = Math.max(0, 1 - Math.sqrt(squaredAfter / squaredBefore));
  return { value: loss, score: 100 * Math.max(0, 1 - loss / CONNECTIVITY_LOSS_WORST) };
}
