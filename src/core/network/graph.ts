import { findPlaces } from './places';
import type { Places } from './places';
import type { PlanarLines } from './planarLines';
import { findSegments } from './segments';
import type { Segments } from './segments';

/**
 * A walking network. Nodes are where three or more segments meet and where lines end; a link is the chain of
 * segments between two nodes. A ring that meets nothing has one node and a link from it to itself.
 */
export interface WalkingGraph {
  readonly nodeCount: number;
  /** Metres, EPSG:25832. */
  readonly nodeX: Float64Array;
  readonly nodeY: Float64Array;
  readonly linkFrom: Uint32Array;
  readonly linkTo: Uint32Array;
  readonly linkMetres: Float64Array;
  /** First segment of each link, and at the end the number of segments. */
  readonly linkSegmentStarts: Uint32Array;
  /** `x0, y0, x1, y1` of each segment, metres, run from the link's first node to its last. */
  readonly segmentCoordinates: Float64Array;
  readonly segmentLink: Uint32Array;
  /** Metres along the link to the segment's first end. */
  readonly segmentOffset: Float64Array;
  readonly segmentMetres: Float64Array;
  /** Neighbours of node n: entries `adjacencyStarts[n]` up to `adjacencyStarts[n + 1]`. Links to self are left out. */
  readonly adjacencyStarts: Uint32Array;
  readonly adjacentNode: Uint32Array;
  readonly adjacentMetres: Float64Array;
}

/** Which segments meet in each place. */
interface Incidence {
  readonly starts: Uint32Array;
  readonly segments: Uint32Array;
}

function incidenceOf(segments: Segments, placeCount: number): Incidence {
  const { from, to } = segments;
  const starts = new Uint32Array(placeCount + 1);
  for (let segment = 0; segment < from.length; segment += 1) {
    starts[from[segment]! + 1]! += 1;
    starts[to[segment]! + 1]! += 1;
  }
  for (let place = 1; place <= placeCount; place += 1) starts[place]! += starts[place - 1]!;
  const incident = new Uint32Array(2 * from.length);
  const next = starts.slice();
  for (let segment = 0; segment < from.length; segment += 1) {
    incident[next[from[segment]!]!] = segment;
    next[from[segment]!]! += 1;
    incident[next[to[segment]!]!] = segment;
    next[to[segment]!]! += 1;
  }
  return { starts, segments: incident };
}

/** Chains as places: link l runs through `places[starts[l]]` to `places[starts[l + 1] − 1]`. */
interface Chains {
  readonly count: number;
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
}

function findChains(segments: Segments, placeCount: number): Chains {
  const incidence = incidenceOf(segments, placeCount);
  const segmentCount = segments.from.length;
  const used = new Uint8Array(segmentCount);
  const starts = new Uint32Array(segmentCount + 1);
  const places = new Uint32Array(2 * segmentCount);
  let count = 0;
  let written = 0;
  const degree = (place: number): number => incidence.starts[place + 1]! - incidence.starts[place]!;

  const follow = (first: number, firstSegment: number): void => {
    places[written] = first;
    written += 1;
    let place = first;
    let segment = firstSegment;
    for (;;) {
      used[segment] = 1;
      const from = segments.from[segment]!;
      place = from === place ? segments.to[segment]! : from;
      places[written] = place;
      written += 1;
      if (place === first || degree(place) !== 2) break;
      const one = incidence.segments[incidence.starts[place]!]!;
      segment = one === segment ? incidence.segments[incidence.starts[place]! + 1]! : one;
    }
    count += 1;
    starts[count] = written;
  };

  for (let place = 0; place < placeCount; place += 1) {
    if (degree(place) === 2) continue;
    for (let entry = incidence.starts[place]!; entry < incidence.starts[place + 1]!; entry += 1) {
      const segment = incidence.segments[entry]!;
      if (used[segment] === 0) follow(place, segment);
    }
  }
  // What is left are rings that meet nothing.
  for (let segment = 0; segment < segmentCount; segment += 1) {
    if (used[segment] === 0) follow(segments.from[segment]!, segment);
  }
  return { count, starts, places };
}

