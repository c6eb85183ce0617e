import type { LonLat, LonLatMultiPolygon, LonLatPolygon, LonLatRing } from './shapes';

/** Decimals of a degree that files carry: about a millimetre. */
const COORDINATE_DECIMALS = 8;

function rounded(value: number): number {
  // Adding zero turns −0 into 0, which JSON could not tell apart.
  return Number(value.toFixed(COORDINATE_DECIMALS)) + 0;
}

/** A position with the decimals that files carry. */
export function roundPosition([longitude, latitude]: LonLat): LonLat {
  return [rounded(longitude), rounded(latitude)];
}

function samePosition(first: LonLat | undefined, second: LonLat | undefined): boolean {
  return first !== undefined && second !== undefined && first[0] === second[0] && first[1] === second[1];
}

/** Twice the signed area of a closed ring, in square degrees; positive when counter-clockwise. */
function windingOf(ring: LonLatRing): number {
  const [origin] = ring;
  if (!origin) return 0;
  let doubled = 0;
  for (const [index, position] of ring.entries()) {
    const next = ring[index + 1] ?? origin;
    doubled += (position[0] - origin[0]) * (next[1] - origin[1]) - (next[0] - origin[0]) * (position[1] - origin[1]);
  }
  return doubled;
}

/** The ring run the way RFC 7946 asks: exteriors counter-clockwise, holes clockwise. */
function wound(ring: LonLatRing, isHole: boolean): LonLatRing {
  return windingOf(ring) < 0 === isHole ? ring : ring.toReversed();
}

/** An outline with its rings run the way RFC 7946 asks (right-hand rule). */
export function rightHanded(outline: LonLatMultiPolygon): LonLatMultiPolygon {
  return outline.map((polygon) => polygon.map((ring, index) => wound(ring, index > 0)));
}

function roundRing(ring: LonLatRing): LonLatRing | null {
  const positions: LonLat[] = [];
  for (const position of ring.map(roundPosition)) {
    if (!samePosition(positions.at(-1), position)) positions.push(position);
  }
  const [first] = positions;
  if (first && !samePosition(first, positions.at(-1))) positions.push(first);
  return positions.length >= 4 && windingOf(positions) !== 0 ? positions : null;
}

/**
 * An outline as files carry it: rounded, rings closed and right-handed. Rings that the rounding leaves without area are
 * dropped, with their polygon where they are its exterior. Rounding what is rounded changes nothing.
 */
export function roundOutline(outline: LonLatMultiPolygon): LonLatMultiPolygon {
  const polygons: LonLatPolygon[] = [];
  for (const [exterior, ...holes] of outline) {
    const ring = exterior && roundRing(exterior);
    if (ring) polygons.push([ring, ...holes.map(roundRing).filter((hole) => hole !== null)]);
  }
  return rightHanded(polygons);
}

/** Whether two outlines hold the same positions in the same order. */
export function sameOutline(first: LonLatMultiPolygon, second: LonLatMultiPolygon): boolean {
  if (first === second) return true;
  return (
    first.length === second.length &&
    first.every((polygon, p) => {
      const other = second[p];
      return (
        other?.length === polygon.length &&
        polygon.every((ring, r) => {
          const otherRing = other[r];
          return otherRing?.length === ring.length && ring.every((position, index) => samePosition(position, otherRing[index]));
        })
      );
    })
  );
}
