/** The two scores as the page shows them, one decimal. */
export interface ShownScores {
  readonly transit: number;
  readonly blueGreen: number;
}

/** Reads a number as the page writes it: 8 250 · 65,5 · −3. */
export function shownNumber(text: string): number {
  const plain = text
    .replaceAll(/[\s\u00a0\u202f]/gu, '')
    .replaceAll('\u2212', '-')
    .replace(',', '.');
  return Number.parseFloat(plain);
}
