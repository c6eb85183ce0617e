import { layersOf } from '../domain/dataset';
import type { LayerRole } from '../domain/catalogue';
import { quantityText } from '../method/figureText';
import { OUTSIDE_TYPOLOGY, SQUARE_METRES_PER_DAA, TYPOLOGIES } from '../method/parameters';
import type { LandClass } from './evaluation';
import type { Assessment } from './assessment';
import { computedTerm, LAND_CLASS_NAMES, type Explanation } from './explanation';
import { areaRows, spreadRows, tablesByTownAndArea } from './explainTables';
import { spreadTaken } from './landAccount';

/** Layers that decide what belongs to a class: its own, and those that come before it. */
const ROLES: Readonly<Record<LandClass, readonly LayerRole[]>> = {
  sea: ['land'],
  lake: ['land', 'water'],
  farmland: ['land', 'water', 'farmland'],
  marka: ['land', 'water', 'farmland', 'marka'],
  green: ['land', 'water', 'farmland', 'marka', 'green'],
  builtUp: ['land', 'water', 'farmland', 'marka', 'green', 'builtUp'],
  other: ['land', 'water', 'farmland', 'marka', 'green', 'builtUp'],
};

const WATER: ReadonlySet<LandClass> = new Set<LandClass>(['sea', 'lake']);

/** Explains one class of the land account: what lies in the areas, and what of it is built on. */
export function explainLandClass(assessment: Assessment, landClass: LandClass): Explanation {
  const { placement, landAccount, baseline } = assessment;
  const row = landAccount.rows.find((candidate) => candidate.landClass === landClass);
  const spreadDaa = landClass === 'builtUp' ? spreadTaken(placement.spread) / SQUARE_METRES_PER_DAA : 0;
  const name = LAND_CLASS_NAMES[landClass];
  const areaDaa = row?.areaDaa ?? 0;
  const takenDaa = row?.takenDaa ?? 0;
  return {
    id: landClass,
    title: name,
    page: 'arealregnskap',
    numbers: [
      { id: 'area', name: 'I feltene', value: areaDaa, unit: 'daa', direction: null },
      {
        id: 'taken',
        name: 'Bygges ned',
        value: takenDaa,
        unit: 'daa',
        direction: landClass === 'builtUp' || landClass === 'other' ? null : 'lowerIsBetter',
      },
    ],
    caution: null,
    formula: ['bygges ned = areal av klassen i feltet · andel som bygges'],
    filledIn: [
      `i feltene = ${quantityText(areaDaa)} daa`,
      spreadDaa > 0
        ? `bygges ned = ${quantityText(takenDaa - spreadDaa)} i feltene + ${quantityText(spreadDaa)} spredt = ${quantityText(takenDaa)} daa`
        : `bygges ned = ${quantityText(takenDaa)} daa`,
    ],
    terms:
      spreadDaa > 0
        ? [
            computedTerm('', 'Spredt utenfor småbyene', placement.spread, 'boliger', 'Kvoten utenfor, mindre det feltene der har fått'),
            {
              symbol: '',
              name: 'Tetthet utenfor',
              value: TYPOLOGIES[OUTSIDE_TYPOLOGY].dwellingsPerDaa,
              unit: 'boliger/daa',
              standing: 'assumption',
              source: 'Se Utbyggingsfelt og kapasitet.',
            },
          ]
        : [],
    tables: tablesByTownAndArea(
      assessment,
      [
        { name: 'I feltet', unit: 'daa', together: 'sum', gives: 'area' },
        { name: 'Andel som bygges', unit: '%', together: 'none' },
        { name: 'Bygges ned', unit: 'daa', together: 'sum', gives: 'taken' },
      ],
      [
        ...areaRows(assessment, ({ measured, shareTaken }) => {
          const daa = measured.ground.byClass[landClass] / SQUARE_METRES_PER_DAA;
          const share = WATER.has(landClass) ? 0 : shareTaken;
          return daa > 0 ? [daa, 100 * share, daa * share] : null;
        }),
        ...(landClass === 'builtUp' ? spreadRows(assessment, [null, null, spreadDaa]) : []),
      ],
    ),
    layers: ROLES[landClass].flatMap((role) => layersOf(baseline.dataset, role).map(({ description }) => description.id)),
  };
}
