/*
 * Numbers of a value that keeps its form: plain objects and arrays whose texts and truths stay the same while its numbers
 * change. The one side sends the numbers alone, the other lays them into the value it had before.
 */

/** Stands for null in a list of numbers. No NaN ever leaves the evaluator. */
const NOTHING = Number.NaN;

/** The numbers of `next`, in the order of its fields; null when it differs from `previous` in more than numbers. */
export function figuresOf(previous: unknown, next: unknown): Float64Array<ArrayBuffer> | null {
  const figures: number[] = [];
  return collect(previous, next, figures) ? Float64Array.from(figures) : null;
}

function isFigure(value: unknown): value is number | null {
  return typeof value === 'number' || value === null;
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function collect(previous: unknown, next: unknown, figures: number[]): boolean {
  if (isFigure(next)) {
    figures.push(next ?? NOTHING);
    return isFigure(previous);
  }
  if (!isFields(next)) return next === previous;
  if (Array.isArray(next)) return Array.isArray(previous) && collectList(previous, next, figures);
  if (!isFields(previous) || Array.isArray(previous)) return false;
  let count = 0;
  for (const field in next) {
    if (!(field in previous) || !collect(previous[field], next[field], figures)) return false;
    count += 1;
  }
  for (const _ in previous) count -= 1;
  return count === 0;
}

/** By position: much quicker than by the names of the positions. */
function collectList(previous: readonly unknown[], next: readonly unknown[], figures: number[]): boolean {
  if (previous.length !== next.length) return false;
  for (let index = 0; index < next.length; index += 1) if (!collect(previous[index], next[index], figures)) return false;
  return true;
}

/**
 * `previous` with other numbers, as `figuresOf` lists them. Parts whose numbers stay the same stay the same objects.
 *
 * @throws RangeError when there are not as many numbers as it has.
 */
export function withFigures<Value>(previous: Value, figures: Float64Array): Value {
  const reader = new FigureReader(figures);
  const value = reader.lay(previous);
  if (!reader.isAtEnd) throw new RangeError('More numbers than the value has');
  return value;
}

class FigureReader {
  private readonly figures: Float64Array;
  private position = 0;

  constructor(figures: Float64Array) {
    this.figures = figures;
  }

  get isAtEnd(): boolean {
    return this.position === this.figures.length;
  }

  /** The next value of the same form. */
  lay<Value>(previous: Value): Value;
  lay(previous: unknown): unknown {
    if (isFigure(previous)) return this.next();
    if (Array.isArray(previous)) return this.layList(previous);
    if (!isFields(previous)) return previous;
    let copy: Record<string, unknown> | null = null;
    for (const field in previous) {
      const before = previous[field];
      const after: unknown = this.lay(before);
      if (after === before) continue;
      copy ??= { ...previous };
      copy[field] = after;
    }
    return copy ?? previous;
  }

  private layList(previous: readonly unknown[]): readonly unknown[] {
    let copy: unknown[] | null = null;
    for (let index = 0; index < previous.length; index += 1) {
      const before = previous[index];
      const after: unknown = this.lay(before);
      if (after === before) continue;
      copy ??= previous.slice();
      copy[index] = after;
    }
    return copy ?? previous;
  }

  private next(): number | null {
    const figure = this.figures[this.position];
    if (figure === undefined) throw new RangeError('Fewer numbers than the value has');
    this.position += 1;
    return Number.isNaN(figure) ? null : figure;
  }
}
