import { sameNumbers } from '../allocation/defaultFill';
import { stretchOverPeriods } from '../allocation/periodSplit';
import { redistributeShares } from '../allocation/redistributeShares';
import type { DevelopmentArea } from '../domain/developmentArea';
import type { AreaId, TownId } from '../domain/identifiers';
import { townQuota, type Programme } from '../domain/programme';
import type { Scenario } from '../domain/scenario';
import { NOT_MEASURED, refilled } from './filling';
import { changed, refused, townName, UNCHANGED, type OperationContext, type OperationOutcome } from './outcome';
import { LIMITS } from './limits';
import { dwellingsText, numberText, percentText } from './wording';

/** Puts a programme in, filling anew the towns whose quota it changes; `areas` are put in with it. */
function withProgramme(
  scenario: Scenario,
  context: OperationContext,
  programme: Programme,
  note: string,
  areas: Scenario['areas'] = scenario.areas,
): OperationOutcome {
  const sameYears =
    programme.firstYear === scenario.programme.firstYear && programme.lastYear === scenario.programme.lastYear;
  const towns = [...programme.shareByTown.keys()].filter(
    (town) => !sameYears || townQuota(programme, town) !== townQuota(scenario.programme, town),
  );
  const changes = refilled(scenario, { ...scenario, programme, areas }, context, towns);
  return changes ? changed(note, { programme, areas: changes }) : refused(NOT_MEASURED);
}

/**
 * Gives a town another share of what goes to the towns. The unlocked others make room in proportion, and the towns
 * whose quota changes are filled anew. Where the locked towns leave less than was asked for, the town gets what is left
 * and the note says so. Refused for a locked town, and where every other town is locked.
 * @param share the share asked for, 0–1
 */
export function setTownShare(
  scenario: Scenario,
  context: OperationContext,
  town: TownId,
  share: number,
): OperationOutcome {
  const { programme } = scenario;
  const name = townName(context, town);
  const current = programme.shareByTown.get(town);
  if (current === undefined) return refused(`${name} er ikke en av småbyene i dette scenarioet.`);
  if (!Number.isFinite(share) || share < 0 || share > 1) return refused('Andelen må være fra 0 til 100 %.');
  if (programme.lockedTowns.has(town)) return refused(`${name} er låst. Lås opp småbyen for å endre andelen.`);
  if (share === current) return UNCHANGED;
  const { shares, clamped } = redistributeShares(programme.shareByTown, programme.lockedTowns, town, share);
  const given = shares.get(town) ?? 0;
  if (Math.abs(given - current) < 1e-12) {
    return clamped
      ? refused(`De låste småbyene holder på resten. Lås opp en av dem for å gi ${name} en annen andel.`)
      : UNCHANGED;
  }
  const note = `${name} til ${percentText(given)}${clamped ? ' – det de låste småbyene lar være igjen' : ''}`;
  return withProgramme(scenario, context, { ...programme, shareByTown: shares }, note);
}

/**
 * Sets how much of the programme goes to the towns; the rest is growth outside them. All towns are filled anew.
 * @param share 0–1
 */
export function setTownsShare(scenario: Scenario, context: OperationContext, share: number): OperationOutcome {
  if (!Number.isFinite(share) || share < 0 || share > 1) return refused('Andelen må være fra 0 til 100 %.');
  if (share === scenario.programme.townsShare) return UNCHANGED;
  return withProgramme(
    scenario,
    context,
    { ...scenario.programme, townsShare: share },
    `${percentText(share)} av veksten til småbyene`,
  );
}

/** Sets the rate of the programme and fills all towns anew. Areas set by hand keep their dwellings. */
export function setDwellingsPerYear(
  scenario: Scenario,
  context: OperationContext,
  dwellingsPerYear: number,
): OperationOutcome {
  if (!Number.isFinite(dwellingsPerYear) || dwellingsPerYear < 0 || dwellingsPerYear > LIMITS.dwellingsPerYear) {
    return refused(`Boliger per år må være fra 0 til ${numberText(LIMITS.dwellingsPerYear)}.`);
  }
  if (dwellingsPerYear === scenario.programme.dwellingsPerYear) return UNCHANGED;
  return withProgramme(
    scenario,
    context,
    { ...scenario.programme, dwellingsPerYear },
    `${dwellingsText(dwellingsPerYear)} per år`,
  );
}

function validYears(firstYear: number, lastYear: number): boolean {
  return (
    Number.isInteger(firstYear) &&
    Number.isInteger(lastYear) &&
    firstYear >= LIMITS.firstYear &&
    lastYear <= LIMITS.lastYear &&
    firstYear <= lastYear
  );
}

/**
 * Moves the first and last year, both included. The periods follow, and all towns are poured anew over them. Areas that
 * the fill does not touch (set by hand, or outside the towns) keep their whole number of dwellings, and its course is
 * stretched with the programme.
 *
 * The order of the fill is that of `context.facts`, measured with the stations of the old last year: where another last
 * year opens or closes a station, follow it up with `refillTowns` once the scenario is measured anew.
 */
export function setProgrammeYears(
  scenario: Scenario,
  context: OperationContext,
  firstYear: number,
  lastYear: number,
): OperationOutcome {
  if (!validYears(firstYear, lastYear)) {
    return refused(
      `Første og siste år må være hele årstall mellom ${LIMITS.firstYear} og ${LIMITS.lastYear}, med det første først.`,
    );
  }
  const { programme } = scenario;
  if (firstYear === programme.firstYear && lastYear === programme.lastYear) return UNCHANGED;
  const years = { firstYear, lastYear };
  const areas = new Map<AreaId, DevelopmentArea>();
  for (const [id, area] of scenario.areas) {
    const dwellingsByPeriod = stretchOverPeriods(area.dwellingsByPeriod, programme, years);
    const phase = area.phase === null ? null : Math.min(area.phase, dwellingsByPeriod.length - 1);
    const isSame = phase === area.phase && sameNumbers(dwellingsByPeriod, area.dwellingsByPeriod);
    areas.set(id, isSame ? area : { ...area, phase, dwellingsByPeriod });
  }
  return withProgramme(scenario, context, { ...programme, ...years }, `Programmet går fra ${firstYear} til ${lastYear}`, areas);
}

/** Locks a town's share against changes of the others, or unlocks it. */
export function toggleTownLock(scenario: Scenario, context: OperationContext, town: TownId): OperationOutcome {
  const { programme } = scenario;
  const name = townName(context, town);
  if (!programme.shareByTown.has(town)) return refused(`${name} er ikke en av småbyene i dette scenarioet.`);
  const lockedTowns = new Set(programme.lockedTowns);
  const locked = !lockedTowns.delete(town);
  if (locked) lockedTowns.add(town);
  return changed(`${name} ${locked ? 'låst' : 'låst opp'}`, { programme: { ...programme, lockedTowns } });
}

/**
 * Fills towns anew with the stations and areas as they are now; areas set by hand keep their dwellings.
 * @param towns the towns to fill; all of them when left out
 */
export function refillTowns(
  scenario: Scenario,
  context: OperationContext,
  towns: readonly TownId[] = [...scenario.programme.shareByTown.keys()],
): OperationOutcome {
  const areas = refilled(scenario, scenario, context, towns);
  if (!areas) return refused(NOT_MEASURED);
  const [only] = towns;
  const what = towns.length === 1 && only !== undefined ? townName(context, only) : 'småbyene';
  return changed(`Fylte ${what} på nytt`, { areas });
}
