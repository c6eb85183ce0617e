import { CONFLICT_WORDS } from '../words/result';
import { TABLE_WORDS } from '../words/table';
import type { AreaRow } from './areaRows';

/** What an area meets that is to be spared, the largest first. */
export function conflictText({ conflicts }: Pick<AreaRow, 'conflicts'>): string {
  return conflicts.map(({ kind, areaDaa }) => TABLE_WORDS.conflictText(CONFLICT_WORDS[kind], areaDaa)).join(', ');
}
