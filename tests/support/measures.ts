import { identifier, type MeasureId, type StationId } from '../../src/core/domain/identifiers';
import type { AddedGreen, AddedStation, Measure, Measures, Protection, StationChange } from '../../src/core/domain/measure';
import type { LonLat, LonLatMultiPolygon } from '../../src/core/geometry/shapes';

function base(id: string): { readonly id: MeasureId; readonly name: string; readonly note: string; readonly counted: boolean } {
  return { id: identifier<MeasureId>(id), name: id, note: '', counted: true };
}

/** Measures by their identifiers, in the order given. */
export function measuresOf(...measures: readonly Measure[]): Measures {
  return new Map(measures.map((measure) => [measure.id, measure]));
}

/** Another place or other departures for a station. */
export function stationChange(id: string, station: string, change: Partial<StationChange>): StationChange {
  return { ...base(id), kind: 'stationChange', station: identifier<StationId>(station), position: null, departuresPerHour: null, ...change };
}

/** A new train station with eight departures on a line of its own, open from 2026. */
export function addedStation(id: string, position: LonLat, rest: Partial<AddedStation> = {}): AddedStation {
  return { ...base(id), kind: 'addedStation', mode: 'train', line: 'Ny linje', departuresPerHour: 8, openingYear: 2026, position, ...rest };
}

/** A park. */
export function addedGreen(id: string, outline: LonLatMultiPolygon, rest: Partial<AddedGreen> = {}): AddedGreen {
  return { ...base(id), kind: 'addedGreen', outline, ...rest };
}

/** Ground that is not to be built on. */
export function protection(id: string, outline: LonLatMultiPolygon, rest: Partial<Protection> = {}): Protection {
  return { ...base(id), kind: 'protection', code: '560', outline, ...rest };
}
