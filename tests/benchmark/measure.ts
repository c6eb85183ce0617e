/** Times of one piece of work, milliseconds. */
export interface Timing {
  readonly runs: number;
  readonly minimum: number;
  readonly median: number;
  readonly p95: number;
  /** Sample standard deviation. */
  readonly deviation: number;
}

/** A piece of work that can be timed: a line of the report to be. */
export interface Case {
  readonly name: string;
  /** Wanted median, milliseconds; null where nothing is promised. */
  readonly target: number | null;
  readonly time: () => Timing;
}

/** A line of the report. */
export interface Row extends Omit<Case, 'time'> {
  readonly timing: Timing;
}

/** Times the cases, one after the other. */
export function rowsOf(cases: readonly Case[]): readonly Row[] {
  return cases.map(({ name, target, time }) => ({ name, target, timing: time() }));
}

/** The same work, done once, when it is first asked for. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function quantile(sorted: readonly number[], part: number): number {
  const position = part * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[below + 1] ?? low;
  return low + (high - low) * (position - below);
}

/** Minimum, median, 95th percentile and sample deviation of times in milliseconds. */
export function timingOf(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const mean = sorted.reduce((sum, time) => sum + time, 0) / sorted.length;
  const squares = sorted.reduce((sum, time) => sum + (time - mean) ** 2, 0);
  return {
    runs: sorted.length,
    minimum: sorted[0] ?? Number.NaN,
    median: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    deviation: sorted.length > 1 ? Math.sqrt(squares / (sorted.length - 1)) : 0,
  };
}

/**
 * Times `work`, each run on an input of its own that is made outside the time. Warm-up runs come first, with numbers
 * below 0, and are not counted.
 */
export function measure<Input>(
  plan: { readonly runs: number; readonly warmUps: number },
  prepare: (run: number) => Input,
  work: (input: Input) => unknown,
): Timing {
  const times: number[] = [];
  for (let run = -plan.warmUps; run < plan.runs; run += 1) {
    const input = prepare(run);
    const start = performance.now();
    work(input);
    if (run >= 0) times.push(performance.now() - start);
  }
  return timingOf(times);
}

/** Slope of a straight line through cost against size, both in logarithms: the power with which the cost grows. */
export function growthExponent(points: readonly { readonly size: number; readonly cost: number }[]): number {
  const logs = points.map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }));
  const meanX = logs.reduce((sum, { x }) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, { y }) => sum + y, 0) / logs.length;
  const covariance = logs.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / logs.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
}
