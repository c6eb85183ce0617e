/** How far a number may be from its reference: one in ten thousand. */
export const TOLERANCE = 1e-4;

/** Difference from a reference as part of it, when `slack` of it is put down to rounding. */
export function relativeError(ours: number, reference: number, slack = 0): number {
  const beyond = Math.max(0, Math.abs(ours - reference) - slack);
  return beyond === 0 ? 0 : beyond / Math.abs(reference);
}
