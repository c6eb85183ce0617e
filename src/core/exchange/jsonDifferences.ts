/** Exports carry measured numbers with seven digits, and engines differ in those beyond. */
const NUMBER_TOLERANCE = 2e-7;

/** A place where two JSON values differ. */
export interface JsonDifference {
  /** Fields and positions that lead there, with dots between. */
  readonly path: string;
  readonly first: unknown;
  readonly second: unknown;
}

function isSameNumber(first: number, second: number): boolean {
  return Math.abs(first - second) <= NUMBER_TOLERANCE * Math.max(1, Math.abs(first), Math.abs(second));
}

/**
 * Where two JSON values differ. Numbers may differ by 2·10⁻⁷, relative where they are large; a field that is missing in
 * one of them counts as undefined.
 */
export function jsonDifferences(first: unknown, second: unknown, path = ''): readonly JsonDifference[] {
  if (typeof first === 'number' && typeof second === 'number') {
    return isSameNumber(first, second) ? [] : [{ path, first, second }];
  }
  if (typeof first !== 'object' || typeof second !== 'object' || first === null || second === null) {
    return first === second ? [] : [{ path, first, second }];
  }
  if (Array.isArray(first) !== Array.isArray(second)) return [{ path, first, second }];
  const [one, other] = [new Map(Object.entries(first)), new Map(Object.entries(second))];
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((key) =>
    jsonDifferences(one.get(key), other.get(key), path === '' ? key : `${path}.${key}`),
  );
}
