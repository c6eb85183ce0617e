import { INDICATORS } from '../method/indicators';
import { figureText, quantityText } from '../method/figureText';
import {
  GREEN_TAKEN_WORST_SQUARE_METRES,
  RUNOFF_WORST_SQUARE_METRES,
  SQUARE_METRES_PER_DAA,
  WATER_BELT_TAKEN_WORST_SQUARE_METRES,
} from '../method/parameters';
import { farmlandPaceFigure, waterBeltFigures } from '../method/placeFigures';
import { runoffOfArea, runoffOfSpread } from './blueGreen';
import type { PartId } from './evaluation';
import type { Assessment } from './assessment';
import { cautionOf, explainPart, placedTerm, scoreLine } from './explainParts';
import { areaRows, spreadRows, tableAsGiven, tablesByTownAndArea, type ColumnPlan } from './explainTables';
import { computedTerm, figureTerm, termOfFigure, type Explanation, type ExplanationTerm } from './explanation';
import { spreadTaken } from './landAccount';

const FROM_ACCOUNT = 'Arealregnskapet: summen av tabellen under';
const PER_DWELLING: ColumnPlan = { name: 'Bidrag', unit: 'm²/bolig', together: 'sum', gives: 'quantity' };

/** Explains score B by its parts. */
export function explainBlueGreen(assessment: Assessment): Explanation {
  const { score, parts } = assessment.evaluation.blueGreen;
  const scored = parts.filter((part) => part.score !== null);
  const out = parts.filter((part) => part.score === null).map(({ id }) => `${id} ${INDICATORS[id].name.toLowerCase()}`);
  const isCoarse = scored.some(({ status }) => status.kind === 'coarse');
  const cautions = [
    out.length > 0 && scored.length > 0 ? `Holdt utenfor: ${out.join(', ')}.` : '',
    isCoarse ? 'Grove data i en eller flere deler.' : '',
    scored.length === 0 ? (cautionOf(parts[0]?.status ?? { kind: 'noDwellings' }) ?? '') : '',
  ].filter((caution) => caution !== '');
  return {
    id: 'B',
    title: INDICATORS.B.name,
    page: 'B',
    numbers: [{ id: 'B', name: INDICATORS.B.name, value: score, unit: 'poeng', direction: 'higherIsBetter' }],
    caution: cautions.length > 0 ? cautions.join(' ') : null,
    formula: INDICATORS.B.formula,
    filledIn:
      score === null
        ? []
        : [`B = ${scored.map((part) => `${quantityText(part.weight)} · ${quantityText(part.score ?? 0)}`).join(' + ')} = ${quantityText(score)}`],
    terms: scored.map(({ id, weight }) =>
      computedTerm(`w ${id}`, `Vekt for ${INDICATORS[id].name.toLowerCase()}`, weight, '', 'Prosjektets vekter, skalert over delene med data'),
    ),
    tables: [
      tableAsGiven(
        'Per del',
        [
          { name: 'Skår', unit: 'poeng', together: 'none' },
          { name: 'Vekt', unit: '', together: 'sum' },
          { name: 'Bidrag til B', unit: 'poeng', together: 'sum', gives: 'B' },
        ],
        parts.map((part) => ({
          subject: { kind: 'indicator', indicator: part.id },
          name: `${part.id} ${INDICATORS[part.id].name}`,
          values: part.score === null ? [null, null, null] : [part.score, part.weight, part.weight * part.score],
        })),
      ),
    ],
    layers: [...new Set(scored.flatMap((part) => part.layers))],
  };
}

function explainFarmland(assessment: Assessment): Explanation {
  const { placement, baseline } = assessment;
  const pace = farmlandPaceFigure(baseline.dataset.parameters);
  const { years } = placement;
  return explainPart(assessment, 'B1', 1, (taken, score) => ({
    filledIn: [scoreLine('B1', taken, `(${figureText(pace.value)} · ${figureText(years)})`, pace.value * years, score)],
    terms: [
      computedTerm('L', 'Dyrka mark som bygges ned', taken, 'daa', FROM_ACCOUNT),
      termOfFigure('v', pace),
      computedTerm('år', 'Programmets år', years, 'år', 'Boligprogrammet'),
    ],
    tables: tablesByTownAndArea(
      assessment,
      [
        { name: 'Dyrka mark i feltet', unit: 'daa', together: 'sum' },
        { name: 'Andel som bygges', unit: '%', together: 'none' },
        { name: 'Bygges ned', unit: 'daa', together: 'sum', gives: 'quantity' },
      ],
      areaRows(assessment, ({ measured, shareTaken: share }) => {
        const daa = measured.ground.byClass.farmland / SQUARE_METRES_PER_DAA;
        return daa > 0 ? [daa, 100 * share, daa * share] : null;
      }),
    ),
  }));
}

