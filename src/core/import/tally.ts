/** How often each of several things was met; the things are told in Norwegian. */
export interface Counted {
  readonly what: string;
  readonly count: number;
}

/** Counts things by what they are called. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(what: string, count = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + count);
  }

  addAll(counted: readonly Counted[]): void {
    for (const { what, count } of counted) this.add(what, count);
  }

  /** What was counted, most of it first. */
  counted(): readonly Counted[] {
    return Array.from(this.#counts, ([what, count]) => ({ what, count })).toSorted((a, b) => b.count - a.count);
  }
}
