const formats = new Map<string, Intl.NumberFormat>();

function formatOf(leastDecimals: number, mostDecimals: number): Intl.NumberFormat {
  const key = `${leastDecimals} ${mostDecimals}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat('nb-NO', {
      minimumFractionDigits: leastDecimals,
      maximumFractionDigits: mostDecimals,
      signDisplay: 'negative',
    });
    formats.set(key, format);
  }
  return format;
}

/** A figure as Norwegians write it, ending zeros left out: 1,3 · 1 000 · 0,75. */
export function figureText(value: number, maximumDecimals = 4): string {
  return Number.isFinite(value) ? formatOf(0, maximumDecimals).format(value) : '∞';
}

/** Numbers of one column with the same decimals, as many as the largest needs; null is left blank. */
export function columnText(values: readonly (number | null)[]): readonly string[] {
  const largest = Math.max(0, ...values.map((value) => Math.abs(value ?? 0)));
  const decimals = largest >= 1000 ? 0 : largest >= 10 ? 1 : 2;
  return values.map((value) => (value === null ? '' : formatOf(decimals, decimals).format(value)));
}

/** A computed quantity with decimals enough to follow the arithmetic: 0,0123 · 3,46 · 92,3 · 8 250. */
export function quantityText(value: number): string {
  const size = Math.abs(value);
  if (size === 0 || size >= 1000) return figureText(value, 0);
  if (size >= 10) return figureText(value, 1);
  return figureText(value, size >= 1 ? 2 : Math.min(8, 1 - Math.floor(Math.log10(size)) + 1));
}

/** A part of one in per cent: 0.125 gives "12,5 %". */
export function percentText(share: number, maximumDecimals = 1): string {
  return `${figureText(share * 100, maximumDecimals)} %`;
}

/** Names in a sentence: "a, b og c". */
export function listText(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} og ${names.at(-1) ?? ''}`;
}
