/** Why something could not be fetched. The message is Norwegian and for people: what happened, and what to do. */
export class FetchProblem extends Error {
  override readonly name = 'FetchProblem';
  /** Whether asking again may help. */
  readonly isPassing: boolean;
  /** What the service asks us to wait before the next attempt, milliseconds; null where it says nothing. */
  readonly waitMilliseconds: number | null;
  /** The service's HTTP status; null where there was no answer, or one that could not be used. */
  readonly status: number | null;

  constructor(message: string, about: { isPassing?: boolean; waitMilliseconds?: number | null; status?: number } = {}) {
    super(message);
    this.isPassing = about.isPassing ?? false;
    this.waitMilliseconds = about.waitMilliseconds ?? null;
    this.status = about.status ?? null;
  }
}

/** What something thrown says, whatever it is. */
export function messageOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
