import { splitOverPeriods } from '../allocation/periodSplit';
import { areaDwellings, type DevelopmentArea } from '../domain/developmentArea';
import type { AreaId } from '../domain/identifiers';
import { periodsOf } from '../domain/programme';
import type { Scenario } from '../domain/scenario';
import { TYPOLOGY_IDS, type TypologyId } from '../domain/typology';
import { NOT_MEASURED, refilled } from './filling';
import { LIMITS } from './limits';
import { changed, refused, UNCHANGED, type OperationContext, type OperationOutcome } from './outcome';
import { dwellingsText, numberText, percentText, UNKNOWN_AREA } from './wording';

/** Puts a changed area in and fills the rest of its town anew. */
function withArea(scenario: Scenario, context: OperationContext, area: DevelopmentArea, note: string): OperationOutcome {
  const areas = new Map(scenario.areas).set(area.id, area);
  const changes = refilled(scenario, { ...scenario, areas }, context, area.town === null ? [] : [area.town]);
  return changes ? changed(note, { areas: changes }) : refused(NOT_MEASURED);
}

/**
 * Sets by hand how many dwellings an area gets in the whole programme, spread over the periods as the programme runs.
 * The fill leaves the area alone from then on, and the rest of its town is filled anew. More than its capacity is
 * allowed: what is above shows as over capacity. Outside the towns it counts against the growth outside them.
 */
export function setAreaDwellings(
  scenario: Scenario,
  context: OperationContext,
  id: AreaId,
  dwellings: number,
): OperationOutcome {
  const area = scenario.areas.get(id);
  if (!area) return refused(UNKNOWN_AREA);
  if (!Number.isFinite(dwellings) || dwellings < 0 || dwellings > LIMITS.areaDwellings) {
    return refused(`Antall boliger må være fra 0 til ${numberText(LIMITS.areaDwellings)}.`);
  }
  if (area.setByHand && areaDwellings(area) === dwellings) return UNCHANGED;
  const dwellingsByPeriod = splitOverPeriods(scenario.programme, dwellings, area.phase);
  return withArea(
    scenario,
    context,
    { ...area, dwellingsByPeriod, setByHand: true },
    `${area.name}: ${dwellingsText(dwellings)}, satt for hånd`,
  );
}

/** Gives an area that was set by hand back to the fill of its town, which is filled anew. */
export function releaseArea(scenario: Scenario, context: OperationContext, id: AreaId): OperationOutcome {
  const area = scenario.areas.get(id);
  if (!area) return refused(UNKNOWN_AREA);
  if (area.town === null) return refused(`${area.name} ligger utenfor småbyene og fylles ikke automatisk.`);
  if (!area.setByHand) return UNCHANGED;
  return withArea(scenario, context, { ...area, setByHand: false }, `${area.name} fylles automatisk igjen`);
}

/** Changes what is built on an area. Its capacity follows, and its town is filled anew. */
export function setAreaTypology(
  scenario: Scenario,
  context: OperationContext,
  id: AreaId,
  typology: TypologyId,
): OperationOutcome {
  const area = scenario.areas.get(id);
  if (!area) return refused(UNKNOWN_AREA);
  if (!TYPOLOGY_IDS.includes(typology)) return refused(`Boligtypen må være en av ${TYPOLOGY_IDS.join(', ')}.`);
  if (area.typology === typology) return UNCHANGED;
  return withArea(scenario, context, { ...area, typology }, `${area.name} som ${typology}`);
}

/**
 * Changes how much of an area's land can be built anew. Its capacity follows, and its town is filled anew.
 * @param share above 0 and at most 1
 */
export function setAreaDevelopableShare(
  scenario: Scenario,
  context: OperationContext,
  id: AreaId,
  share: number,
): OperationOutcome {
  const area = scenario.areas.get(id);
  if (!area) return refused(UNKNOWN_AREA);
  if (!(share > 0 && share <= 1)) return refused('Utnyttbar andel må være over 0 og høyst 100 %.');
  if (area.developableShare === share) return UNCHANGED;
  return withArea(
    scenario,
    context,
    { ...area, developableShare: share },
    `${area.name}: ${percentText(share)} kan bygges ut`,
  );
}

/**
 * Gives an area a place in the order of development: the first period in which it is built on, or null to follow its
 * town's own order. Its town is filled anew; dwellings that the fill does not decide on are moved to the periods that are left.
 * @param phase a period of the programme, from 0, or null
 */
export function setAreaPhase(scenario: Scenario, context: OperationContext, id: AreaId, phase: number | null): OperationOutcome {
  const area = scenario.areas.get(id);
  if (!area) return refused(UNKNOWN_AREA);
  const periods = periodsOf(scenario.programme);
  const period = periods[phase ?? 0];
  if (!period) return refused(`Programmet har ${periods.length} perioder. Velg en av dem.`);
  if (area.phase === phase) return UNCHANGED;
  const isFilled = area.town !== null && !area.setByHand;
  const dwellingsByPeriod = isFilled
    ? area.dwellingsByPeriod
    : splitOverPeriods(scenario.programme, areaDwellings(area), phase);
  return withArea(
    scenario,
    context,
    { ...area, phase, dwellingsByPeriod },
    phase === null ? `${area.name} følger småbyens rekkefølge` : `${area.name} bygges fra ${period.firstYear}`,
  );
}
