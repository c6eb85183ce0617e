import { identifier, type MeasureId, type StationId, type TownId } from '../domain/identifiers';
import type { Measure, Measures } from '../domain/measure';
import type { LonLat, LonLatMultiPolygon } from '../geometry/shapes';
import { rightHanded, roundOutline, roundPosition } from '../geometry/coordinates';
import type { AreaEntry, MeasureEntry } from './scenarioSchema';

type MultiPolygonEntry = Exclude<AreaEntry['ground'], 'default'>;

/** An outline as the scenario file has it: GeoJSON, eight decimals of a degree. */
export function multiPolygonEntry(outline: LonLatMultiPolygon): MultiPolygonEntry {
  return {
    type: 'MultiPolygon',
    coordinates: roundOutline(outline).map((polygon) => polygon.map((ring) => ring.map(([longitude, latitude]) => [longitude, latitude]))),
  };
}

function positionEntry(position: LonLat): [number, number] {
  const [longitude, latitude] = roundPosition(position);
  return [longitude, latitude];
}

/** A measure as the scenario file has it. */
export function measureEntry(measure: Measure): MeasureEntry {
  const { id, name, note, counted } = measure;
  const fields = { id, name, note, counted };
  switch (measure.kind) {
    case 'stationChange': {
      const { kind, station, position, departuresPerHour } = measure;
      return { kind, ...fields, station, position: position && positionEntry(position), departuresPerHour };
    }
    case 'addedStation': {
      const { kind, mode, line, position, departuresPerHour, openingYear } = measure;
      return { kind, ...fields, mode, line, position: positionEntry(position), departuresPerHour, openingYear };
    }
    case 'addedGreen':
      return { kind: measure.kind, ...fields, outline: multiPolygonEntry(measure.outline) };
    case 'protection':
      return { kind: measure.kind, ...fields, code: measure.code, outline: multiPolygonEntry(measure.outline) };
    case 'townOutline':
      return { kind: measure.kind, ...fields, town: measure.town, outline: multiPolygonEntry(measure.outline) };
  }
}

function readMeasure(entry: MeasureEntry): Measure {
  const id = identifier<MeasureId>(entry.id);
  switch (entry.kind) {
    case 'stationChange':
      return { ...entry, id, station: identifier<StationId>(entry.station) };
    case 'addedStation':
      return { ...entry, id };
    case 'addedGreen':
    case 'protection':
      return { ...entry, id, outline: rightHanded(entry.outline.coordinates) };
    case 'townOutline':
      return { ...entry, id, town: identifier<TownId>(entry.town), outline: rightHanded(entry.outline.coordinates) };
  }
}

/** The measures of a scenario file. */
export function readMeasures(entries: readonly MeasureEntry[]): Measures {
  return new Map(entries.map(readMeasure).map((measure) => [measure.id, measure]));
}
