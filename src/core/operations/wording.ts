const DECIMAL = new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 1 });

/** A number as notes write it: Norwegian, at most one decimal. */
export function numberText(value: number): string {
  return DECIMAL.format(value);
}

/** A part of one as a percentage: 0.125 gives "12,5 %". */
export function percentText(share: number): string {
  return `${numberText(share * 100)} %`;
}

/** A number of dwellings: "1 bolig", "825 boliger". */
export function dwellingsText(dwellings: number): string {
  return `${numberText(dwellings)} ${dwellings === 1 ? 'bolig' : 'boliger'}`;
}

/** A number of development areas: "1 felt", "12 felt". */
export function areasText(areas: number): string {
  return `${numberText(areas)} felt`;
}

export const UNKNOWN_AREA = 'Feltet finnes ikke lenger i scenarioet.';
