import type { DevelopmentArea } from '../domain/developmentArea';
import type { TownId } from '../domain/identifiers';
import { periodsOf, programmeYears, type Programme } from '../domain/programme';
import type { Typology } from '../domain/typology';
import { OUTSIDE_TYPOLOGY, TYPOLOGIES } from '../method/parameters';
import type { AreaColumns } from './areaColumns';
import type { MeasuredAreas } from './areaMeasurements';
import type { DwellingAccount, OutsideResult, TownResult } from './evaluation';
import type { MeasuredArea } from './measuredArea';
import type { ServiceSet } from './service';
import type { Travel } from './travel';
import { TRAVEL_FIGURES, type TravelColumns } from './travelColumns';

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

/** Dwellings of every area at the end of a period, in the order of the areas: as columns, and as a list when it is asked for. */
export class PlacementColumns {
  readonly areas: AreaColumns;
  readonly travels: TravelColumns;
  readonly given: Float64Array;
  readonly placed: Float64Array;
  readonly shareTaken: Float64Array;
  private readonly measured: readonly MeasuredArea[];
  private listed: readonly AreaPlacement[] | null = null;

  /** @param given dwellings given to each area so far. */
  constructor({ areas, ground }: MeasuredAreas, service: ServiceSet, given: Float64Array) {
    const { capacity, developableShare, landCapacity, count } = ground.columns;
    this.measured = areas;
    this.areas = ground.columns;
    this.travels = ground.travels(service);
    this.given = given;
    this.placed = new Float64Array(count);
    this.shareTaken = new Float64Array(count);
    for (let position = 0; position < count; position += 1) {
      const placed = Math.min(given[position]!, capacity[position]!);
      this.placed[position] = placed;
      if (placed > 0) this.shareTaken[position] = Math.min(developableShare[position]!, placed / landCapacity[position]!);
    }
  }

  /** The same, area by area. */
  get list(): readonly AreaPlacement[] {
    this.listed ??= this.measured.map((measured, position) => {
      const given = this.given[position]!;
      return {
        measured,
        area: measured.area,
        typology: TYPOLOGIES[measured.area.typology],
        given,
        placed: this.placed[position]!,
        shareTaken: this.shareTaken[position]!,
        travel: given > 0 ? this.travels.at(position) : null,
      };
    });
    return this.listed;
  }
}

/** Where the programme's dwellings are at the end of a period. */
export interface Placement {
  readonly years: number;
  readonly areas: readonly AreaPlacement[];
  /** The same, as columns. */
  readonly columns: PlacementColumns;
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

/** Dwellings given to each area by the end of each of the first `periodCount` periods, in the order of the areas. */
export function givenByPeriod(areas: readonly MeasuredArea[], periodCount: number): readonly Float64Array[] {
  const given = Array.from({ length: periodCount }, () => new Float64Array(areas.length));
  for (let position = 0; position < areas.length; position += 1) {
    const { dwellingsByPeriod } = areas[position]!.area;
    let sum = 0;
    for (let period = 0; period < periodCount; period += 1) {
      sum += dwellingsByPeriod[period] ?? 0;
      given[period]![position] = sum;
    }
  }
  return given;
}

/** Sums over the areas of one town, or of the growth outside the towns. */
class GroupSum {
  given = 0;
  placed = 0;
  capacity = 0;
  persons = 0;
  score = 0;

  get transitScore(): number | null {
    return this.placed > 0 ? (100 * this.score) / this.placed : null;
  }
}

function sumGroups({ areas, travels, given, placed }: PlacementColumns, groupCount: number): readonly GroupSum[] {
  const groups = Array.from({ length: groupCount }, () => new GroupSum());
  const { capacity, personsPerDwelling } = areas;
  for (let position = 0; position < areas.count; position += 1) {
    const group = groups[areas.group[position]!]!;
    const dwellings = placed[position]!;
    group.given += given[position]!;
    group.placed += dwellings;
    group.capacity += capacity[position]!;
    if (dwellings <= 0) continue;
    group.persons += dwellings * personsPerDwelling[position]!;
    const row = travels.rowOf(position);
    if (row >= 0) group.score += dwellings * travels.rows[row + TRAVEL_FIGURES.score]!;
  }
  return groups;
}

/**
 * Counts the dwellings given, placed and left over in the first `periodCount` periods (method §2: placed is what areas
 * hold, and the spread; what is above capacity or never placed is unplaced).
 */
export function placeDwellings(
  programme: Programme,
  columns: PlacementColumns,
  periodCount: number,
  spreadTravel: Travel | null,
  townIds: readonly TownId[],
): Placement {
  const groups = sumGroups(columns, townIds.length + 1);
  const years = yearsUpTo(programme, periodCount);
  const total = programme.dwellingsPerYear * years;
  const towns = townIds.map((town, position): TownResult => {
    const group = groups[position]!;
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
  const outsideGroup = groups[townIds.length]!;
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
    get areas() {
      return columns.list;
    },
    columns,
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
