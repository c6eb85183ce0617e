import { layersOf, type Dataset, type FeatureProperties } from '../../domain/dataset';
import type { PlanarLine } from '../../geometry/shapes';
import { toPlanarLine } from '../../geometry/projection';
import { lineInk, METRO_INK } from './ink';

/** Tracks that are drawn alike. */
export interface DrawnTrack {
  readonly mode: 'train' | 'metro';
  readonly title: string;
  readonly colour: string;
  /** The project that opens them; null when they are in operation. */
  readonly project: string | null;
  readonly lines: readonly PlanarLine[];
}

function text(properties: FeatureProperties, attribute: string): string | null {
  const value = properties[attribute];
  return typeof value === 'string' && value !== '' ? value : null;
}

/**
 * Railway, then each metro line in its colour: as on the page's map, by the place of the line's number or name among
 * those of tracks and stations.
 */
export function drawnTracks(dataset: Pick<Dataset, 'layers' | 'stations'>): readonly DrawnTrack[] {
  const tracks = layersOf(dataset, 'railLine').flatMap(({ lines }) =>
    lines.map(({ line, properties }) => ({
      mode: properties['mode'] === 'metro' ? ('metro' as const) : ('train' as const),
      key: text(properties, 'line') ?? text(properties, 'name'),
      name: text(properties, 'name'),
      project: text(properties, 'project'),
      line: toPlanarLine(line),
    })),
  );
  const keys = new Set([
    ...dataset.stations.flatMap(({ mode, line }) => (mode === 'metro' ? [line] : [])),
    ...tracks.flatMap(({ mode, key }) => (mode === 'metro' && key !== null ? [key] : [])),
  ]);
  const ordered = [...keys].toSorted((one, other) => one.localeCompare(other, 'nb', { numeric: true }));
  const railway = tracks.filter(({ mode }) => mode === 'train');
  const metro = [...ordered, null].flatMap((key, index): readonly DrawnTrack[] => {
    const ofLine = tracks.filter((track) => track.mode === 'metro' && track.key === key);
    const [first] = ofLine;
    if (!first) return [];
    const name = first.name ?? (key === null ? 'T-bane' : `Linje ${key}`);
    return [...new Set(ofLine.map(({ project }) => project))].map((project) => ({
      mode: 'metro',
      title: key === null || name === key || first.name === null ? name : `${name} (linje ${key})`,
      colour: key === null ? METRO_INK : lineInk(index),
      project,
      lines: ofLine.filter((track) => track.project === project).map(({ line }) => line),
    }));
  });
  return railway.length > 0
    ? [{ mode: 'train', title: 'Jernbane', colour: '', project: null, lines: railway.map(({ line }) => line) }, ...metro]
    : metro;
}
