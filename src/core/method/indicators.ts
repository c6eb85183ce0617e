import type { LayerRole } from '../domain/catalogue';
import { figureText } from './figureText';
import {
  ACCESSIBILITY_REACH_METRES,
  CONNECTIVITY_HALF_DISTANCE_METRES,
  CONNECTIVITY_LOSS_WORST,
  CONNECTIVITY_REACH_METRES,
  FULL_SCORE_MINUTES,
  GREEN_TAKEN_WORST_SQUARE_METRES,
  HALF_HOUR_MINUTES,
  HIGHEST_SCORE,
  NEARBY_GREEN,
  NEAR_STATION_METRES,
  OTHER_LINES_SHARE,
  RAIL_RELIABILITY_MINUTES,
  RUNOFF_WORST_SQUARE_METRES,
  SCORE_HALF_LIFE_MINUTES,
  WALKABLE_STATION_METRES,
  WALKING_METRES_PER_MINUTE,
  WATER_BELT_TAKEN_WORST_SQUARE_METRES,
} from './parameters';

/** Numbers of the model that have a page of their own, in the order they are listed. */
export const INDICATOR_IDS = ['T', 'T1', 'T2', 'T3', 'B', 'B1', 'B2', 'B3', 'B4', 'B5', 'B6'] as const;

export type IndicatorId = (typeof INDICATOR_IDS)[number];

export type Direction = 'higherIsBetter' | 'lowerIsBetter';

export const DIRECTION_WORDS: Readonly<Record<Direction, string>> = {
  higherIsBetter: 'Høyere er bedre.',
  lowerIsBetter: 'Lavere er bedre.',
};

/** What layers an indicator needs, and what a layer coarser than the limit makes of it. */
export interface LayerNeeds {
  /** Without a layer in each of these roles it says nothing. */
  readonly required: readonly LayerRole[];
  /** Roles that count where they are present. */
  readonly used: readonly LayerRole[];
  readonly whenCoarse: 'coarse' | 'missing' | 'noLimit' | 'byPart';
}

/** What an indicator is called, measured in, made of and made from. Norwegian. */
export interface Indicator {
  readonly id: IndicatorId;
  readonly name: string;
  /** The number that is told, before any scoring: its name, unit and direction. */
  readonly quantity: { readonly name: string; readonly unit: string; readonly direction: Direction };
  readonly formula: readonly string[];
  readonly needs: LayerNeeds;
}

export const ROLE_NAMES: Readonly<Record<LayerRole, string>> = {
  municipality: 'kommunegrense',
  land: 'land med kystlinje',
  farmland: 'dyrka mark',
  green: 'grønt (skog, park, friområde)',
  marka: 'Marka',
  water: 'vann (elver, bekker, innsjøer)',
  builtUp: 'bebygde områder',
  station: 'stasjoner',
  railLine: 'spor',
  population: 'befolkning på rutenett',
  town: 'småbyer',
  defaultArea: 'utbyggingsfelt å begynne med',
  flood: 'flomsone',
  quickClay: 'kvikkleiresone',
  noise: 'støysone',
  natureReserve: 'naturvernområde',
  valuableNature: 'verdifull natur',
  adoptedPlan: 'gjeldende plan',
  reference: 'til orientering',
};

const FULL = figureText(HIGHEST_SCORE);
const TRANSIT_NEEDS: LayerNeeds = {
  required: ['station'],
  used: ['land', 'municipality', 'water', 'population', 'town'],
  whenCoarse: 'noLimit',
};

