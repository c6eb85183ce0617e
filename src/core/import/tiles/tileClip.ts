/** A square of tile units that shapes are cut to: from `low` to `high` each way. */
export interface TileSquare {
  readonly low: number;
  readonly high: number;
}

type Path = readonly number[];

/** Cuts off what of an open or closed path lies beyond one side; `axis` 0 is across, 1 is down. */
function cutSide(path: Path, axis: 0 | 1, limit: number, keepsAbove: boolean, isRing: boolean): number[] {
  const kept: number[] = [];
  const count = path.length / 2;
  const inside = (index: number): boolean => (keepsAbove ? path[2 * index + axis]! >= limit : path[2 * index + axis]! <= limit);
  for (let index = 0; index < count; index += 1) {
    const here = inside(index);
    if (here) kept.push(path[2 * index]!, path[2 * index + 1]!);
    const next = index + 1 < count ? index + 1 : isRing ? 0 : index;
    if (next === index || here === inside(next)) continue;
    const [from, to] = [path[2 * index + axis]!, path[2 * next + axis]!];
    const part = (limit - from) / (to - from);
    const other = path[2 * index + 1 - axis]! + part * (path[2 * next + 1 - axis]! - path[2 * index + 1 - axis]!);
    if (axis === 0) kept.push(limit, other);
    else kept.push(other, limit);
  }
  return kept;
}

function isWithin(path: Path, { low, high }: TileSquare): boolean {
  return path.every((value) => value >= low && value <= high);
}

/**
 * A ring cut to a square (Sutherland and Hodgman): where it leaves the square it runs along the border, out of sight.
 * @param ring open, `x0, y0, x1, y1, …`
 */
export function clippedRing(ring: Path, square: TileSquare): Path {
  if (isWithin(ring, square)) return ring;
  const { low, high } = square;
  const across = cutSide(cutSide(ring, 0, low, true, true), 0, high, false, true);
  return cutSide(cutSide(across, 1, low, true, true), 1, high, false, true);
}

/** The stretches of a line that touch a square: whole segments, so that an end out of sight may stick out of it. */
export function clippedLine(line: Path, square: TileSquare): readonly Path[] {
  if (isWithin(line, square)) return [line];
  const { low, high } = square;
  const stretches: number[][] = [];
  let stretch: number[] | null = null;
  for (let index = 0; index + 3 < line.length; index += 2) {
    const [ax, ay, bx, by] = [line[index]!, line[index + 1]!, line[index + 2]!, line[index + 3]!];
    const isBeside = Math.max(ax, bx) < low || Math.min(ax, bx) > high || Math.max(ay, by) < low || Math.min(ay, by) > high;
    if (isBeside) {
      stretch = null;
      continue;
    }
    if (!stretch) {
      stretch = [ax, ay];
      stretches.push(stretch);
    }
    stretch.push(bx, by);
  }
  return stretches;
}
