const GROUP = '\u00A0';

/** Text as HTML and SVG take it: never as markup. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The text that `escaped` was given. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/**
 * A number in Norwegian with fixed decimals; a dash where there is none. Written here and not by the engine's own
 * formats, which differ between versions: a report is to be the same bytes everywhere.
 */
export function decimal(value: number | null, decimals = 1): string {
  if (value === null || !Number.isFinite(value)) return '–';
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/gu, GROUP);
  const isZero = Number(`${whole}.${fraction ?? 0}`) === 0;
  return `${value < 0 && !isZero ? '−' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`;
}

/** A difference with its sign; zero has none. */
export function signed(value: number, decimals = 1): string {
  const text = decimal(value, decimals);
  return value > 0 && Number(value.toFixed(decimals)) !== 0 ? `+${text}` : text;
}

/** A part of one in per cent. */
export function share(value: number | null, decimals = 0): string {
  return value === null ? '–' : `${decimal(value * 100, decimals)} %`;
}

/** Coordinates of a drawing, a hundredth of a millimetre at most. */
export function coordinate(value: number): string {
  return String(Number(value.toFixed(2)) + 0);
}
