import { awaitCalm, CALM, slowness } from './pace';

/** Times of one piece of work, milliseconds. */
export interface Timing {
  readonly runs: number;
  readonly minimum: number;
  readonly median: number;
  readonly p95: number;
  /** Sample standard deviation. */
  readonly deviation: number;
  /** How many times slower than at its fastest the machine was in the slowest run that counts; null where nobody looked. */
  readonly slowness: number | null;
}

/** A run's time in milliseconds, and how slow the machine was meanwhile. */
export interface Sample {
  readonly time: number;
  readonly slowness: number;
}

/** So long slow stretches of the machine are waited out, for each piece of work. */
const PATIENCE_MILLISECONDS = 20_000;

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
    slowness: null,
  };
}

/** The timing of the `runs` samples in which the machine was least slow, whatever their times. */
export function calmestTiming(samples: readonly Sample[], runs: number): Timing {
  const calmest = samples.toSorted((one, other) => one.slowness - other.slowness).slice(0, runs);
  return { ...timingOf(calmest.map(({ time }) => time)), slowness: Math.max(...calmest.map((sample) => sample.slowness)) };
}

/** Runs of one piece of work, made until enough of them were made while the machine was calm, or patience is at its end. */
class Series {
  private readonly samples: Sample[] = [];
  private readonly patienceEnds = performance.now() + PATIENCE_MILLISECONDS;
  private before = Infinity;

  private readonly runs: number;

  constructor(runs: number) {
    this.runs = runs;
  }

  get length(): number {
    return this.samples.length;
  }

  goesOn(): boolean {
    const calm = this.samples.filter((sample) => sample.slowness <= CALM).length;
    return calm < this.runs && (this.length < this.runs || performance.now() < this.patienceEnds);
  }

  begin(): void {
    this.before = awaitCalm(this.patienceEnds - performance.now());
  }

  end(time: number): void {
    this.samples.push({ time, slowness: Math.max(this.before, slowness()) });
  }

  timing(): Timing {
    return calmestTiming(this.samples, this.runs);
  }
}

/**
 * Times `work`, each run on an input of its own that is made outside the time. Warm-up runs come first, with numbers
 * below 0, and are not counted. A run in which the machine was slow is made again, as long as patience lasts.
 */
export function measure<Input>(
  plan: { readonly runs: number; readonly warmUps: number },
  prepare: (run: number) => Input,
  work: (input: Input) => unknown,
): Timing {
  for (let run = -plan.warmUps; run < 0; run += 1) work(prepare(run));
  const series = new Series(plan.runs);
  while (series.goesOn()) {
    const input = prepare(series.length);
    series.begin();
    const start = performance.now();
    work(input);
    series.end(performance.now() - start);
  }
  return series.timing();
}

/** Like `measure`, of work that tells itself how many milliseconds it took. */
export async function measureTold(runs: number, work: (run: number) => Promise<number>): Promise<Timing> {
  const series = new Series(runs);
  while (series.goesOn()) {
    series.begin();
    series.end(await work(series.length));
  }
  return series.timing();
}

/** Slope of a straight line through cost against size, both in logarithms: the power with which the cost grows. */
export function growthExponent(points: readonly { readonly size: number; readonly cost: number }[]): number {
  const logs = points.map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }));
  const meanX = logs.reduce((sum, { x }) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, { y }) => sum + y, 0) / logs.length;
  const covariance = logs.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / logs.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
}
