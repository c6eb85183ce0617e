import type { LonLat, LonLatMultiPolygon } from '../geometry/shapes';
import { identifier, type MeasureId, type StationId, type TownId } from './identifiers';
import type { Station, StationMode } from './station';

/**
 * Zones of special consideration (hensynssone) that a protection may stand for, by their national code: agriculture,
 * outdoor recreation, green structure, landscape, natural environment, cultural environment.
 */
export const PROTECTION_CODES = ['510', '530', '540', '550', '560', '570'] as const;

export type ProtectionCode = (typeof PROTECTION_CODES)[number];

interface MeasureBase {
  readonly id: MeasureId;
  readonly name: string;
  readonly note: string;
  /** False when it is switched off: kept and listed, but counted nowhere. */
  readonly counted: boolean;
}

/** Another place or other departures for one of the place's stations. What is null stays as the data set has it. */
export interface StationChange extends MeasureBase {
  readonly kind: 'stationChange';
  readonly station: StationId;
  readonly position: LonLat | null;
  readonly departuresPerHour: number | null;
}

/** A station that the place does not have. */
export interface AddedStation extends MeasureBase {
  readonly kind: 'addedStation';
  readonly mode: StationMode;
  readonly line: string;
  readonly position: LonLat;
  readonly departuresPerHour: number;
  readonly openingYear: number;
}

/** A park or green corridor that is added to the green structure. */
export interface AddedGreen extends MeasureBase {
  readonly kind: 'addedGreen';
  readonly outline: LonLatMultiPolygon;
}

/** Ground that is not to be built on: areas hold no dwellings there. */
export interface Protection extends MeasureBase {
  readonly kind: 'protection';
  readonly code: ProtectionCode;
  readonly outline: LonLatMultiPolygon;
}

/** Another outline for a town. */
export interface TownOutline extends MeasureBase {
  readonly kind: 'townOutline';
  readonly town: TownId;
  readonly outline: LonLatMultiPolygon;
}

/** What a scenario does beside building homes (tiltak). At most one station change per station and one outline per town. */
export type Measure = StationChange | AddedStation | AddedGreen | Protection | TownOutline;

export type MeasureKind = Measure['kind'];

/** Measures by identifier. */
export type Measures = ReadonlyMap<MeasureId, Measure>;

/** The measures of one kind that are switched on. */
export function countedMeasures<Kind extends MeasureKind>(
  measures: Measures,
  kind: Kind,
): readonly Extract<Measure, { readonly kind: Kind }>[] {
  const found: Extract<Measure, { readonly kind: Kind }>[] = [];
  for (const measure of measures.values()) if (isCounted(measure, kind)) found.push(measure);
  return found;
}

function isCounted<Kind extends MeasureKind>(
  measure: Measure,
  kind: Kind,
): measure is Extract<Measure, { readonly kind: Kind }> {
  return measure.counted && measure.kind === kind;
}

/** Outlines that replace the data set's, by town. */
export function replacedTownOutlines(measures: Measures): ReadonlyMap<TownId, LonLatMultiPolygon> {
  return new Map(countedMeasures(measures, 'townOutline').map(({ town, outline }) => [town, outline]));
}

/**
 * The stations a scenario counts on: the place's own, moved and with the departures it gives them, then those it adds.
 * An added station has its measure's identifier and is where the scenario says, to the metre. The same array comes back when nothing changes.
 */
export function stationsWith(stations: readonly Station[], measures: Measures): readonly Station[] {
  const changes = new Map(countedMeasures(measures, 'stationChange').map((change) => [change.station, change]));
  const added = countedMeasures(measures, 'addedStation');
  if (changes.size + added.length === 0) return stations;
  return [
    ...stations.map((station): Station => {
      const change = changes.get(station.id);
      if (!change) return station;
      return {
        ...station,
        position: change.position ?? station.position,
        departuresPerHour: change.departuresPerHour ?? station.departuresPerHour,
      };
    }),
    ...added.map(addedStation),
  ];
}

function addedStation({ id, name, mode, line, position, departuresPerHour, openingYear }: AddedStation): Station {
  return {
    id: identifier<StationId>(id),
    name,
    mode,
    line,
    position,
    departuresPerHour,
    status: { kind: 'proposed', openingYear },
    accuracyMetres: 0,
    source: 'Scenarioet',
  };
}
