import type { MethodFigure } from './figure';
import { INDICATOR_IDS, type IndicatorId } from './indicators';

/** Pages that are not about one indicator; their ids are what a Norwegian reader types. */
export const TOPIC_IDS = [
  'grunnregler',
  'gangavstand',
  'utbyggingsfelt',
  'boligprogram',
  'tiltak',
  'arealregnskap',
  'konflikter',
  'usikkerhet',
  'ord',
] as const;

export type TopicId = (typeof TOPIC_IDS)[number];

export type MethodPageId = IndicatorId | TopicId;

export const METHOD_PAGE_IDS: readonly MethodPageId[] = [...INDICATOR_IDS, ...TOPIC_IDS];

/** A table of text: every row has as many cells as the head. */
export interface TextTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export type MethodBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'formula'; readonly lines: readonly string[] }
  /** Symbols or words with what they mean. */
  | { readonly kind: 'terms'; readonly terms: readonly (readonly [term: string, meaning: string])[] }
  | { readonly kind: 'table'; readonly table: TextTable }
  | { readonly kind: 'figures'; readonly figures: readonly MethodFigure[] };

export interface MethodSection {
  readonly heading: string;
  readonly blocks: readonly MethodBlock[];
}

/** One page of the published method, in Norwegian, the same wherever it is shown. */
export interface MethodPage {
  readonly id: MethodPageId;
  readonly title: string;
  /** Two or three sentences: what it says. */
  readonly says: string;
  readonly sections: readonly MethodSection[];
  /** Pages a reader may want next. */
  readonly related: readonly MethodPageId[];
}
