/** Why a file cannot be taken in. The message is Norwegian and for people: what, where, what to do. */
export class ImportProblem extends Error {
  override readonly name = 'ImportProblem';
}

/** What something thrown says, whatever it is: an error, several, an object with a message as programs of other languages throw. */
export function messageOf(problem: unknown): string {
  if (Array.isArray(problem)) return problem.map(messageOf).join('; ');
  if (typeof problem !== 'object' || problem === null) return String(problem);
  return 'message' in problem && typeof problem.message === 'string' ? problem.message : 'ukjent feil';
}
