import { type Dataset, type FeatureProperties, layersOf } from '../core/domain/dataset';
import { identifier, type LayerId, type ProjectId } from '../core/domain/identifiers';
import type { Station, StationMode } from '../core/domain/station';
import type { LonLatLine } from '../core/geometry/shapes';
import { lineColour, PALETTE } from './palette';

/** A stretch of track as it is drawn. */
export interface Track {
  readonly layer: LayerId;
  /** Place in the layer's list of lines. */
  readonly index: number;
  readonly line: LonLatLine;
  readonly mode: StationMode;
  readonly colour: string;
  /** The project that opens it, null when it is in operation. */
  readonly project: ProjectId | null;
}

/** A metro line as it is told in the legend. */
export interface MetroLine {
  readonly title: string;
  readonly colour: string;
  readonly project: ProjectId | null;
}

export interface Rail {
  readonly lines: readonly Track[];
  readonly metroLines: readonly MetroLine[];
  readonly stationColour: (station: Pick<Station, 'mode' | 'line'>) => string;
}

function text(properties: FeatureProperties, attribute: string): string | null {
  const value = properties[attribute];
  return typeof value === 'string' && value !== '' ? value : null;
}

function modeOf(properties: FeatureProperties): StationMode {
  return text(properties, 'mode') === 'metro' ? 'metro' : 'train';
}

/** What stations call their line: its number, or its name when it has none yet. */
function lineKey(properties: FeatureProperties): string | null {
  return text(properties, 'line') ?? text(properties, 'name');
}

/**
 * Reads the rail layers' attributes (`mode`, `line`, `name`, `project`) together with the stations: which tracks are metro, their
 * colours, and which of them a project opens. Tracks and stations meet by the literal name of the line.
 */
export function describeRail(dataset: Pick<Dataset, 'layers' | 'stations'>): Rail {
  const metroKeys = new Set<string>();
  const projects = new Map<string, ProjectId>();
  for (const station of dataset.stations) {
    if (station.mode === 'metro') metroKeys.add(station.line);
    if (station.status.kind === 'underConstruction') projects.set(station.line, station.status.project);
  }
  const layers = layersOf(dataset, 'railLine');
  const titles = new Map<string, string>();
  for (const { properties } of layers.flatMap((layer) => layer.lines)) {
    const key = lineKey(properties);
    if (modeOf(properties) !== 'metro' || key === null) continue;
    metroKeys.add(key);
    const project = text(properties, 'project');
    if (project !== null) projects.set(key, identifier<ProjectId>(project));
    const name = text(properties, 'name');
    if (name !== null) titles.set(key, name === key ? name : `${name} (linje ${key})`);
  }
  const ordered = [...metroKeys].sort((one, other) => one.localeCompare(other, 'nb', { numeric: true }));
  const colours = new Map(ordered.map((key, index) => [key, lineColour(index)]));

  const lines = layers.flatMap((layer) =>
    layer.lines.map(({ line, properties }, index): Track => {
      const key = lineKey(properties);
      const mode = modeOf(properties);
      return {
        layer: layer.description.id,
        index,
        line,
        mode,
        colour: mode === 'train' || key === null ? PALETTE.railway : (colours.get(key) ?? PALETTE.railway),
        project: key === null ? null : (projects.get(key) ?? null),
      };
    }),
  );
  return {
    lines,
    metroLines: ordered.map((key) => ({
      title: titles.get(key) ?? `Linje ${key}`,
      colour: colours.get(key) ?? PALETTE.railway,
      project: projects.get(key) ?? null,
    })),
    stationColour: (station) =>
      station.mode === 'metro' ? (colours.get(station.line) ?? PALETTE.station) : PALETTE.station,
  };
}
