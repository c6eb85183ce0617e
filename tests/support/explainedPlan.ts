import { quantityText } from '../../src/core/method/figureText';
import { createEvaluator } from '../../src/core/scoring/evaluator';
import { explain } from '../../src/core/scoring/explain';
import type { ExplainedId, Explanation } from '../../src/core/scoring/explanation';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf } from './placeBuilder';

/** A number no wider than it is shown. */
const cell = (value: number | null): string => (value === null ? '–' : quantityText(value));

const words = (...parts: readonly (string | null)[]): string => parts.filter((part) => part !== null && part !== '').join(' ');

/** An explanation as a reader meets it, line by line: numbers, formula, terms, and the tables with their sums. */
function linesOf(explanation: Explanation): readonly string[] {
  const { numbers, filledIn, terms, tables, layers } = explanation;
  return [
    ...numbers.map(({ id, value, unit, direction }) => `${words(id, '=', cell(value), unit)}, ${direction ?? 'neither way'}`),
    ...filledIn,
    ...terms.map(({ symbol, name, value, unit, standing }) => words(symbol, `${name}:`, cell(value), unit, standing)),
    ...tables.flatMap((table) => [
      `${table.title}: ${table.columns.map(({ name, unit, gives }) => words(name, unit, gives === null ? null : `(${gives})`)).join(' | ')}`,
      ...table.rows.map(({ subject, name, values }) => `${subject.kind} ${name}: ${values.map(cell).join(' | ')}`),
      `sum: ${table.totals.map(cell).join(' | ')}`,
    ]),
    `layers ${layers.join(' ')}`,
  ].map((line) => line.replaceAll('\u00A0', ' '));
}

const place = new PlaceBuilder()
  .withPolygons('farmland', [rectangle(2000, 0, 500, 1000)])
  .withPolygons('green', [rectangle(0, 1200, 900, 300), rectangle(1000, 1200, 800, 300), rectangle(100, 100, 90, 90)])
  .withPolygons('marka', [rectangle(0, 3200, 4000, 800)])
  .withPolygons('builtUp', [rectangle(0, 0, 2000, 2000)])
  .withRiver('Storelva', [0, 1100, 4000, 1100])
  .withResidents(3000, 2000, 40)
  .withResidents(250, 250, 60)
  .withStation('stasjon', 500, 500)
  .build();

const areas = [
  developmentArea('sentrum', rectangle(400, 400, 200, 100), 100),
  developmentArea('jordet', rectangle(1900, 200, 200, 100), 60),
  developmentArea('skogen', rectangle(800, 1000, 100, 300), 30, { town: null, developableShare: 0.5 }),
  developmentArea('lia', rectangle(1000, 3150, 100, 100), 20, { town: null }),
  developmentArea('tomt', rectangle(3000, 500, 100, 100), 0),
];

/**
 * A plan, assessed.
 *
 * Ten dwellings to the daa. Sentrum: 20 daa built-up, half of it built. Jordet: 20 daa, half of it farmland, 30 % built. Skogen,
 * outside the town: 10 daa of green and 6 of the river's belt in 30, 10 % built. Lia, outside too: half of 10 daa in Marka, 20 % built.
 * Of 120 dwellings outside the town 70 have no area, of 180 in it 20.
 */
export const plannedAssessment = createEvaluator(place).assess(scenarioOf(areas, { dwellingsPerYear: 30, townsShare: 0.6 }));

/** An explanation of the plan, line by line. */
export const told = (id: ExplainedId, periods: number | null = null): readonly string[] => linesOf(explain(plannedAssessment, id, periods));
