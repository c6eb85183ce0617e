/** Digits of what is measured on the ground: engines project coordinates with other last digits, and areas feel it. */
const MEASURED_DIGITS = 7;

/** Digits of scores, which page and command line agree on far more closely. */
const SCORED_DIGITS = 10;

const DECIMALS = 9;

function roundedTo(digits: number, value: number): number {
  // Adding zero turns −0 into 0, which JSON could not tell apart.
  return Number(Number(value.toPrecision(digits)).toFixed(DECIMALS)) + 0;
}

function withDigits<Value>(digits: number, value: Value): Value {
  const text = JSON.stringify(value, (_, field: unknown) => (typeof field === 'number' ? roundedTo(digits, field) : field));
  return JSON.parse(text) as Value;
}

/**
 * A JSON value with its numbers to the digits that mean something, so that an export is the same bytes in every engine
 * (method §1). Fields that are undefined are left out.
 */
export function roundedNumbers<Value>(value: Value): Value {
  return withDigits(MEASURED_DIGITS, value);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, sorted(field)]));
}

/** Scores to ten digits, with the fields of every object by their names: how a value came together leaves no trace. */
export function canonical<Value>(value: Value): Value {
  return sorted(withDigits(SCORED_DIGITS, value)) as Value;
}
