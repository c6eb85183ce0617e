import type { DevelopmentArea } from '../domain/developmentArea';
import type { AreaId } from '../domain/identifiers';
import type { Scenario } from '../domain/scenario';
import type { PlaceGround } from '../geodata/placeGround';
import { multiPolygonArea } from '../geometry/area';
import { union } from '../geometry/booleans';
import { splitByLine } from '../geometry/lineSplitting';
import { toPlanarLine, toPlanarMultiPolygon } from '../geometry/projection';
import type { LonLatLine } from '../geometry/shapes';
import { nextAreaId } from './drawnAreas';
import { LIMITS } from './limits';
import { refused, townName, type OperationContext, type OperationOutcome } from './outcome';
import { outlineOf, SMALLEST_AREA_SQUARE_METRES } from './outlines';
import { redrawn } from './redrawing';
import { areasText, UNKNOWN_AREA } from './wording';

function scaled(dwellingsByPeriod: readonly number[], share: number): readonly number[] {
  return dwellingsByPeriod.map((dwellings) => dwellings * share);
}

/**
 * Splits an area in two along a line that is led straight on from its ends. The larger part keeps identifier and name; dwellings
 * follow the ground. Both may consist of several pieces.
 */
export function splitArea(
  scenario: Scenario,
  context: OperationContext,
  ground: Pick<PlaceGround, 'isDefaultArea'>,
  id: AreaId,
  line: LonLatLine,
): OperationOutcome {
  const area = scenario.areas.get(id);
  if (!area) return refused(UNKNOWN_AREA);
  const sides = splitByLine(toPlanarMultiPolygon(area.outline), toPlanarLine(line));
  if (!sides) return refused('Linjen krysser seg selv og har ingen sider. Tegn den uten å krysse.');
  const [larger, smaller] = [sides.left, sides.right].sort((one, other) => multiPolygonArea(other) - multiPolygonArea(one));
  if (!larger || !smaller || multiPolygonArea(smaller) < SMALLEST_AREA_SQUARE_METRES) {
    return refused(`Linjen deler ikke ${area.name}. Tegn den tvers over feltet.`);
  }
  const share = multiPolygonArea(smaller) / (multiPolygonArea(larger) + multiPolygonArea(smaller));
  const part: DevelopmentArea = {
    ...area,
    id: nextAreaId(scenario.areas, ground),
    name: `${area.name} – del 2`.slice(0, LIMITS.nameCharacters),
    origin: 'drawn',
    outline: outlineOf(smaller),
    dwellingsByPeriod: scaled(area.dwellingsByPeriod, share),
  };
  const rest: DevelopmentArea = {
    ...area,
    outline: outlineOf(larger),
    dwellingsByPeriod: area.dwellingsByPeriod.map((dwellings, index) => dwellings - (part.dwellingsByPeriod[index] ?? 0)),
  };
  // A part outside the towns keeps its share: nothing is to be filled there.
  const changes = new Map([
    [area.id, rest],
    [part.id, part],
  ]);
  return redrawn(scenario, context, changes, [], `${area.name} delt i to`);
}

/**
 * Makes one area of several of the same town. The largest gives identifier, name, typology and share; dwellings are summed.
 * It is set by hand where any of them is.
 */
export function mergeAreas(scenario: Scenario, context: OperationContext, ids: readonly AreaId[]): OperationOutcome {
  const areas = [...new Set(ids)].map((id) => scenario.areas.get(id)).filter((area) => area !== undefined);
  const groundOf = ({ outline }: DevelopmentArea): number => multiPolygonArea(toPlanarMultiPolygon(outline));
  const [largest, ...others] = areas.toSorted((one, other) => groundOf(other) - groundOf(one));
  if (!largest || others.length === 0) return refused('Velg minst to felt å slå sammen. Shift-klikk legger til flere.');
  const elsewhere = others.find(({ town }) => town !== largest.town);
  if (elsewhere) {
    const place = (area: DevelopmentArea): string =>
      `${area.name} ligger ${area.town === null ? 'utenfor småbyene' : `i ${townName(context, area.town)}`}`;
    return refused(`${place(largest)} og ${place(elsewhere)}. Bare felt i samme småby kan slås sammen.`);
  }
  const merged: DevelopmentArea = {
    ...largest,
    outline: outlineOf(union(...areas.map(({ outline }) => toPlanarMultiPolygon(outline)))),
    dwellingsByPeriod: largest.dwellingsByPeriod.map((_, period) =>
      areas.reduce((sum, { dwellingsByPeriod }) => sum + (dwellingsByPeriod[period] ?? 0), 0),
    ),
    setByHand: areas.some((area) => area.setByHand),
    note: areas
      .map(({ note }) => note)
      .filter((note) => note !== '')
      .join('\n')
      .slice(0, LIMITS.noteCharacters),
  };
  const changes = new Map<AreaId, DevelopmentArea | null>([...others.map(({ id }) => [id, null] as const), [merged.id, merged]]);
  return redrawn(scenario, context, changes, [], `${areasText(areas.length)} slått sammen til ${merged.name}`);
}
