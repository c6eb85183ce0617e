/** Why a file cannot be taken in. The message is Norwegian and for people: what, where, what to do. */
export class ImportProblem extends Error {
  override readonly name = 'ImportProblem';
}

/** What something thrown says, whatever it is. */
export function messageOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
