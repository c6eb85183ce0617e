import Flatbush from 'flatbush';
import FlatQueue from 'flatqueue';
import { edgeGap, type EdgeRuns } from '../geometry/distance';
import { CONNECTIVITY_REACH_METRES } from '../method/parameters';

/** Outline of a node of green. */
export interface GreenOutline {
  readonly runs: EdgeRuns;
  /** Such a node has no gap to Marka. */
  readonly meetsMarka: boolean;
}

/** Pairs of nodes, all that are within reach of each other among them, one after the other; a pair may come more than once. */
export interface GapList {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly metres: readonly number[];
}

/**
 * Edge-to-edge gaps between nodes of green that lie within reach. What of a group lies inside Marka need not be cut off
 * first: it makes no chain shorter than by way of Marka itself.
 */
export class GreenGaps {
  /** Each pair once. */
  readonly between: GapList;
  private readonly outlines: readonly (GreenOutline | null)[];
  private readonly markaNode: number;
  private readonly index: Flatbush | null;

  /** @param outlines by node; null for numbers that are no nodes. @param markaNode the last one; -1 without one. */
  constructor(outlines: readonly (GreenOutline | null)[], markaNode: number) {
    this.outlines = outlines;
    this.markaNode = markaNode;
    this.index = indexOf(outlines);
    const between = { from: [] as number[], to: [] as number[], metres: [] as number[] };
    outlines.forEach((outline, node) => {
      if (outline) this.visitNear(outline, node + 1, (other, metres) => addGap(between, node, other, metres));
    });
    this.between = between;
  }

  /**
   * The gaps when nodes are put together and outlines are added to them: pairs may come more than once.
   *
   * @param nodeOf the new number of a node.
   * @param added outlines that belong to new numbers.
   */
  withMore(nodeOf: (node: number) => number, added: readonly { readonly node: number; readonly outline: GreenOutline }[]): GapList {
    const { from, to, metres } = this.between;
    const list = { from: [] as number[], to: [] as number[], metres: [] as number[] };
    from.forEach((node, position) => addGap(list, nodeOf(node), nodeOf(to[position]!), metres[position]!));
    added.forEach(({ node, outline }, position) => {
      this.visitNear(outline, 0, (other, gap) => addGap(list, node, nodeOf(other), gap));
      for (const other of added.slice(position + 1)) {
        addGap(list, node, other.node, gapBetween(outline, other.outline));
      }
    });
    return list;
  }

  /** Visits nodes from a number on within reach of an outline. */
  private visitNear(outline: GreenOutline, firstNode: number, visit: (node: number, metres: number) => void): void {
    const { minX, minY, maxX, maxY } = outline.runs.bounds;
    const reach = CONNECTIVITY_REACH_METRES;
    for (const node of this.index?.search(minX - reach, minY - reach, maxX + reach, maxY + reach) ?? []) {
      const other = this.outlines[node];
      if (node < firstNode || !other) continue;
      const touches = node === this.markaNode && outline.meetsMarka;
      const metres = touches ? 0 : gapBetween(outline, other);
      if (metres <= reach) visit(node, metres);
    }
  }
}

/** The gap between two outlines; more than the reach where they lie farther apart. */
function gapBetween(one: GreenOutline, other: GreenOutline): number {
  // `edgeGap` knows only gaps below its reach; a gap of just the reach still binds.
  return edgeGap(one.runs, other.runs, CONNECTIVITY_REACH_METRES + 1);
}

function addGap(list: { from: number[]; to: number[]; metres: number[] }, from: number, to: number, metres: number): void {
  if (from === to) return;
  list.from.push(from);
  list.to.push(to);
  list.metres.push(metres);
}

function indexOf(outlines: readonly (GreenOutline | null)[]): Flatbush | null {
  if (outlines.length === 0) return null;
  const index = new Flatbush(outlines.length);
  for (const outline of outlines) {
    const { minX, minY, maxX, maxY } = outline?.runs.bounds ?? { minX: Infinity, minY: Infinity, maxX: Infinity, maxY: Infinity };
    index.add(minX, minY, maxX, maxY);
  }
  index.finish();
  return index;
}

/** For each node the nodes that chains of gaps reach from it, itself among them, in rising order: compressed rows. */
export interface SumRows {
  readonly rowStarts: Uint32Array;
  readonly columns: Uint32Array;
  /** Least sum of gaps along a chain. */
  readonly metres: Float64Array;
}

/** Least sums of gaps along chains of nodes, up to the reach, for each node (Dijkstra). */
export function leastSums(nodeCount: number, gaps: GapList): SumRows {
  const neighbours = neighbourRows(nodeCount, gaps);
  const best = new Float64Array(nodeCount).fill(Infinity);
  const queue = new FlatQueue();
  const rowStarts = new Uint32Array(nodeCount + 1);
  const columns: number[] = [];
  const metres: number[] = [];
  for (let start = 0; start < nodeCount; start += 1) {
    const seen = [start];
    best[start] = 0;
    queue.push(start, 0);
    while (queue.length > 0) {
      const walked = queue.peekValue() ?? 0;
      const node = queue.pop() ?? start;
      if (walked > best[node]!) continue;
      for (let position = neighbours.rowStarts[node]!; position < neighbours.rowStarts[node + 1]!; position += 1) {
        const next = neighbours.columns[position]!;
        const sum = walked + neighbours.metres[position]!;
        if (sum > CONNECTIVITY_REACH_METRES || sum >= best[next]!) continue;
        if (best[next] === Infinity) seen.push(next);
        best[next] = sum;
        queue.push(next, sum);
      }
    }
    seen.sort((one, other) => one - other);
    for (const node of seen) {
      columns.push(node);
      metres.push(best[node]!);
      best[node] = Infinity;
    }
    rowStarts[start + 1] = columns.length;
  }
  return { rowStarts, columns: Uint32Array.from(columns), metres: Float64Array.from(metres) };
}

/** The gaps of each node, both ways. */
function neighbourRows(nodeCount: number, { from, to, metres }: GapList): SumRows {
  // Counted two places on, so that filling a row moves its start to where the next one's belongs.
  const starts = new Uint32Array(nodeCount + 2);
  for (const ends of [from, to]) for (const node of ends) starts[node + 2]! += 1;
  for (let row = 2; row < starts.length; row += 1) starts[row]! += starts[row - 1]!;
  const columns = new Uint32Array(2 * from.length);
  const gaps = new Float64Array(2 * from.length);
  const put = (node: number, other: number, gap: number): void => {
    const place = starts[node + 1]!;
    columns[place] = other;
    gaps[place] = gap;
    starts[node + 1] = place + 1;
  };
  for (let index = 0; index < from.length; index += 1) {
    put(from[index]!, to[index]!, metres[index]!);
    put(to[index]!, from[index]!, metres[index]!);
  }
  return { rowStarts: starts.subarray(0, nodeCount + 1), columns, metres: gaps };
}
