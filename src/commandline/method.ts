import type { PlaceParameters } from '../core/domain/parameters';
import { METHOD_PAGE_IDS, type MethodPageId } from '../core/method/page';
import { methodPage, methodPages } from '../core/method/pages';
import { pageText } from '../core/method/pageText';
import { textTable } from './textTable';

/** The word for every page at once. */
export const ALL_PAGES = 'alt';

/** The page that a word stands for, whatever its case; null for none. */
export function methodPageId(word: string): MethodPageId | null {
  const wanted = word.toLowerCase();
  return METHOD_PAGE_IDS.find((id) => id.toLowerCase() === wanted) ?? null;
}

/** A page of the method, all of them, or, without a page, what pages there are. */
export function methodReport(page: MethodPageId | typeof ALL_PAGES | null, place: PlaceParameters): string {
  if (page === ALL_PAGES) return methodPages(place).map(pageText).join('\n');
  if (page !== null) return pageText(methodPage(page, place));
  const list = textTable(
    methodPages(place).map(({ id, title }) => [id, title]),
    ['left', 'left'],
  );
  return ['Sider om metoden', ...list.map((line) => `  ${line}`), '', `Skriv «method SIDE», eller «method ${ALL_PAGES}» for alle sidene.`, ''].join('\n');
}
