import type { PlaceParameters } from '../domain/parameters';
import type { MethodPage, MethodPageId } from './page';
import { GLOSSARY_PAGE, LAND_ACCOUNT } from './pages/accountPages';
import { blueGreenPages } from './pages/blueGreenPages';
import { developmentAreaPage, programmePage } from './pages/placePages';
import { MEASURES } from './pages/measurePage';
import { CONFLICTS, GROUND_RULES, UNCERTAINTY, WALKING_DISTANCE } from './pages/rulePages';
import { TRANSIT_PAGES } from './pages/transitPages';

/** The whole published method with a place's own figures, in the order it is listed. */
export function methodPages(place: PlaceParameters): readonly MethodPage[] {
  return [
    ...TRANSIT_PAGES,
    ...blueGreenPages(place),
    GROUND_RULES,
    WALKING_DISTANCE,
    developmentAreaPage(place),
    programmePage(place),
    MEASURES,
    LAND_ACCOUNT,
    CONFLICTS,
    UNCERTAINTY,
    GLOSSARY_PAGE,
  ];
}

/**
 * One page of the published method.
 *
 * @throws RangeError when the page has not been written.
 */
export function methodPage(id: MethodPageId, place: PlaceParameters): MethodPage {
  const page = methodPages(place).find((candidate) => candidate.id === id);
  if (!page) throw new RangeError(`No method page ${id}`);
  return page;
}
