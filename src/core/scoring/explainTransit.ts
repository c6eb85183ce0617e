import { layersOf } from '../domain/dataset';
import type { LayerRole } from '../domain/catalogue';
import type { LayerId } from '../domain/identifiers';
import { figureText, quantityText } from '../method/figureText';
import { INDICATORS, type IndicatorId } from '../method/indicators';
import { HIGHEST_SCORE, NEAR_STATION_METRES, WALKABLE_STATION_METRES } from '../method/parameters';
import { ACCESSIBILITY_BANDS } from './evaluation';
import type { Assessment } from './evaluator';
import {
  computedTerm,
  figureTerm,
  type Explanation,
  type ExplanationRow,
  type ExplanationTable,
  type ExplanationTerm,
} from './explanation';
import { areaRows, spreadRows, tableAsGiven, tablesByTownAndArea, unplacedRows, type ColumnPlan } from './explainTables';
import type { Travel } from './travel';

type TransitId = Extract<IndicatorId, 'T' | 'T1' | 'T2' | 'T3'>;

const DWELLINGS: ColumnPlan = { name: 'Boliger', unit: 'boliger', together: 'sum' };
const PERCENT = 100;
const FROM_PROGRAMME = 'Boligprogrammet og feltene';
const WALK_TERMS: readonly ExplanationTerm[] = [
  figureTerm('', 'WALKING_METRES_PER_MINUTE'),
  figureTerm('k', 'DETOUR_FACTOR'),
];

/** Layers that homes and stations come from; those of the residents only when dwellings are spread as they live. */
function transitLayers({ baseline, placement }: Assessment): readonly LayerId[] {
  const roles: readonly LayerRole[] =
    placement.spread > 0
      ? ['station', 'land', 'water', 'municipality', 'population', 'town']
      : ['station', 'land', 'water'];
  return roles.flatMap((role) => layersOf(baseline.dataset, role).map(({ description }) => description.id));
}

interface TransitRows {
  readonly plans: readonly ColumnPlan[];
  /** Columns after the dwellings, of so many dwellings with this travel. */
  readonly columns: (dwellings: number, travel: Travel | null) => readonly (number | null)[];
  /** Columns after the dwellings, of unplaced dwellings; null where they are not counted. */
  readonly unplaced: readonly (number | null)[] | null;
}

function transitTables(assessment: Assessment, { plans, columns, unplaced }: TransitRows): readonly ExplanationTable[] {
  const { placement } = assessment;
  const rows: readonly ExplanationRow[] = [
    ...areaRows(assessment, ({ placed, travel }) => (placed > 0 ? [placed, ...columns(placed, travel)] : null)),
    ...spreadRows(assessment, [placement.spread, ...columns(placement.spread, placement.spreadTravel)]),
    ...(unplaced ? unplacedRows(assessment, (dwellings) => [dwellings, ...unplaced]) : []),
  ];
  return tablesByTownAndArea(assessment, [DWELLINGS, ...plans], rows);
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}

function base(id: TransitId, assessment: Assessment, homes: number): Omit<Explanation, 'numbers' | 'filledIn' | 'terms' | 'tables'> {
  const noStation = assessment.service.stations.length === 0 ? 'Ingen stasjon er i drift det siste året.' : null;
  return {
    id,
    title: INDICATORS[id].name,
    page: id,
    caution: homes > 0 ? noStation : 'Ingen boliger er plassert.',
    formula: INDICATORS[id].formula,
    layers: transitLayers(assessment),
  };
}

function homesTerm(symbol: 'N' | 'P', homes: number): ExplanationTerm {
  return computedTerm(symbol, symbol === 'N' ? 'Boliger, også uplasserte' : 'Plasserte boliger', homes, 'boliger', FROM_PROGRAMME);
}

function explainScore(assessment: Assessment): Explanation {
  const { scored } = assessment.placement;
  const { score } = assessment.evaluation.transit;
  const sum = ((score ?? 0) * scored) / HIGHEST_SCORE;
  return {
    ...base('T', assessment, scored),
    numbers: [{ id: 'T', name: 'Kollektivnærhet', value: score, unit: 'poeng', direction: 'higherIsBetter' }],
    filledIn:
      score === null ? [] : [`T = ${figureText(HIGHEST_SCORE)} · ${quantityText(sum)} / ${quantityText(scored)} = ${quantityText(score)}`],
    terms: [
      homesTerm('N', scored),
      computedTerm('Σ q', 'Sum av q over boligene', sum, '', 'Boliger · skår i tabellen under, med skåren fra 0 til 1'),
      ...WALK_TERMS,
      figureTerm('', 'RAIL_RELIABILITY_MINUTES'),
      figureTerm('', 'FULL_SCORE_MINUTES'),
      figureTerm('', 'SCORE_HALF_LIFE_MINUTES'),
    ],
    tables: transitTables(assessment, {
      plans: [
        { name: 'Fra dør til avgang', unit: 'min', together: { meanBy: 0 } },
        { name: 'Skår', unit: 'poeng', together: { meanBy: 0 } },
        { name: 'Bidrag til T', unit: 'poeng', together: 'sum', gives: 'T' },
      ],
      columns: (dwellings, travel) => [
        finite(travel?.departureMinutes),
        HIGHEST_SCORE * (travel?.score ?? 0),
        (HIGHEST_SCORE * dwellings * (travel?.score ?? 0)) / scored,
      ],
      unplaced: [null, 0, 0],
    }),
  };
}

