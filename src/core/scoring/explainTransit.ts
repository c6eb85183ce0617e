import { figureText, quantityText } from '../method/figureText';
import { INDICATORS, type IndicatorId } from '../method/indicators';
import { HIGHEST_SCORE, NEAR_STATION_METRES, WALKABLE_STATION_METRES } from '../method/parameters';
import { ACCESSIBILITY_BANDS } from './evaluation';
import { tableAsGiven } from './explainTables';
import { computedTerm, figureTerm, type Explanation, type ExplanationTerm } from './explanation';
import type { TransitHomes } from './transitHomes';
import type { Travel } from './travel';

type TransitId = Extract<IndicatorId, 'T' | 'T1' | 'T2' | 'T3'>;

const PERCENT = 100;
const WALK_TERMS: readonly ExplanationTerm[] = [
  figureTerm('', 'WALKING_METRES_PER_MINUTE'),
  figureTerm('k', 'DETOUR_FACTOR'),
];

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}

function base(id: TransitId, homes: TransitHomes, count: number): Omit<Explanation, 'numbers' | 'filledIn' | 'terms' | 'tables'> {
  return {
    id,
    title: INDICATORS[id].name,
    page: id,
    caution: count > 0 ? homes.caution : homes.cautionWithoutHomes,
    formula: INDICATORS[id].formula,
    layers: homes.layers,
  };
}

function homesTerm({ words }: TransitHomes, symbol: 'N' | 'P', count: number): ExplanationTerm {
  return computedTerm(symbol, symbol === 'N' ? words.all : words.placed, count, words.unit, words.source);
}

function explainScore(homes: TransitHomes): Explanation {
  const { all, transit, words } = homes;
  const { score } = transit;
  const sum = ((score ?? 0) * all) / HIGHEST_SCORE;
  return {
    ...base('T', homes, all),
    numbers: [{ id: 'T', name: 'Kollektivnærhet', value: score, unit: 'poeng', direction: 'higherIsBetter' }],
    filledIn: score === null ? [] : [`T = ${figureText(HIGHEST_SCORE)} · ${quantityText(sum)} / ${quantityText(all)} = ${quantityText(score)}`],
    terms: [
      homesTerm(homes, 'N', all),
      computedTerm('Σ q', `Sum av q over ${words.these}`, sum, '', `${words.column} · skår i tabellen under, med skåren fra 0 til 1`),
      ...WALK_TERMS,
      figureTerm('', 'RAIL_RELIABILITY_MINUTES'),
      figureTerm('', 'FULL_SCORE_MINUTES'),
      figureTerm('', 'SCORE_HALF_LIFE_MINUTES'),
    ],
    tables: homes.tables({
      plans: [
        { name: 'Fra dør til avgang', unit: 'min', together: { meanBy: 0 } },
        { name: 'Skår', unit: 'poeng', together: { meanBy: 0 } },
        { name: 'Bidrag til T', unit: 'poeng', together: 'sum', gives: 'T' },
      ],
      columns: (count, travel) => [
        finite(travel?.departureMinutes),
        HIGHEST_SCORE * (travel?.score ?? 0),
        (HIGHEST_SCORE * count * (travel?.score ?? 0)) / all,
      ],
      unplaced: [null, 0, 0],
    }),
  };
}

function explainNearStation(homes: TransitHomes): Explanation {
  const { all, transit } = homes;
  const { share500, share1000 } = transit;
  const named = [
    { id: 'near', metres: NEAR_STATION_METRES, share: share500 },
    { id: 'walkable', metres: WALKABLE_STATION_METRES, share: share1000 },
  ].map((entry) => ({ ...entry, name: `Innen ${figureText(entry.metres)} m` }));
  return {
    ...base('T1', homes, all),
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
        : [`${name}: ${figureText(PERCENT)} · ${quantityText(share * all)} / ${quantityText(all)} = ${quantityText(PERCENT * share)} %`],
    ),
    terms: [homesTerm(homes, 'N', all), figureTerm('', 'NEAR_STATION_METRES'), figureTerm('', 'WALKABLE_STATION_METRES'), figureTerm('k', 'DETOUR_FACTOR')],
    tables: homes.tables({
      plans: named.map(({ id, name }) => ({ name: `${name}, bidrag`, unit: '%', together: 'sum', gives: id })),
      columns: (count, travel) => [
        (PERCENT * count * (travel?.share500 ?? 0)) / all,
        (PERCENT * count * (travel?.share1000 ?? 0)) / all,
      ],
      unplaced: [0, 0],
    }),
  };
}

