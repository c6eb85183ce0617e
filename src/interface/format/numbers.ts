/** Shown where a number is not known. */
const NO_NUMBER = '–';

const LOCALE = 'nb-NO';
const formatters = new Map<number, Intl.NumberFormat>();

function formatter(decimals: number): Intl.NumberFormat {
  const known = formatters.get(decimals);
  if (known) return known;
  const made = new Intl.NumberFormat(LOCALE, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
    useGrouping: true,
  });
  formatters.set(decimals, made);
  return made;
}

/** A number the Norwegian way: 8 250 · 65,5 · −3. Null and what is not finite give a dash. */
export function formatNumber(value: number | null, decimals = 0): string {
  if (value === null || !Number.isFinite(value)) return NO_NUMBER;
  return formatter(decimals).format(value);
}

/** A part (0–1) in per cent, with a decimal only where it says something: 20 % · 12,5 %. */
export function formatShare(share: number | null, maximumDecimals = 1): string {
  if (share === null || !Number.isFinite(share)) return `${NO_NUMBER} %`;
  return `${formatUpTo(share * 100, maximumDecimals)} %`;
}

/** A number with at most so many decimals; ending zeros are left out. */
export function formatUpTo(value: number | null, maximumDecimals: number): string {
  if (value === null || !Number.isFinite(value)) return NO_NUMBER;
  for (let decimals = 0; decimals < maximumDecimals; decimals += 1) {
    const rounded = Number(value.toFixed(decimals));
    if (Math.abs(rounded - value) < 0.5 * 10 ** -maximumDecimals) return formatNumber(value, decimals);
  }
  return formatNumber(value, maximumDecimals);
}

/** A quantity whose decimals follow its size: 0 · 0,42 · 6,7 · 128. */
export function formatQuantity(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return NO_NUMBER;
  const size = Math.abs(value);
  if (size === 0 || size >= 99.95) return formatNumber(value);
  if (size < 0.005) return value < 0 ? '> −0,01' : '< 0,01';
  return formatNumber(value, size < 0.995 ? 2 : 1);
}

/** Counts one and many: `countOf(1, 'bolig', 'boliger')` is "1 bolig". */
export function countOf(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${Math.round(count) === 1 ? one : many}`;
}

/** A run of years: 2026–2035. Years are never grouped. */
export function formatYears(period: { readonly firstYear: number; readonly lastYear: number }): string {
  return period.firstYear === period.lastYear ? `${period.firstYear}` : `${period.firstYear}–${period.lastYear}`;
}

/** Distance for people: 85 m · 1,3 km. */
export function formatDistance(metres: number): string {
  return metres < 995 ? `${formatNumber(metres)} m` : `${formatUpTo(metres / 1000, 1)} km`;
}

/**
 * Reads a number as Norwegians write it: spaces of any kind between thousands, comma or point before decimals,
 * a unit or per cent sign after. Null when it is none.
 */
export function parseNumber(text: string): number | null {
  const plain = text
    .replace(/[\s\u00a0\u202f]/gu, '')
    .replace(/\u2212/gu, '-')
    .replace(/%$/u, '')
    .replace(',', '.');
  if (!/^-?(?:\d+\.?\d*|\.\d+)$/u.test(plain)) return null;
  return Number(plain);
}