/** Every indicator by its id. What depends on the place stands as a symbol in the formula. */
export const INDICATORS: Readonly<Record<IndicatorId, Indicator>> = {
  T: {
    id: 'T',
    name: 'Kollektivnærhet',
    quantity: { name: 'Skår', unit: 'poeng', direction: 'higherIsBetter' },
    formula: [
      `t = minste d/${figureText(WALKING_METRES_PER_MINUTE)} + ${figureText(HALF_HOUR_MINUTES)}/f + ${figureText(RAIL_RELIABILITY_MINUTES)} over alle stasjoner i drift`,
      `q = 1 når t ≤ ${figureText(FULL_SCORE_MINUTES)}, ellers 2^(−(t − ${figureText(FULL_SCORE_MINUTES)})/${figureText(SCORE_HALF_LIFE_MINUTES)})`,
      `T = ${FULL} · Σ q / N`,
    ],
    needs: TRANSIT_NEEDS,
  },
  T1: {
    id: 'T1',
    name: 'Boliger nær stasjon',
    quantity: { name: 'Andel av boligene', unit: '%', direction: 'higherIsBetter' },
    formula: [
      `andel = ${FULL} · boliger med d ≤ ${figureText(NEAR_STATION_METRES)} m / N`,
      `andel = ${FULL} · boliger med d ≤ ${figureText(WALKABLE_STATION_METRES)} m / N`,
    ],
    needs: TRANSIT_NEEDS,
  },
  T2: {
    id: 'T2',
    name: 'Gange til stasjon',
    quantity: { name: 'Snitt', unit: 'min', direction: 'lowerIsBetter' },
    formula: [`gange = Σ d/${figureText(WALKING_METRES_PER_MINUTE)} / P`],
    needs: TRANSIT_NEEDS,
  },
  T3: {
    id: 'T3',
    name: 'Baneindeks',
    quantity: { name: 'Snitt', unit: 'indekspoeng', direction: 'higherIsBetter' },
    formula: [
      `AWT = ${figureText(HALF_HOUR_MINUTES)}/f + ${figureText(RAIL_RELIABILITY_MINUTES)}`,
      `EDF = ${figureText(HALF_HOUR_MINUTES)}/(d/${figureText(WALKING_METRES_PER_MINUTE)} + AWT) for stasjoner med d ≤ ${figureText(ACCESSIBILITY_REACH_METRES)} m`,
      `AI = sum over tog og T-bane av beste EDF + ${figureText(OTHER_LINES_SHARE)} · de andre linjenes EDF`,
      'indeks = Σ AI / P',
    ],
    needs: TRANSIT_NEEDS,
  },
  B: {
    id: 'B',
    name: 'Blågrønt grep',
    quantity: { name: 'Skår', unit: 'poeng', direction: 'higherIsBetter' },
    formula: ['B = Σ w · skår / Σ w, over delene som har data'],
    needs: { required: [], used: ['land', 'farmland', 'green', 'marka', 'water', 'builtUp'], whenCoarse: 'byPart' },
  },
  B1: {
    id: 'B1',
    name: 'Dyrka mark',
    quantity: { name: 'Dyrka mark som bygges ned', unit: 'daa', direction: 'lowerIsBetter' },
    formula: [`B1 = ${FULL} · (1 − minste av 1 og L/(v · år))`],
    needs: { required: ['farmland'], used: ['land'], whenCoarse: 'coarse' },
  },
  B2: {
    id: 'B2',
    name: 'Grønnstruktur',
    quantity: { name: 'Grønt som bygges ned', unit: 'm²/bolig', direction: 'lowerIsBetter' },
    formula: ['g = G / P', `B2 = ${FULL} · største av 0 og 1 − g/${figureText(GREEN_TAKEN_WORST_SQUARE_METRES)}`],
    needs: { required: ['green'], used: ['marka', 'farmland', 'land'], whenCoarse: 'coarse' },
  },
  B3: {
    id: 'B3',
    name: 'Sammenheng',
    quantity: { name: 'Tap av sammenheng', unit: '%', direction: 'lowerIsBetter' },
    formula: [
      `p = 2^(−x/${figureText(CONNECTIVITY_HALF_DISTANCE_METRES)}), 0 når x > ${figureText(CONNECTIVITY_REACH_METRES)} m`,
      'ECA = √(Σ Σ aᵢ · aⱼ · pᵢⱼ)',
      'tap = 1 − ECA etter / ECA før',
      `B3 = ${FULL} · største av 0 og 1 − tap/${figureText(CONNECTIVITY_LOSS_WORST)}`,
    ],
    needs: { required: ['green'], used: ['marka'], whenCoarse: 'missing' },
  },
  B4: {
    id: 'B4',
    name: 'Vannbelter',
    quantity: { name: 'Vannbelte som bygges ned', unit: 'm²/bolig', direction: 'lowerIsBetter' },
    formula: ['w = W / P', `B4 = ${FULL} · største av 0 og 1 − w/${figureText(WATER_BELT_TAKEN_WORST_SQUARE_METRES)}`],
    needs: { required: ['land', 'water'], used: [], whenCoarse: 'coarse' },
  },
  B5: {
    id: 'B5',
    name: 'Nærgrønt',
    quantity: { name: 'Boliger med grønt nær', unit: '%', direction: 'higherIsBetter' },
    formula: [
      ...NEARBY_GREEN.map(
        ({ minimumDaa, walkMetres }, index) =>
          `s${index === 0 ? '₁' : '₂'} = boliger med minst ${figureText(minimumDaa)} daa grønt innen ${figureText(walkMetres)} m gange / P`,
      ),
      `B5 = ${FULL} · ½ · (s₁ + s₂)`,
    ],
    needs: { required: ['green'], used: ['marka'], whenCoarse: 'missing' },
  },
  B6: {
    id: 'B6',
    name: 'Overvann',
    quantity: { name: 'Ny avrenning', unit: 'm²/bolig', direction: 'lowerIsBetter' },
    formula: [
      'Δ = Σ (φ etter − φ før) · areal som bygges / P',
      `B6 = ${FULL} · (1 − Δ/${figureText(RUNOFF_WORST_SQUARE_METRES)}), holdt mellom 0 og ${FULL}`,
    ],
    needs: { required: ['builtUp', 'green', 'farmland'], used: ['marka', 'land'], whenCoarse: 'coarse' },
  },
};

/** Parts of score B, in order. */
export const BLUE_GREEN_PARTS = ['B1', 'B2', 'B3', 'B4', 'B5', 'B6'] as const satisfies readonly IndicatorId[];
