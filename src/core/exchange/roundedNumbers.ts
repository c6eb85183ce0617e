const SIGNIFICANT_DIGITS = 10;
const DECIMALS = 9;

/**
 * A computed number with the digits that mean something. Engines differ in the last ones (method §1); an export is to be
 * the same bytes in every one of them.
 */
export function roundedNumber(value: number): number {
  // Adding zero turns −0 into 0, which JSON could not tell apart.
  return Number(Number(value.toPrecision(SIGNIFICANT_DIGITS)).toFixed(DECIMALS)) + 0;
}

/** A JSON value with all its numbers rounded as {@link roundedNumber} does. Fields that are undefined are left out. */
export function roundedNumbers<Value>(value: Value): Value {
  const text = JSON.stringify(value, (_, field: unknown) => (typeof field === 'number' ? roundedNumber(field) : field));
  return JSON.parse(text) as Value;
}
