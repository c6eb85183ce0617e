import Flatbush from 'flatbush';
import FlatQueue from 'flatqueue';
import { edgeGap, edgeRuns, type EdgeRuns } from '../geometry/distance';
import type { PlanarMultiPolygon } from '../geometry/shapes';
import {
  CONNECTIVITY_HALF_DISTANCE_METRES,
  CONNECTIVITY_LOSS_WORST,
  CONNECTIVITY_REACH_METRES,
  GREEN_NODE_MINIMUM_DAA,
  MARKA_NODE_DAA,
  SQUARE_METRES_PER_DAA,
} from '../method/parameters';
import type { PartValue } from './blueGreen';
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
  const isNode = groups.map((_, index) => groupAreas[index]! >= GREEN_NODE_MINIMUM_DAA * SQUARE_METRES_PER_DAA);
  const markaRuns = edgeRuns(marka);
  const runs = groups.map(({ polygons }, index) => (isNode[index] ? edgeRuns(polygons) : null));
  const areas = Float64Array.from(groups, (_, index) => (isNode[index] ? groupAreas[index]! : 0));
  const meetsMarka = groups.map((group) => group.meetsMarka);
  if (!markaRuns) return withWeights(-1, areas, leastSums(directGaps(runs, meetsMarka, -1)));
  const allAreas = new Float64Array(areas.length + 1);
  allAreas.set(areas);
  allAreas[areas.length] = MARKA_NODE_DAA * SQUARE_METRES_PER_DAA;
  return withWeights(areas.length, allAreas, leastSums(directGaps([...runs, markaRuns], meetsMarka, areas.length)));
}

interface Gap {
  readonly node: number;
  readonly metres: number;
}

/**
 * Edge-to-edge gaps below the reach, for each node. What of a group lies inside Marka need not be cut off first: it
 * makes no chain shorter than by way of Marka itself.
 */
function directGaps(
  runs: readonly (EdgeRuns | null)[],
  meetsMarka: readonly boolean[],
  markaNode: number,
): readonly (readonly Gap[])[] {
  const gaps: Gap[][] = runs.map(() => []);
  if (runs.length === 0) return gaps;
  const index = new Flatbush(runs.length);
  for (const run of runs) {
    if (run) index.add(run.bounds.minX, run.bounds.minY, run.bounds.maxX, run.bounds.maxY);
    else index.add(Infinity, Infinity, Infinity, Infinity);
  }
  index.finish();
  runs.forEach((run, node) => {
    if (!run) return;
    const { minX, minY, maxX, maxY } = run.bounds;
    const reach = CONNECTIVITY_REACH_METRES;
    for (const other of index.search(minX - reach, minY - reach, maxX + reach, maxY + reach)) {
      const otherRun = runs[other];
      if (other <= node || !otherRun) continue;
      // `edgeGap` knows only gaps below its reach; a gap of just the reach still binds.
      const metres = other === markaNode && meetsMarka[node] ? 0 : edgeGap(run, otherRun, 2 * reach);
      if (metres > reach) continue;
      gaps[node]?.push({ node: other, metres });
      gaps[other]?.push({ node, metres });
    }
  });
  return gaps;
}

/** Least sums of gaps along chains of nodes, up to the reach, for each node. */
function leastSums(gaps: readonly (readonly Gap[])[]): readonly (readonly Gap[])[] {
  const best = new Float64Array(gaps.length).fill(Infinity);
  const queue = new FlatQueue();
  return gaps.map((_, start) => {
    const reached: Gap[] = [];
    const seen: number[] = [start];
    best[start] = 0;
    queue.push(start, 0);
    while (queue.length > 0) {
      const metres = queue.peekValue() ?? 0;
      const node = queue.pop() ?? start;
      if (metres > best[node]!) continue;
      reached.push({ node, metres });
      for (const gap of gaps[node] ?? []) {
        const sum = metres + gap.metres;
        if (sum > CONNECTIVITY_REACH_METRES || sum >= best[gap.node]!) continue;
        if (best[gap.node] === Infinity) seen.push(gap.node);
        best[gap.node] = sum;
        queue.push(gap.node, sum);
      }
    }
    for (const node of seen) best[node] = Infinity;
    return reached.sort((a, b) => a.node - b.node);
  });
}

function withWeights(
  markaNode: number,
  areas: Float64Array,
  sums: readonly (readonly Gap[])[],
): ConnectivityNetwork {
  const rowStarts = new Uint32Array(areas.length + 1);
  sums.forEach((row, node) => {
    rowStarts[node + 1] = rowStarts[node]! + row.length;
  });
  const columns = new Uint32Array(rowStarts[areas.length]!);
  const weights = new Float64Array(columns.length);
  const reachedAreas = new Float64Array(areas.length);
  let squaredArea = 0;
  sums.forEach((row, node) => {
    row.forEach(({ node: other, metres }, position) => {
      const weight = 2 ** -(metres / CONNECTIVITY_HALF_DISTANCE_METRES);
      columns[rowStarts[node]! + position] = other;
      weights[rowStarts[node]! + position] = weight;
      reachedAreas[node]! += areas[other]! * weight;
    });
    squaredArea += areas[node]! * reachedAreas[node]!;
  });
  return { markaNode, areas, rowStarts, columns, weights, reachedAreas, squaredArea };
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
    if (own === 0 || node >= areas.length) continue;
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
