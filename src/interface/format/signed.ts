import { formatNumber, formatQuantity } from './numbers';

function withSign(value: number, text: string): string {
  return value > 0 && /[1-9]/u.test(text) ? `+${text}` : text;
}

/** A difference with its sign: +3,2 · −1,0 · 0,0. Null gives a dash. */
export function formatSigned(value: number | null, decimals = 0): string {
  if (value === null || !Number.isFinite(value)) return formatNumber(value);
  const rounded = Math.abs(value) < 0.5 * 10 ** -decimals ? 0 : value;
  return withSign(rounded, formatNumber(rounded, decimals));
}

/** A difference of quantities whose decimals follow its size: +0,42 · −6,7 · +128. */
export function formatSignedQuantity(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return formatQuantity(value);
  // What is smaller than a hundredth is rounding of coordinates.
  return Math.abs(value) < 0.005 ? formatQuantity(0) : withSign(value, formatQuantity(value));
}
