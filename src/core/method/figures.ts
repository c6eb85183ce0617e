import type { MethodFigure } from './figure';
import { GROUND_FIGURES } from './groundFigures';
import { TRANSIT_FIGURES } from './transitFigures';
import { TYPOLOGY_FIGURES } from './typologyFigures';

const FIGURES = { ...TRANSIT_FIGURES, ...GROUND_FIGURES, ...TYPOLOGY_FIGURES };

/** Names of the constants that have published figures. */
export type FigureName = keyof typeof FIGURES;

export const FIGURE_NAMES = Object.keys(FIGURES) as readonly FigureName[];

/** The figures of one constant: one, or one for each of its parts. */
export function figuresOf(name: FigureName): readonly MethodFigure[] {
  const figures: MethodFigure | readonly MethodFigure[] = FIGURES[name];
  return 'value' in figures ? [figures] : figures;
}
