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

interface Leader {
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

/** Which side of a leader a place is on: positive, negative, or 0 on it. */
function sideOf({ from, to }: Leader, x: number, y: number): number {
  return Math.sign((to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x));
}

function cross(one: Leader, other: Leader): boolean {
  const apart = (line: Leader, { from, to }: Leader): boolean => sideOf(line, from.x, from.y) * sideOf(line, to.x, to.y) < 0;
  return apart(one, other) && apart(other, one);
}

/** Whether a leader goes through a box. */
function goesThrough(leader: Leader, { left, top, width, height }: Box): boolean {
  const { from, to } = leader;
  const [right, bottom] = [left + width, top + height];
  if (Math.max(from.x, to.x) <= left || Math.min(from.x, to.x) >= right) return false;
  if (Math.max(from.y, to.y) <= top || Math.min(from.y, to.y) >= bottom) return false;
  const sides = [sideOf(leader, left, top), sideOf(leader, right, top), sideOf(leader, left, bottom), sideOf(leader, right, bottom)];
  return Math.min(...sides) < 0 && Math.max(...sides) > 0;
}

const GAP = 9;
const NEAR = 14;
/** What a leader costs that goes through something else: more than a label a long way off. */
const TANGLED = 200;
/** What it costs to stand above or below a point whose own label is still to come: its line will want to go there. */
const IN_THE_WAY = 5;

interface Layout {
  readonly labels: ReadonlyMap<number, Label>;
  readonly cost: number;
}

/** The ways round in which labels are placed: whoever comes first stands nearest, and it matters who that is. */
function orders(points: readonly LabelledPoint[]): readonly (readonly number[])[] {
  const fromRight = points.map((_, index) => index).toSorted((a, b) => (points[b]?.x ?? 0) - (points[a]?.x ?? 0));
  const turned = fromRight.map((_, turn) => [...fromRight.slice(turn), ...fromRight.slice(0, turn)]);
  return [...turned, ...turned.map((order) => order.toReversed())];
}

/**
 * Places a label beside each point, clear of the points, of each other, of the lines from points to labels, and within the
 * frame as far as there is room: the first places in a fixed order that together cost least.
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
  let best: Layout | null = null;
  for (const order of orders(points)) {
    const layout = placeInOrder(order, points, lines, frame, characterWidth, lineHeight);
    if (best === null || layout.cost < best.cost) best = layout;
  }
  return points.map((point, index) => best?.labels.get(index) ?? { box: { left: point.x, top: point.y, width: 0, height: 0 }, leaderTo: null });
}

function placeInOrder(
  order: readonly number[],
  points: readonly LabelledPoint[],
  lines: readonly Box[],
  frame: Box,
  characterWidth: number,
  lineHeight: number,
): Layout {
  const spots: readonly Box[] = points.map(({ x, y }) => ({ left: x - 5, top: y - 5, width: 10, height: 10 }));
  const labels = new Map<number, Label>();
  const leaders: Leader[] = [];
  let total = 0;
  for (const index of order) {
    const point = points[index];
    if (!point) continue;
    const width = point.text.length * characterWidth;
    const placed = [...labels.values()].map(({ box }) => box);
    const others = spots.filter((_, other) => other !== index);
    const later = spots.filter((_, other) => other !== index && !labels.has(other));
    const costOf = (box: Box, leader: Leader | null): number => {
      const covered = (boxes: readonly Box[]): number => boxes.reduce((sum, other) => sum + overlap(box, other), 0);
      const tangled =
        leaders.filter((other) => goesThrough(other, box) || (leader !== null && cross(leader, other))).length +
        (leader === null ? 0 : [...placed, ...others].filter((other) => goesThrough(leader, other)).length);
      const inTheWay = later.filter((spot) => spot.left < box.left + box.width && spot.left + spot.width > box.left).length;
      const tooMuch = (covered(spots) + covered(placed)) * 4 + covered(lines) + outside(box, frame) * 8;
      return tooMuch + tangled * TANGLED + inTheWay * IN_THE_WAY;
    };
    let best: Label | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (let step = 0; step <= 12; step += 1) {
      for (const down of step === 0 ? [0] : [step, -step]) {
        for (const left of [point.x + GAP, point.x - GAP - width, point.x - width / 2]) {
          const middle = point.y + down * lineHeight;
          const box = { left, top: middle - lineHeight / 2, width, height: lineHeight };
          const end = { x: left > point.x ? left : Math.min(point.x, left + width), y: middle - (Math.sign(down) * lineHeight) / 2 };
          const leaderTo = Math.abs(middle - point.y) > NEAR ? end : null;
          const cost = costOf(box, leaderTo && { from: point, to: leaderTo }) + step;
          if (cost >= least) continue;
          least = cost;
          best = { box, leaderTo };
        }
      }
    }
    if (!best) continue;
    total += least;
    labels.set(index, best);
    if (best.leaderTo) leaders.push({ from: point, to: best.leaderTo });
  }
  return { labels, cost: total };
}
