import { JOINING_METRES } from './places';
import type { Places } from './places';
import type { PlanarLines } from './planarLines';
import { SegmentGrid } from './segmentGrid';

/** Straight pieces between places, by place number. No piece runs from a place to itself, none is there twice. */
export interface Segments {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

function segmentsOfLines(lines: PlanarLines, places: Places): Segments {
  const { lineStarts } = lines;
  const from = new Uint32Array(places.ofVertex.length);
  const to = new Uint32Array(places.ofVertex.length);
  let count = 0;
  for (let line = 0; line + 1 < lineStarts.length; line += 1) {
    for (let vertex = lineStarts[line]! + 1; vertex < lineStarts[line + 1]!; vertex += 1) {
      const before = places.ofVertex[vertex - 1]!;
      const here = places.ofVertex[vertex]!;
      if (before === here) continue;
      from[count] = before;
      to[count] = here;
      count += 1;
    }
  }
  return { from: from.subarray(0, count), to: to.subarray(0, count) };
}

/** The coordinates of segments as `SegmentGrid` wants them. */
function segmentCoordinates(segments: Segments, places: Places): Float64Array {
  const coordinates = new Float64Array(segments.from.length * 4);
  for (let segment = 0; segment < segments.from.length; segment += 1) {
    coordinates[4 * segment] = places.x[segments.from[segment]!]!;
    coordinates[4 * segment + 1] = places.y[segments.from[segment]!]!;
    coordinates[4 * segment + 2] = places.x[segments.to[segment]!]!;
    coordinates[4 * segment + 3] = places.y[segments.to[segment]!]!;
  }
  return coordinates;
}

interface Meeting {
  readonly segment: number;
  readonly fraction: number;
  readonly place: number;
}

function findMeetings(lines: PlanarLines, places: Places, segments: Segments): Meeting[] {
  const ends = new Set<number>();
  for (let line = 0; line + 1 < lines.lineStarts.length; line += 1) {
    ends.add(places.ofVertex[lines.lineStarts[line]!]!);
    ends.add(places.ofVertex[lines.lineStarts[line + 1]! - 1]!);
  }
  const grid = new SegmentGrid(segmentCoordinates(segments, places));
  const meetings: Meeting[] = [];
  for (const place of ends) {
    grid.visitWithin(places.x[place]!, places.y[place]!, JOINING_METRES, (segment, fraction) => {
      if (segments.from[segment] === place || segments.to[segment] === place) return;
      meetings.push({ segment, fraction, place });
    });
  }
  return meetings.sort((a, b) => a.segment - b.segment || a.fraction - b.fraction);
}

/** Cuts segments where the end of a line touches them. */
function cutAtMeetings(segments: Segments, meetings: readonly Meeting[]): Segments {
  const count = segments.from.length + meetings.length;
  const from = new Uint32Array(count);
  const to = new Uint32Array(count);
  let next = 0;
  let written = 0;
  for (let segment = 0; segment < segments.from.length; segment += 1) {
    let reached = segments.from[segment]!;
    for (; next < meetings.length && meetings[next]!.segment === segment; next += 1) {
      from[written] = reached;
      reached = meetings[next]!.place;
      to[written] = reached;
      written += 1;
    }
    from[written] = reached;
    to[written] = segments.to[segment]!;
    written += 1;
  }
  return { from, to };
}

/** The same segments, each pair of places once. */
function withoutRepeats(segments: Segments, placeCount: number): Segments {
  const count = segments.from.length;
  const starts = new Uint32Array(placeCount + 1);
  for (let segment = 0; segment < count; segment += 1) {
    starts[Math.min(segments.from[segment]!, segments.to[segment]!) + 1]! += 1;
  }
  for (let place = 1; place <= placeCount; place += 1) starts[place]! += starts[place - 1]!;
  const others = new Uint32Array(count);
  const next = starts.slice();
  for (let segment = 0; segment < count; segment += 1) {
    const low = Math.min(segments.from[segment]!, segments.to[segment]!);
    others[next[low]!] = Math.max(segments.from[segment]!, segments.to[segment]!);
    next[low]! += 1;
  }
  const from = new Uint32Array(count);
  const to = new Uint32Array(count);
  const lastSeenFrom = new Int32Array(placeCount).fill(-1);
  let kept = 0;
  for (let low = 0; low < placeCount; low += 1) {
    for (let entry = starts[low]!; entry < starts[low + 1]!; entry += 1) {
      const high = others[entry]!;
      if (lastSeenFrom[high] === low) continue;
      lastSeenFrom[high] = low;
      from[kept] = low;
      to[kept] = high;
      kept += 1;
    }
  }
  return { from: from.subarray(0, kept), to: to.subarray(0, kept) };
}

/**
 * The segments of the lines. Where lines have no OpenStreetMap nodes, a line's end that lies on another segment
 * within `JOINING_METRES` cuts it; lines that merely cross are not joined, since that may be a bridge.
 */
export function findSegments(lines: PlanarLines, places: Places): Segments {
  const segments = segmentsOfLines(lines, places);
  const cut =
    lines.nodeIds === null && segments.from.length > 0
      ? cutAtMeetings(segments, findMeetings(lines, places, segments))
      : segments;
  return withoutRepeats(cut, places.count);
}
