import type { WalkingGraph } from './graph';

/** A node to walk from, and the metres already walked when there. */
export interface FieldSource {
  readonly node: number;
  readonly metres: number;
}

const NONE = -1;

/** Buckets at most: one very long link among short ones would otherwise take a great many. */
const MOST_BUCKETS = 1 << 16;

/**
 * Shortest distances along one network, by Dijkstra's algorithm with nodes in buckets of equal width instead of a sorted
 * queue (Dial 1969; a node whose distance improves is taken again, as in delta-stepping, Meyer and Sanders 2003). The
 * distances are those of a sorted queue to the last bit. Keeps its buckets between runs.
 */
export class DistanceFields {
  readonly #graph: WalkingGraph;
  readonly #bucketsPerMetre: number;
  /** First entry of each bucket, used round and round; as many as a power of two. */
  readonly #heads: Int32Array;
  #entryNode: Int32Array;
  #entryNext: Int32Array;

  constructor(graph: WalkingGraph) {
    this.#graph = graph;
    const { adjacentMetres } = graph;
    let sum = 0;
    let longest = 0;
    for (const metres of adjacentMetres) {
      sum += metres;
      if (metres > longest) longest = metres;
    }
    // Half of a usual link wide: few nodes are taken twice, and few buckets are empty.
    const width = sum > 0 ? Math.max(sum / adjacentMetres.length / 2, longest / (MOST_BUCKETS - 2)) : 1;
    this.#bucketsPerMetre = 1 / width;
    this.#heads = new Int32Array(2 ** Math.ceil(Math.log2(longest / width + 2))).fill(NONE);
    this.#entryNode = new Int32Array(adjacentMetres.length + 2);
    this.#entryNext = new Int32Array(adjacentMetres.length + 2);
  }

  /**
   * Metres from the nearest of the sources to every node, one entry per node. Infinity where no source is
   * connected, or where the nearest is farther than `reachMetres`.
   */
  from(sources: readonly FieldSource[], reachMetres: number): Float64Array {
    const { adjacencyStarts, adjacentNode, adjacentMetres, nodeCount } = this.#graph;
    const bucketsPerMetre = this.#bucketsPerMetre;
    const heads = this.#heads;
    const wrap = heads.length - 1;
    const field = new Float64Array(nodeCount).fill(Infinity);
    /** The distance that was last carried on from each node: an entry with that same distance has nothing new. */
    const carriedOn = new Float64Array(nodeCount).fill(Infinity);
    let entryNode = this.#entryNode;
    let entryNext = this.#entryNext;
    let freeEntry = NONE;
    let usedEntries = 0;
    let queued = 0;
    const put = (node: number, metres: number): void => {
      if (freeEntry === NONE && usedEntries === entryNode.length) [entryNode, entryNext] = this.#grow();
      let entry = freeEntry;
      if (entry === NONE) {
        entry = usedEntries;
        usedEntries += 1;
      } else {
        freeEntry = entryNext[entry]!;
      }
      const bucket = Math.floor(metres * bucketsPerMetre) & wrap;
      entryNode[entry] = node;
      entryNext[entry] = heads[bucket]!;
      heads[bucket] = entry;
      queued += 1;
    };
    for (const { node, metres } of sources) {
      if (metres >= field[node]! || metres > reachMetres) continue;
      field[node] = metres;
      put(node, metres);
    }
    for (let bucket = 0; queued > 0; bucket = (bucket + 1) & wrap) {
      for (let entry = heads[bucket]!; entry !== NONE; entry = heads[bucket]!) {
        heads[bucket] = entryNext[entry]!;
        entryNext[entry] = freeEntry;
        freeEntry = entry;
        queued -= 1;
        const node = entryNode[entry]!;
        const walked = field[node]!;
        if (carriedOn[node] === walked) continue;
        carriedOn[node] = walked;
        const end = adjacencyStarts[node + 1]!;
        for (let link = adjacencyStarts[node]!; link < end; link += 1) {
          const neighbour = adjacentNode[link]!;
          const metres = walked + adjacentMetres[link]!;
          if (metres >= field[neighbour]! || metres > reachMetres) continue;
          field[neighbour] = metres;
          put(neighbour, metres);
        }
      }
    }
    return field;
  }

  #grow(): readonly [Int32Array, Int32Array] {
    const grown = (entries: Int32Array): Int32Array => {
      const more = new Int32Array(entries.length * 2);
      more.set(entries);
      return more;
    };
    this.#entryNode = grown(this.#entryNode);
    this.#entryNext = grown(this.#entryNext);
    return [this.#entryNode, this.#entryNext];
  }
}
