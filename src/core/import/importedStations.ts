import type { Dataset, FeatureProperties, Layer } from '../domain/dataset';
import { identifier, type StationId } from '../domain/identifiers';
import { STATION_MODES, type Station, type StationMode } from '../domain/station';

const NAMES = ['name', 'navn', 'stasjon', 'stasjonsnavn'] as const;
const DEPARTURES = ['departuresperhour', 'avganger', 'avgangeritimen', 'avganger_i_timen'] as const;
const MODES = ['mode', 'type', 'transportmiddel'] as const;

const MODE_WORDS: Readonly<Record<string, StationMode>> = { tog: 'train', jernbane: 'train', rail: 'train', 't-bane': 'metro', tbane: 'metro' };

function textOf(properties: FeatureProperties, names: readonly string[]): string {
  const found = Object.entries(properties).find(([name]) => names.includes(name.toLowerCase()));
  return String(found?.[1] ?? '').trim();
}

function modeOf(properties: FeatureProperties): StationMode | null {
  const word = textOf(properties, MODES).toLowerCase();
  return STATION_MODES.find((mode) => mode === word) ?? MODE_WORDS[word] ?? null;
}

/**
 * The data set with stations from a layer of points with name, mode (tog or T-bane) and departures an hour: a station
 * that is known by name and mode gets the new departures, others come beside. Points that lack any of the three, or
 * have no positive departures, are passed over.
 */
export function withImportedStations(dataset: Dataset, layer: Layer): Dataset {
  const { description } = layer;
  const departures = new Map<StationId, number>();
  const added: Station[] = [];
  layer.points.forEach(({ position, properties }, index) => {
    const name = textOf(properties, NAMES);
    const mode = modeOf(properties);
    const departuresPerHour = Number(textOf(properties, DEPARTURES).replace(',', '.'));
    if (name === '' || mode === null || !(departuresPerHour > 0)) return;
    const same = dataset.stations.filter((station) => station.mode === mode && station.name.toLowerCase() === name.toLowerCase());
    for (const { id } of same) departures.set(id, departuresPerHour);
    if (same.length > 0) return;
    added.push({
      id: identifier<StationId>(`${description.id}-${index + 1}`),
      name,
      mode,
      line: textOf(properties, ['line', 'linje']) || name,
      status: { kind: 'inOperation' },
      position,
      accuracyMetres: description.accuracyMetres ?? 0,
      departuresPerHour,
      source: description.source,
    });
  });
  const known = dataset.stations.map((station) => {
    const departuresPerHour = departures.get(station.id);
    return departuresPerHour === undefined ? station : { ...station, departuresPerHour, source: description.source };
  });
  return { ...dataset, stations: [...known, ...added] };
}