function explainWalk(homes: TransitHomes): Explanation {
  const { placed, transit, words } = homes;
  const { meanWalkMinutes } = transit;
  const sum = (meanWalkMinutes ?? 0) * placed;
  return {
    ...base('T2', homes, placed),
    numbers: [{ id: 'walk', name: 'Gange til stasjon', value: meanWalkMinutes, unit: 'min', direction: 'lowerIsBetter' }],
    filledIn:
      meanWalkMinutes === null ? [] : [`gange = ${quantityText(sum)} min / ${quantityText(placed)} = ${quantityText(meanWalkMinutes)} min`],
    terms: [homesTerm(homes, 'P', placed), computedTerm('', 'Sum av gange', sum, 'min', `${words.column} · gange i tabellen under`), ...WALK_TERMS],
    tables: homes.tables({
      plans: [
        { name: 'Gange', unit: 'min', together: { meanBy: 0 } },
        { name: 'Bidrag', unit: 'min', together: 'sum', gives: 'walk' },
      ],
      columns: (count, travel: Travel | null) => {
        const walk = finite(travel?.walkMinutes);
        return [walk, walk === null ? null : (count * walk) / placed];
      },
      unplaced: null,
    }),
  };
}

function explainIndex(homes: TransitHomes): Explanation {
  const { placed, transit, words } = homes;
  const { accessibilityIndex } = transit;
  const mean = accessibilityIndex?.mean ?? null;
  const sum = (mean ?? 0) * placed;
  const bands = tableAsGiven(
    `${words.column} i hvert bånd`,
    [{ name: 'Andel', unit: '%', together: 'sum' }],
    ACCESSIBILITY_BANDS.map((band, position) => ({
      subject: { kind: 'band', band },
      name: `Bånd ${band}`,
      values: [PERCENT * (accessibilityIndex?.bandShares[position] ?? 0)],
    })),
  );
  return {
    ...base('T3', homes, placed),
    numbers: [{ id: 'index', name: 'Baneindeks', value: mean, unit: '', direction: 'higherIsBetter' }],
    filledIn: mean === null ? [] : [`indeks = ${quantityText(sum)} / ${quantityText(placed)} = ${quantityText(mean)}`],
    terms: [
      homesTerm(homes, 'P', placed),
      computedTerm('Σ AI', `Sum av indeksen over ${words.these}`, sum, '', `${words.column} · indeks i tabellen under`),
      ...WALK_TERMS,
      figureTerm('', 'RAIL_RELIABILITY_MINUTES'),
      figureTerm('', 'ACCESSIBILITY_REACH_METRES'),
      figureTerm('', 'OTHER_LINES_SHARE'),
    ],
    tables: [
      ...homes.tables({
        plans: [
          { name: 'Indeks', unit: '', together: { meanBy: 0 } },
          { name: 'Bidrag', unit: '', together: 'sum', gives: 'index' },
        ],
        columns: (count, travel) => [travel?.accessibilityIndex ?? 0, (count * (travel?.accessibilityIndex ?? 0)) / placed],
        unplaced: null,
      }),
      ...(mean === null ? [] : [bands]),
    ],
  };
}

/** How transit proximity is explained, by indicator. */
export const TRANSIT_EXPLANATIONS: Readonly<Record<TransitId, (homes: TransitHomes) => Explanation>> = {
  T: explainScore,
  T1: explainNearStation,
  T2: explainWalk,
  T3: explainIndex,
};