function explainNearStation(assessment: Assessment): Explanation {
  const { scored } = assessment.placement;
  const { share500, share1000 } = assessment.evaluation.transit;
  const named = [
    { id: 'near', metres: NEAR_STATION_METRES, share: share500 },
    { id: 'walkable', metres: WALKABLE_STATION_METRES, share: share1000 },
  ].map((entry) => ({ ...entry, name: `Innen ${figureText(entry.metres)} m` }));
  return {
    ...base('T1', assessment, scored),
    numbers: named.map(({ id, name, share }) => ({
      id,
      name,
      value: share === null ? null : PERCENT * share,
      unit: '%',
      direction: 'higherIsBetter',
    })),
    filledIn: named.flatMap(({ name, share }) =>
      share === null
        ? []
        : [`${name}: ${figureText(PERCENT)} · ${quantityText(share * scored)} / ${quantityText(scored)} = ${quantityText(PERCENT * share)} %`],
    ),
    terms: [homesTerm('N', scored), figureTerm('', 'NEAR_STATION_METRES'), figureTerm('', 'WALKABLE_STATION_METRES'), figureTerm('k', 'DETOUR_FACTOR')],
    tables: transitTables(assessment, {
      plans: named.map(({ id, name }) => ({ name: `${name}, bidrag`, unit: '%', together: 'sum', gives: id })),
      columns: (dwellings, travel) => [
        (PERCENT * dwellings * (travel?.share500 ?? 0)) / scored,
        (PERCENT * dwellings * (travel?.share1000 ?? 0)) / scored,
      ],
      unplaced: [0, 0],
    }),
  };
}

function explainWalk(assessment: Assessment): Explanation {
  const { placed } = assessment.placement.dwellings;
  const { meanWalkMinutes } = assessment.evaluation.transit;
  const sum = (meanWalkMinutes ?? 0) * placed;
  return {
    ...base('T2', assessment, placed),
    numbers: [{ id: 'walk', name: 'Gange til stasjon', value: meanWalkMinutes, unit: 'min', direction: 'lowerIsBetter' }],
    filledIn:
      meanWalkMinutes === null ? [] : [`gange = ${quantityText(sum)} min / ${quantityText(placed)} = ${quantityText(meanWalkMinutes)} min`],
    terms: [homesTerm('P', placed), computedTerm('', 'Sum av gange', sum, 'min', 'Boliger · gange i tabellen under'), ...WALK_TERMS],
    tables: transitTables(assessment, {
      plans: [
        { name: 'Gange', unit: 'min', together: { meanBy: 0 } },
        { name: 'Bidrag', unit: 'min', together: 'sum', gives: 'walk' },
      ],
      columns: (dwellings, travel) => {
        const walk = finite(travel?.walkMinutes);
        return [walk, walk === null ? null : (dwellings * walk) / placed];
      },
      unplaced: null,
    }),
  };
}

function explainIndex(assessment: Assessment): Explanation {
  const { placed } = assessment.placement.dwellings;
  const { accessibilityIndex } = assessment.evaluation.transit;
  const mean = accessibilityIndex?.mean ?? null;
  const sum = (mean ?? 0) * placed;
  const bands = tableAsGiven(
    'Boliger i hvert bånd',
    [{ name: 'Andel', unit: '%', together: 'sum' }],
    ACCESSIBILITY_BANDS.map((band, position) => ({
      subject: { kind: 'band', band },
      name: `Bånd ${band}`,
      values: [PERCENT * (accessibilityIndex?.bandShares[position] ?? 0)],
    })),
  );
  return {
    ...base('T3', assessment, placed),
    numbers: [{ id: 'index', name: 'Baneindeks', value: mean, unit: '', direction: 'higherIsBetter' }],
    filledIn: mean === null ? [] : [`indeks = ${quantityText(sum)} / ${quantityText(placed)} = ${quantityText(mean)}`],
    terms: [
      homesTerm('P', placed),
      computedTerm('Σ AI', 'Sum av indeksen over boligene', sum, '', 'Boliger · indeks i tabellen under'),
      ...WALK_TERMS,
      figureTerm('', 'RAIL_RELIABILITY_MINUTES'),
      figureTerm('', 'ACCESSIBILITY_REACH_METRES'),
      figureTerm('', 'OTHER_LINES_SHARE'),
    ],
    tables: [
      ...transitTables(assessment, {
        plans: [
          { name: 'Indeks', unit: '', together: { meanBy: 0 } },
          { name: 'Bidrag', unit: '', together: 'sum', gives: 'index' },
        ],
        columns: (dwellings, travel) => [
          travel?.accessibilityIndex ?? 0,
          (dwellings * (travel?.accessibilityIndex ?? 0)) / placed,
        ],
        unplaced: null,
      }),
      ...(mean === null ? [] : [bands]),
    ],
  };
}

/** How transit proximity is explained, by indicator. */
export const TRANSIT_EXPLANATIONS: Readonly<Record<TransitId, (assessment: Assessment) => Explanation>> = {
  T: explainScore,
  T1: explainNearStation,
  T2: explainWalk,
  T3: explainIndex,
};
