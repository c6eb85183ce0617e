import { toPlanarPoint } from '../core/geometry/projection';
import type { LonLat, LonLatMultiPolygon, PlanarMultiPolygon } from '../core/geometry/shapes';
import { boundsOfPolygons, type LonLatBounds } from './bounds';
import { isInside } from './labelAnchor';

/** Where a name stands beside an outline, and which part of the text is held there. */
export interface LabelPlace {
  readonly position: LonLat;
  readonly anchor: 'bottom' | 'top' | 'left' | 'right';
}

/** Size of a letter in degrees of latitude at the scale of a whole municipality. */
const LETTER_DEGREES = { wide: 0.0009, high: 0.002 } as const;

const EDGE_SHARE = 0.03;
const SAMPLES = 9;

/** Middle of the part of the outline that lies along one side of its bounds. */
function sideMiddle(outline: LonLatMultiPolygon, bounds: LonLatBounds, anchor: LabelPlace['anchor']): LonLat {
  const wide = (bounds.east - bounds.west) * EDGE_SHARE;
  const high = (bounds.north - bounds.south) * EDGE_SHARE;
  const along = outline.flat(2).filter(([longitude, latitude]) => {
    if (anchor === 'bottom') return latitude > bounds.north - high;
    if (anchor === 'top') return latitude < bounds.south + high;
    return anchor === 'left' ? longitude > bounds.east - wide : longitude < bounds.west + wide;
  });
  const side = boundsOfPolygons([[along]]) ?? bounds;
  const middle: LonLat = [(side.west + side.east) / 2, (side.south + side.north) / 2];
  if (anchor === 'bottom') return [middle[0], bounds.north];
  if (anchor === 'top') return [middle[0], bounds.south];
  return [anchor === 'left' ? bounds.east : bounds.west, middle[1]];
}

/** How many of the sample points under the text lie in other outlines. */
function covered(place: LabelPlace, text: string, others: readonly PlanarMultiPolygon[]): number {
  const [longitude, latitude] = place.position;
  const wide = (text.length * LETTER_DEGREES.wide) / Math.cos((latitude * Math.PI) / 180);
  const { high } = LETTER_DEGREES;
  const west = place.anchor === 'left' ? longitude : place.anchor === 'right' ? longitude - wide : longitude - wide / 2;
  const middle = place.anchor === 'bottom' ? latitude + high : place.anchor === 'top' ? latitude - high : latitude;
  let count = 0;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const { x, y } = toPlanarPoint([west + (wide * sample) / (SAMPLES - 1), middle]);
    if (others.some((outline) => outline.some((polygon) => isInside(polygon, x, y)))) count += 1;
  }
  return count;
}

/** Place for a name beside an outline: above, below, right or left, the first that covers least of the others. Null without outline. */
export function outsideLabel(
  outline: LonLatMultiPolygon,
  text: string,
  others: readonly PlanarMultiPolygon[],
): LabelPlace | null {
  const bounds = boundsOfPolygons(outline);
  if (bounds === null) return null;
  let best: LabelPlace | null = null;
  let least = Infinity;
  for (const anchor of ['bottom', 'top', 'left', 'right'] as const) {
    const place = { position: sideMiddle(outline, bounds, anchor), anchor };
    const count = covered(place, text, others);
    if (count < least) {
      least = count;
      best = place;
    }
  }
  return best;
}
