import { figureText } from './figureText';

/**
 * How a figure is known: read in a primary source; told by others and not confirmed there; our own assumption; or a
 * choice of how to compute, which no source can settle.
 */
export type Standing = 'primary' | 'secondHand' | 'assumption' | 'choice';

/** A figure of the method with what it is measured in and where it comes from. */
export interface MethodFigure {
  /** Norwegian name. */
  readonly name: string;
  readonly value: number;
  /** Norwegian unit; empty for a pure number. */
  readonly unit: string;
  readonly standing: Standing;
  /** Norwegian: the source, or the reason. */
  readonly source: string;
}

/** What a reader is told of each standing, in Norwegian. */
export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  primary: 'lest i kilden',
  secondHand: 'ikke bekreftet i primærkilde',
  assumption: 'antakelse',
  choice: 'regnevalg',
};

/** A figure with its unit: "80 m/min". */
export function figureWithUnit({ value, unit }: Pick<MethodFigure, 'value' | 'unit'>): string {
  return unit === '' ? figureText(value) : `${figureText(value)} ${unit}`;
}
