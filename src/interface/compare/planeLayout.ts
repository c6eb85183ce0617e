/** A box in the drawing's own units; x to the right, y down. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Label {
  readonly box: Box;
  /** Where a line from the point meets it; null where it stands close enough to need none. */
  readonly leaderTo: { readonly x: number; readonly y: number } | null;
}

export interface LabelledPoint {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Bounds of an axis: whole tens around the values, at least 30 apart, within 0–100. */
export function axisBounds(values: readonly number[]): readonly [number, number] {
  const known = values.filter((value) => Number.isFinite(value));
  if (known.length === 0) return [0, 100];
  let low = Math.max(0, Math.floor((Math.min(...known) - 1) / 10) * 10);
  let high = Math.min(100, Math.ceil((Math.max(...known) + 1) / 10) * 10);
  while (high - low < 30) {
    if (low > 0) low -= 10;
    else high += 10;
  }
  return [low, high];
}

/** Marks along an axis, both ends among them. */
export function axisMarks([low, high]: readonly [number, number]): readonly number[] {
  const step = high - low > 60 ? 20 : 10;
  const marks: number[] = [];
  for (let mark = Math.ceil(low / step) * step; mark <= high; mark += step) marks.push(mark);
  return marks;
}

function overlap(one: Box, other: Box): number {
  const across = Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left);
  const down = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
  return across > 0 && down > 0 ? across * down : 0;
}

function outside(box: Box, frame: Box): number {
  return box.width * box.height - overlap(box, frame);
}

const GAP = 9;
const NEAR = 14;

/**
 * Places a label beside each point, clear of the points, of each other and within the frame as far as there is room: the
 * first place in a fixed order that costs least.
 * @param lines thin boxes that labels had better not cover
 * @param characterWidth of the lettering, in the drawing's units
 */
export function placeLabels(
  points: readonly LabelledPoint[],
  lines: readonly Box[],
  frame: Box,
  characterWidth: number,
  lineHeight: number,
): readonly Label[] {
  const taken: Box[] = points.map(({ x, y }) => ({ left: x - 5, top: y - 5, width: 10, height: 10 }));
  const labels = new Map<number, Label>();
  const order = points.map((_, index) => index).toSorted((a, b) => (points[b]?.x ?? 0) - (points[a]?.x ?? 0));
  for (const index of order) {
    const point = points[index];
    if (!point) continue;
    const width = point.text.length * characterWidth;
    let best: Label | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (let step = 0; step <= 12; step += 1) {
      for (const down of step === 0 ? [0] : [step, -step]) {
        for (const left of [point.x + GAP, point.x - GAP - width, point.x - width / 2]) {
          const middle = point.y + down * lineHeight;
          const box = { left, top: middle - lineHeight / 2, width, height: lineHeight };
          const cost = taken.reduce((sum, other) => sum + overlap(box, other), 0) * 4 + lines.reduce((sum, line) => sum + overlap(box, line), 0) + outside(box, frame) * 8 + step;
          if (cost >= least) continue;
          least = cost;
          const end = { x: left > point.x ? left : Math.min(point.x, left + width), y: down === 0 ? middle : middle - (Math.sign(down) * lineHeight) / 2 };
          best = { box, leaderTo: Math.abs(middle - point.y) > NEAR ? end : null };
        }
      }
    }
    if (!best) continue;
    taken.push(best.box);
    labels.set(index, best);
  }
  return points.map((point, index) => labels.get(index) ?? { box: { left: point.x, top: point.y, width: 0, height: 0 }, leaderTo: null });
}
