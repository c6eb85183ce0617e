import type { PlanarPoint } from '../geometry/shapes';
import type { WalkingGraph } from './graph';

/** A part of the network that has no connection with the largest part. */
export interface Island {
  readonly nodes: number;
  readonly lengthMetres: number;
  /** One of its nodes, EPSG:25832. */
  readonly location: PlanarPoint;
}

/** The connected parts of a network. */
export interface Components {
  /** Number of parts. */
  readonly count: number;
  /** Part of each node. */
  readonly ofNode: Uint32Array;
  /** All but the longest part, longest first. */
  readonly islands: readonly Island[];
}

/** Finds the connected parts of a network. */
export function findComponents(graph: WalkingGraph): Components {
  const unknown = 0xffffffff;
  const ofNode = new Uint32Array(graph.nodeCount).fill(unknown);
  const pending = new Uint32Array(graph.nodeCount);
  const firstNodes: number[] = [];
  const nodeCounts: number[] = [];
  for (let first = 0; first < graph.nodeCount; first += 1) {
    if (ofNode[first] !== unknown) continue;
    const component = firstNodes.length;
    firstNodes.push(first);
    ofNode[first] = component;
    pending[0] = first;
    let reached = 1;
    for (let taken = 0; taken < reached; taken += 1) {
      const node = pending[taken]!;
      for (let entry = graph.adjacencyStarts[node]!; entry < graph.adjacencyStarts[node + 1]!; entry += 1) {
        const neighbour = graph.adjacentNode[entry]!;
        if (ofNode[neighbour] !== unknown) continue;
        ofNode[neighbour] = component;
        pending[reached] = neighbour;
        reached += 1;
      }
    }
    nodeCounts.push(reached);
  }
  const lengths = new Float64Array(firstNodes.length);
  for (let link = 0; link < graph.linkFrom.length; link += 1) {
    lengths[ofNode[graph.linkFrom[link]!]!]! += graph.linkMetres[link]!;
  }
  const parts = firstNodes.map((first, component): Island => ({
    nodes: nodeCounts[component]!,
    lengthMetres: lengths[component]!,
    location: { x: graph.nodeX[first]!, y: graph.nodeY[first]! },
  }));
  parts.sort((a, b) => b.lengthMetres - a.lengthMetres);
  return { count: firstNodes.length, ofNode, islands: parts.slice(1) };
}
