import { areaDwellings, type DevelopmentArea } from '../domain/developmentArea';
import type { TownId } from '../domain/identifiers';
import { periodsOf, programmeYears, type Programme } from '../domain/programme';
import type { Scenario } from '../domain/scenario';
import type { Typology } from '../domain/typology';
import { OUTSIDE_TYPOLOGY, TYPOLOGIES } from '../method/parameters';
import type { DwellingAccount, OutsideResult, TownResult } from './evaluation';
import { shareTaken, type MeasuredArea } from './measuredArea';
import type { Travel } from './travel';

/** Dwellings of one area at the end of a period. */
export interface AreaPlacement {
  readonly measured: MeasuredArea;
  readonly area: DevelopmentArea;
  readonly typology: Typology;
  readonly given: number;
  /** What of `given` the area holds. */
  readonly placed: number;
  /** Share of its land that they take (method §5). */
  readonly shareTaken: number;
  readonly travel: Travel | null;
}

/** Where the programme's dwellings are at the end of a period. */
export interface Placement {
  readonly years: number;
  readonly areas: readonly AreaPlacement[];
  /** Dwellings spread as today's residents outside the towns. */
  readonly spread: number;
  readonly spreadTravel: Travel | null;
  readonly towns: readonly TownResult[];
  readonly outside: OutsideResult;
  readonly dwellings: DwellingAccount;
  readonly persons: number;
  /** Dwellings the scores speak of: those of the programme, or more where areas were given more. */
  readonly scored: number;
}

/** Sums over the areas of one town, or of the growth outside the towns. */
class GroupSum {
  given = 0;
  placed = 0;
  capacity = 0;
  persons = 0;
  score = 0;

  add({ given, placed, measured, typology, travel }: AreaPlacement): void {
    this.given += given;
    this.placed += placed;
    this.capacity += measured.capacity;
    this.persons += placed * typology.personsPerDwelling;
    this.score += placed * (travel?.score ?? 0);
  }

  get transitScore(): number | null {
    return this.placed > 0 ? (100 * this.score) / this.placed : null;
  }
}

/**
 * Counts the dwellings given, placed and left over in the first `periodCount` periods (method §2: placed is what areas
 * hold, and the spread; what is above capacity or never placed is unplaced).
 */
export function placeDwellings(
  scenario: Scenario,
  measuredAreas: readonly MeasuredArea[],
  periodCount: number,
  travelOf: (area: MeasuredArea) => Travel | null,
  spreadTravel: Travel | null,
  townIds: readonly TownId[],
): Placement {
  const { programme } = scenario;
  const groups = new Map<TownId | null, GroupSum>([[null, new GroupSum()]]);
  for (const town of townIds) groups.set(town, new GroupSum());
  const areas: AreaPlacement[] = [];
  for (const measured of measuredAreas) {
    const { area, capacity } = measured;
    const given = areaDwellings(area, periodCount);
    const placed = Math.min(given, capacity);
    const placement: AreaPlacement = {
      measured,
      area,
      typology: TYPOLOGIES[area.typology],
      given,
      placed,
      shareTaken: shareTaken(measured, placed),
      travel: given > 0 ? travelOf(measured) : null,
    };
    areas.push(placement);
    groups.get(groups.has(area.town) ? area.town : null)?.add(placement);
  }
  const years = yearsUpTo(programme, periodCount);
  const total = programme.dwellingsPerYear * years;
  const towns = townIds.map((town): TownResult => {
    const group = groups.get(town) ?? new GroupSum();
    const quota = total * programme.townsShare * (programme.shareByTown.get(town) ?? 0);
    return {
      town,
      quota,
      placed: group.placed,
      overCapacity: wholeRest(group.given - group.placed),
      unplaced: wholeRest(Math.max(quota, group.given) - group.placed),
      capacity: group.capacity,
      persons: group.persons,
      transitScore: group.transitScore,
    };
  });
  const outsideGroup = groups.get(null) ?? new GroupSum();
  const outsideQuota = total * (1 - programme.townsShare);
  const spread = spreadTravel ? Math.max(0, outsideQuota - outsideGroup.given) : 0;
  const spreadTypology = TYPOLOGIES[OUTSIDE_TYPOLOGY];
  const outsidePlaced = outsideGroup.placed + spread;
  const outside: OutsideResult = {
    quota: outsideQuota,
    inAreas: outsideGroup.placed,
    spread,
    overCapacity: wholeRest(outsideGroup.given - outsideGroup.placed),
    unplaced: wholeRest(Math.max(outsideQuota, outsideGroup.given) - outsidePlaced),
    persons: outsideGroup.persons + spread * spreadTypology.personsPerDwelling,
    transitScore:
      outsidePlaced > 0 ? (100 * (outsideGroup.score + spread * (spreadTravel?.score ?? 0))) / outsidePlaced : null,
  };
  const all = [...towns, { ...outside, placed: outsidePlaced }];
  const sum = (pick: (group: (typeof all)[number]) => number): number =>
    all.reduce((subtotal, group) => subtotal + pick(group), 0);
  const dwellings: DwellingAccount = {
    programme: total,
    placed: sum((group) => group.placed),
    unplaced: sum((group) => group.unplaced),
    overCapacity: sum((group) => group.overCapacity),
  };
  return {
    years,
    areas,
    spread,
    spreadTravel,
    towns,
    outside,
    dwellings,
    persons: sum((group) => group.persons),
    scored: dwellings.placed + dwellings.unplaced,
  };
}

/** What is left when sums are set against each other: under a millionth of a dwelling it is rounding, not a home. */
function wholeRest(dwellings: number): number {
  return dwellings < 1e-6 ? 0 : dwellings;
}

function yearsUpTo(programme: Programme, periodCount: number): number {
  return periodsOf(programme)
    .slice(0, periodCount)
    .reduce((years, period) => years + programmeYears(period), 0);
}
