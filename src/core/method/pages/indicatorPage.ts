import type { MethodFigure } from '../figure';
import { figureText, listText } from '../figureText';
import {
  DIRECTION_WORDS,
  INDICATORS,
  ROLE_NAMES,
  type Indicator,
  type IndicatorId,
  type LayerNeeds,
} from '../indicators';
import { COARSEST_GOOD_ACCURACY_METRES } from '../parameters';
import type { MethodBlock, MethodPage, MethodPageId } from '../page';

/** What an indicator's page says beyond what `INDICATORS` holds. Norwegian. */
export interface IndicatorText {
  readonly id: IndicatorId;
  readonly says: string;
  readonly symbols: readonly (readonly [symbol: string, meaning: string])[];
  /** What the ends of the scale mean. */
  readonly scale: string;
  /** Said of data beyond the common rule for coarse layers. */
  readonly dataNote?: string;
  readonly figures: readonly MethodFigure[];
  /** Choices that the code takes, which a reader could have taken otherwise. */
  readonly choices: readonly string[];
  /** What it cannot tell. */
  readonly limits: readonly string[];
  readonly more?: readonly { readonly heading: string; readonly blocks: readonly MethodBlock[] }[];
  readonly related: readonly MethodPageId[];
}

const COARSE_WORDS: Readonly<Record<LayerNeeds['whenCoarse'], string>> = {
  coarse: `Er et påkrevd lag grovere enn ${figureText(COARSEST_GOOD_ACCURACY_METRES)} m, regnes tallet likevel, men merkes «grove data».`,
  missing: `Er et påkrevd lag grovere enn ${figureText(COARSEST_GOOD_ACCURACY_METRES)} m, villeder tallet. Da står det «mangler datagrunnlag».`,
  noLimit: 'Ingen grense for grove data.',
  byPart: 'Hver del har sine egne krav til kartene; se delene.',
};

function needsBlocks({ required, used, whenCoarse }: LayerNeeds, note: string | undefined): readonly MethodBlock[] {
  const names = (roles: LayerNeeds['required']): string => listText(roles.map((role) => ROLE_NAMES[role]));
  const sentences = [
    required.length > 0 ? `Må ha: ${names(required)}.` : '',
    used.length > 0 ? `Bruker når de finnes: ${names(used)}.` : '',
    COARSE_WORDS[whenCoarse],
    note ?? '',
  ];
  return [{ kind: 'text', text: sentences.filter((sentence) => sentence !== '').join(' ') }];
}

function measureText({ id, quantity }: Indicator, scale: string): string {
  const own = `${quantity.name}, ${quantity.unit}. ${DIRECTION_WORDS[quantity.direction]}`;
  const isTurned = id.startsWith('B') && quantity.direction === 'lowerIsBetter';
  return isTurned ? `${own} Skåren snur dette: høyere skår er bedre. ${scale}` : `${own} ${scale}`;
}

/** Lays an indicator's page out, the same order on every page. */
export function indicatorPage(text: IndicatorText): MethodPage {
  const indicator = INDICATORS[text.id];
  return {
    id: text.id,
    title: `${text.id} · ${indicator.name}`,
    says: text.says,
    sections: [
      {
        heading: 'Slik regnes det',
        blocks: [
          { kind: 'formula', lines: indicator.formula },
          { kind: 'terms', terms: text.symbols },
        ],
      },
      { heading: 'Enhet og retning', blocks: [{ kind: 'text', text: measureText(indicator, text.scale) }] },
      ...(text.more ?? []),
      { heading: 'Kartlag', blocks: needsBlocks(indicator.needs, text.dataNote) },
      { heading: 'Tall og kilder', blocks: [{ kind: 'figures', figures: text.figures }] },
      { heading: 'Valg vi har tatt', blocks: [{ kind: 'list', items: text.choices }] },
      { heading: 'Dette sier tallet ikke', blocks: [{ kind: 'list', items: text.limits }] },
    ],
    related: text.related,
  };
}
