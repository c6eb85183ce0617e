import type { AreaGround } from './areaGround';
import type { ConnectivityNetwork } from './connectivity';

/**
 * What areas can take of the green network (method §5 B3), as plain arrays of the nodes they lie on, so that a change of
 * dwellings costs those only.
 */
export class GreenTaking {
  private readonly network: ConnectivityNetwork;
  /** Entries of area `i` are those from `starts[i]` up to `starts[i + 1]`: its node by local number, and its green there, m². */
  private readonly starts: Uint32Array;
  private readonly nodes: Uint32Array;
  private readonly greens: Float64Array;
  /** For each local node: its size, and what it reaches. */
  private readonly sizes: Float64Array;
  private readonly reached: Float64Array;
  /** Weights between local nodes as compressed rows. */
  private readonly rowStarts: Uint32Array;
  private readonly columns: Uint32Array;
  private readonly weights: Float64Array;
  private readonly lost: Float64Array;

  constructor(network: ConnectivityNetwork, grounds: readonly AreaGround[]) {
    this.network = network;
    const localOf = new Map<number, number>();
    const nodes: number[] = [];
    const greens: number[] = [];
    const add = (node: number, green: number): void => {
      if (green <= 0 || node < 0 || node >= network.areas.length || network.areas[node]! <= 0) return;
      let local = localOf.get(node);
      if (local === undefined) {
        local = localOf.size;
        localOf.set(node, local);
      }
      nodes.push(local);
      greens.push(green);
    };
    this.starts = new Uint32Array(grounds.length + 1);
    grounds.forEach((ground, index) => {
      for (const [node, green] of ground.greenByNode) add(node, green);
      add(network.markaNode, ground.byClass.marka);
      this.starts[index + 1] = nodes.length;
    });
    this.nodes = Uint32Array.from(nodes);
    this.greens = Float64Array.from(greens);
    const own = [...localOf.keys()];
    this.sizes = Float64Array.from(own, (node) => network.areas[node]!);
    this.reached = Float64Array.from(own, (node) => network.reachedAreas[node]!);
    const columns: number[] = [];
    const weights: number[] = [];
    this.rowStarts = new Uint32Array(own.length + 1);
    own.forEach((node, row) => {
      for (let position = network.rowStarts[node]!; position < network.rowStarts[node + 1]!; position += 1) {
        const local = localOf.get(network.columns[position]!);
        if (local === undefined) continue;
        columns.push(local);
        weights.push(network.weights[position]!);
      }
      this.rowStarts[row + 1] = columns.length;
    });
    this.columns = Uint32Array.from(columns);
    this.weights = Float64Array.from(weights);
    this.lost = new Float64Array(own.length);
  }

  /**
   * ECA² when each area takes a share of the green in it, m⁴: `aᵀPa − 2·sᵀPa + sᵀPs`. A node never loses more than it has.
   *
   * @param shares share of each area's land that is taken, 0–1.
   */
  squaredAreaAfter(shares: ArrayLike<number>): number {
    const { starts, nodes, greens, sizes, reached, rowStarts, columns, weights, lost } = this;
    lost.fill(0);
    for (let area = 0; area + 1 < starts.length; area += 1) {
      const end = starts[area + 1]!;
      let entry = starts[area]!;
      if (entry === end) continue;
      const share = shares[area]!;
      if (share === 0) continue;
      for (; entry < end; entry += 1) lost[nodes[entry]!]! += greens[entry]! * share;
    }
    for (let node = 0; node < lost.length; node += 1) if (lost[node]! > sizes[node]!) lost[node] = sizes[node]!;
    let squared = this.network.squaredArea;
    for (let node = 0; node < lost.length; node += 1) {
      const own = lost[node]!;
      if (own === 0) continue;
      let together = 0;
      for (let position = rowStarts[node]!; position < rowStarts[node + 1]!; position += 1) {
        together += weights[position]! * lost[columns[position]!]!;
      }
      squared += own * (together - 2 * reached[node]!);
    }
    return Math.max(0, squared);
  }
}