/** A part that is ground taken per placed dwelling, of so many m² that give 0. */
function explainPerDwelling(
  assessment: Assessment,
  id: Extract<PartId, 'B2' | 'B4' | 'B6'>,
  symbols: readonly [sum: string, mean: string],
  worst: number,
  terms: readonly ExplanationTerm[],
  plans: readonly ColumnPlan[],
  rows: ReturnType<typeof areaRows>,
): Explanation {
  const { placed } = assessment.placement.dwellings;
  const [sumSymbol, meanSymbol] = symbols;
  return explainPart(assessment, id, 1, (mean, score) => ({
    filledIn: [
      `${meanSymbol} = ${quantityText(mean * placed)} / ${quantityText(placed)} = ${quantityText(mean)} m²/bolig`,
      scoreLine(id, mean, figureText(worst), worst, score),
    ],
    terms: [
      computedTerm(sumSymbol, INDICATORS[id].quantity.name, mean * placed, 'm²', FROM_ACCOUNT),
      placedTerm(assessment),
      ...terms,
    ],
    tables: tablesByTownAndArea(assessment, [...plans, PER_DWELLING], rows),
  }));
}

function explainGreen(assessment: Assessment): Explanation {
  const { placed: allPlaced } = assessment.placement.dwellings;
  return explainPerDwelling(
    assessment,
    'B2',
    ['G', 'g'],
    GREEN_TAKEN_WORST_SQUARE_METRES,
    [figureTerm('', 'GREEN_TAKEN_WORST_SQUARE_METRES')],
    [
      { name: 'Annet grønt', unit: 'm²', together: 'sum' },
      { name: 'Marka', unit: 'm²', together: 'sum' },
    ],
    areaRows(assessment, ({ measured, shareTaken: share }) => {
      const green = measured.ground.byClass.green * share;
      const marka = measured.ground.byClass.marka * share;
      return green + marka > 0 ? [green, marka, (green + marka) / allPlaced] : null;
    }),
  );
}

function explainWater(assessment: Assessment): Explanation {
  const { placed: allPlaced } = assessment.placement.dwellings;
  return explainPerDwelling(
    assessment,
    'B4',
    ['W', 'w'],
    WATER_BELT_TAKEN_WORST_SQUARE_METRES,
    [
      figureTerm('', 'WATER_BELT_TAKEN_WORST_SQUARE_METRES'),
      ...waterBeltFigures(assessment.baseline.dataset.parameters).map((figure) => termOfFigure('', figure)),
    ],
    [
      { name: 'Belte i feltet', unit: 'm²', together: 'sum' },
      { name: 'Bygges ned', unit: 'm²', together: 'sum' },
    ],
    areaRows(assessment, ({ measured, shareTaken }) => {
      const { waterBelt } = measured.ground;
      const taken = waterBelt * shareTaken;
      return waterBelt > 0 ? [waterBelt, taken, taken / allPlaced] : null;
    }),
  );
}

function explainStormwater(assessment: Assessment): Explanation {
  const { placement } = assessment;
  const { placed: allPlaced } = placement.dwellings;
  const spreadRunoff = runoffOfSpread(placement.spread);
  return explainPerDwelling(
    assessment,
    'B6',
    ['Σ', 'Δ'],
    RUNOFF_WORST_SQUARE_METRES,
    [figureTerm('', 'RUNOFF_WORST_SQUARE_METRES')],
    [
      { name: 'Land som bygges', unit: 'daa', together: 'sum' },
      { name: 'Ny avrenning', unit: 'm²', together: 'sum' },
    ],
    [
      ...areaRows(assessment, (area) => {
        const taken = area.measured.ground.land * area.shareTaken;
        const runoff = runoffOfArea(area);
        return taken > 0 ? [taken / SQUARE_METRES_PER_DAA, runoff, runoff / allPlaced] : null;
      }),
      ...spreadRows(assessment, [spreadTaken(placement.spread) / SQUARE_METRES_PER_DAA, spreadRunoff, spreadRunoff / allPlaced]),
    ],
  );
}

/** How the parts that rest on the land account are explained. */
export const ACCOUNT_EXPLANATIONS: Readonly<Record<'B1' | 'B2' | 'B4' | 'B6', (assessment: Assessment) => Explanation>> = {
  B1: explainFarmland,
  B2: explainGreen,
  B4: explainWater,
  B6: explainStormwater,
};

