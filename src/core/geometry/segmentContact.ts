import { squaredDistanceToSegment } from './distance';

/** Above 0 where (x, y) lies left of the line from (x0, y0) to (x1, y1). */
function side(x0: number, y0: number, x1: number, y1: number, x: number, y: number): number {
  return (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0);
}

/**
 * Whether two segments cross or come as near to each other as `reach`, in metres.
 *
 * @param a coordinates `x0, y0, …`, in which one segment runs from that at `aStart` to that at `aEnd`; `b` those of the
 *   other. In arrays, so that asking for many makes no objects.
 */
export function segmentsMeet(
  a: Float64Array,
  aStart: number,
  aEnd: number,
  b: Float64Array,
  bStart: number,
  bEnd: number,
  reach: number,
): boolean {
  const ax0 = a[aStart]!;
  const ax1 = a[aEnd]!;
  const bx0 = b[bStart]!;
  const bx1 = b[bEnd]!;
  if ((ax0 > ax1 ? ax0 : ax1) + reach < (bx0 < bx1 ? bx0 : bx1)) return false;
  if ((bx0 > bx1 ? bx0 : bx1) + reach < (ax0 < ax1 ? ax0 : ax1)) return false;
  const ay0 = a[aStart + 1]!;
  const ay1 = a[aEnd + 1]!;
  const by0 = b[bStart + 1]!;
  const by1 = b[bEnd + 1]!;
  if ((ay0 > ay1 ? ay0 : ay1) + reach < (by0 < by1 ? by0 : by1)) return false;
  if ((by0 > by1 ? by0 : by1) + reach < (ay0 < ay1 ? ay0 : ay1)) return false;
  const fromA0 = side(bx0, by0, bx1, by1, ax0, ay0);
  const fromA1 = side(bx0, by0, bx1, by1, ax1, ay1);
  const fromB0 = side(ax0, ay0, ax1, ay1, bx0, by0);
  const fromB1 = side(ax0, ay0, ax1, ay1, bx1, by1);
  if (fromA0 > 0 !== fromA1 > 0 && fromB0 > 0 !== fromB1 > 0) return true;
  const squaredReach = reach * reach;
  return (
    squaredDistanceToSegment(ax0, ay0, bx0, by0, bx1, by1) <= squaredReach ||
    squaredDistanceToSegment(ax1, ay1, bx0, by0, bx1, by1) <= squaredReach ||
    squaredDistanceToSegment(bx0, by0, ax0, ay0, ax1, ay1) <= squaredReach ||
    squaredDistanceToSegment(bx1, by1, ax0, ay0, ax1, ay1) <= squaredReach
  );
}