function adjacencyOf(
  nodeCount: number,
  linkFrom: Uint32Array,
  linkTo: Uint32Array,
  linkMetres: Float64Array,
): Pick<WalkingGraph, 'adjacencyStarts' | 'adjacentNode' | 'adjacentMetres'> {
  const adjacencyStarts = new Uint32Array(nodeCount + 1);
  for (let link = 0; link < linkFrom.length; link += 1) {
    if (linkFrom[link] === linkTo[link]) continue;
    adjacencyStarts[linkFrom[link]! + 1]! += 1;
    adjacencyStarts[linkTo[link]! + 1]! += 1;
  }
  for (let node = 1; node <= nodeCount; node += 1) adjacencyStarts[node]! += adjacencyStarts[node - 1]!;
  const entries = adjacencyStarts[nodeCount]!;
  const adjacentNode = new Uint32Array(entries);
  const adjacentMetres = new Float64Array(entries);
  const next = adjacencyStarts.slice();
  for (let link = 0; link < linkFrom.length; link += 1) {
    const from = linkFrom[link]!;
    const to = linkTo[link]!;
    if (from === to) continue;
    adjacentNode[next[from]!] = to;
    adjacentMetres[next[from]!] = linkMetres[link]!;
    next[from]! += 1;
    adjacentNode[next[to]!] = from;
    adjacentMetres[next[to]!] = linkMetres[link]!;
    next[to]! += 1;
  }
  return { adjacencyStarts, adjacentNode, adjacentMetres };
}

function graphOfChains(chains: Chains, places: Places): WalkingGraph {
  const nodeOfPlace = new Int32Array(places.count).fill(-1);
  const nodePlaces: number[] = [];
  const nodeOf = (place: number): number => {
    if (nodeOfPlace[place]! < 0) {
      nodeOfPlace[place] = nodePlaces.length;
      nodePlaces.push(place);
    }
    return nodeOfPlace[place]!;
  };
  const segmentCount = (chains.starts[chains.count] ?? 0) - chains.count;
  const linkFrom = new Uint32Array(chains.count);
  const linkTo = new Uint32Array(chains.count);
  const linkMetres = new Float64Array(chains.count);
  const linkSegmentStarts = new Uint32Array(chains.count + 1);
  const segmentCoordinates = new Float64Array(4 * segmentCount);
  const segmentLink = new Uint32Array(segmentCount);
  const segmentOffset = new Float64Array(segmentCount);
  const segmentMetres = new Float64Array(segmentCount);
  let segment = 0;
  for (let link = 0; link < chains.count; link += 1) {
    const end = chains.starts[link + 1]! - 1;
    let metres = 0;
    for (let at = chains.starts[link]!; at < end; at += 1) {
      const from = chains.places[at]!;
      const to = chains.places[at + 1]!;
      const runX = places.x[to]! - places.x[from]!;
      const runY = places.y[to]! - places.y[from]!;
      segmentCoordinates[4 * segment] = places.x[from]!;
      segmentCoordinates[4 * segment + 1] = places.y[from]!;
      segmentCoordinates[4 * segment + 2] = places.x[to]!;
      segmentCoordinates[4 * segment + 3] = places.y[to]!;
      segmentLink[segment] = link;
      segmentOffset[segment] = metres;
      segmentMetres[segment] = Math.sqrt(runX * runX + runY * runY);
      metres += segmentMetres[segment]!;
      segment += 1;
    }
    linkFrom[link] = nodeOf(chains.places[chains.starts[link]!]!);
    linkTo[link] = nodeOf(chains.places[end]!);
    linkMetres[link] = metres;
    linkSegmentStarts[link + 1] = segment;
  }
  return {
    nodeCount: nodePlaces.length,
    nodeX: Float64Array.from(nodePlaces, (place) => places.x[place]!),
    nodeY: Float64Array.from(nodePlaces, (place) => places.y[place]!),
    linkFrom,
    linkTo,
    linkMetres,
    linkSegmentStarts,
    segmentCoordinates,
    segmentLink,
    segmentOffset,
    segmentMetres,
    ...adjacencyOf(nodePlaces.length, linkFrom, linkTo, linkMetres),
  };
}

/** Builds the network of lines in EPSG:25832. What counts as one place: `findPlaces`; what meets: `findSegments`. */
export function buildGraph(lines: PlanarLines): WalkingGraph {
  const places = findPlaces(lines);
  return graphOfChains(findChains(findSegments(lines, places), places.count), places);
}
