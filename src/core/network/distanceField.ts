import FlatQueue from 'flatqueue';
import type { WalkingGraph } from './graph';

/** A node to walk from, and the metres already walked when there. */
export interface FieldSource {
  readonly node: number;
  readonly metres: number;
}

/**
 * Shortest distances along one network, by Dijkstra's algorithm (A note on two problems in connexion with graphs,
 * Numerische Mathematik 1, 1959). Keeps its queue between runs.
 */
export class DistanceFields {
  readonly #graph: WalkingGraph;
  readonly #queue: FlatQueue;

  constructor(graph: WalkingGraph) {
    this.#graph = graph;
    this.#queue = new FlatQueue();
  }

  /**
   * Metres from the nearest of the sources to every node, one entry per node. Infinity where no source is
   * connected, or where the nearest is farther than `reachMetres`.
   */
  from(sources: readonly FieldSource[], reachMetres: number): Float64Array {
    const { adjacencyStarts, adjacentNode, adjacentMetres } = this.#graph;
    const queue = this.#queue;
    const field = new Float64Array(this.#graph.nodeCount).fill(Infinity);
    queue.clear();
    for (const { node, metres } of sources) {
      if (metres >= field[node]! || metres > reachMetres) continue;
      field[node] = metres;
      queue.push(node, metres);
    }
    while (queue.length > 0) {
      const walked = queue.peekValue()!;
      const node = queue.pop()!;
      // A shorter way here was found after this entry was queued.
      if (walked > field[node]!) continue;
      const end = adjacencyStarts[node + 1]!;
      for (let entry = adjacencyStarts[node]!; entry < end; entry += 1) {
        const neighbour = adjacentNode[entry]!;
        const metres = walked + adjacentMetres[entry]!;
        if (metres >= field[neighbour]! || metres > reachMetres) continue;
        field[neighbour] = metres;
        queue.push(neighbour, metres);
      }
    }
    return field;
  }
}
