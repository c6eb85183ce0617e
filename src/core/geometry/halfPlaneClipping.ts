/** Vertices `x0, y0, x1, y1, …` of an open ring. */
export type RingVertices = ArrayLike<number>;

/** 0 for x, 1 for y: also the offset of the coordinate within a vertex. */
export type Axis = 0 | 1;

/**
 * The part of a ring on one side of an axis-parallel line (Sutherland–Hodgman).
 * A concave ring may come back with edges that run to and fro along the line; they enclose nothing, so areas and
 * winding numbers stay right.
 *
 * @param side 1 keeps coordinates at most `limit`, -1 keeps those at least `limit`.
 * @returns an open ring; empty when nothing is left.
 */
export function clipToHalfPlane(ring: RingVertices, axis: Axis, limit: number, side: 1 | -1): number[] {
  const clipped: number[] = [];
  const length = ring.length;
  if (length < 6) return clipped;
  const other = 1 - axis;
  let previousAlong = ring[length - 2 + axis]!;
  let previousAcross = ring[length - 2 + other]!;
  let previousInside = (limit - previousAlong) * side >= 0;
  for (let index = 0; index < length; index += 2) {
    const along = ring[index + axis]!;
    const across = ring[index + other]!;
    const inside = (limit - along) * side >= 0;
    if (inside !== previousInside) {
      const crossing = crossingAt(previousAlong, previousAcross, along, across, limit);
      if (axis === 0) clipped.push(limit, crossing);
      else clipped.push(crossing, limit);
    }
    if (inside) {
      if (axis === 0) clipped.push(along, across);
      else clipped.push(across, along);
    }
    previousAlong = along;
    previousAcross = across;
    previousInside = inside;
  }
  return clipped.length < 6 ? [] : clipped;
}

/** Computed from the lower end, so that an edge gives the same point in whichever direction a ring runs along it. */
function crossingAt(along0: number, across0: number, along1: number, across1: number, limit: number): number {
  return along0 < along1
    ? across0 + ((across1 - across0) * (limit - along0)) / (along1 - along0)
    : across1 + ((across0 - across1) * (limit - along1)) / (along0 - along1);
}
