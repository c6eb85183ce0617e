import type { Dataset, FeatureProperties, Layer } from '../core/domain/dataset';
import type { ProjectSwitches } from '../core/domain/station';
import { collection, lineFeature, type MapFeature, type MapFeatures, pointFeature, polygonFeature } from './features';
import type { Rail, Track } from './rail';
import { layerFeatureId } from './sourceIds';

const NAME_ATTRIBUTES = ['name', 'navn'] as const;

/** The name a feature carries, null when it has none. */
export function featureName(properties: FeatureProperties): string | null {
  for (const attribute of NAME_ATTRIBUTES) {
    const value = properties[attribute];
    if (typeof value === 'string' && value !== '') return value;
  }
  return null;
}

function naming(properties: FeatureProperties): { readonly name?: string } {
  const name = featureName(properties);
  return name === null ? {} : { name };
}

/** A layer of the data set as a map source: its geometry, and names to write. The rest stays in the data set. */
export function layerFeatures(layer: Layer): MapFeatures {
  const features: MapFeature[] = [];
  layer.polygons.forEach(({ outline, properties }, index) => {
    features.push(polygonFeature(layerFeatureId('polygon', index), outline, naming(properties)));
  });
  layer.lines.forEach(({ line, properties }, index) => {
    features.push(lineFeature(layerFeatureId('line', index), line, naming(properties)));
  });
  layer.points.forEach(({ position, properties }, index) => {
    features.push(pointFeature(layerFeatureId('point', index), position, naming(properties)));
  });
  return collection(features);
}

/** How rail and stations stand: switches of the scenario, and the year whose rail is drawn; null for today's. */
export interface RailMoment {
  readonly projects: ProjectSwitches;
  readonly year: number | null;
}

export const TODAY: RailMoment = { projects: new Map(), year: null };

export type RailState = 'open' | 'planned' | 'leftOut';

/** Whether what a project opens in `openingYear` is drawn as open, as planned, or as left out of the scenario. */
export function projectState(project: string, openingYear: number, moment: RailMoment): RailState {
  const kept = [...moment.projects].every(([id, on]) => id !== project || on);
  if (!kept) return 'leftOut';
  return moment.year !== null && openingYear <= moment.year ? 'open' : 'planned';
}

function trackState(track: Track, dataset: Pick<Dataset, 'parameters'>, moment: RailMoment): RailState {
  const project = dataset.parameters.projects.find(({ id }) => id === track.project);
  return project === undefined ? 'open' : projectState(project.id, project.openingYear, moment);
}

/** Tracks of one rail layer as a map source, each with mode, colour and state. */
export function trackFeatures(
  dataset: Pick<Dataset, 'parameters'>,
  rail: Rail,
  layer: Layer,
  moment: RailMoment,
): MapFeatures {
  return collection(
    rail.lines
      .filter((track) => track.layer === layer.description.id)
      .map((track) =>
        lineFeature(layerFeatureId('line', track.index), track.line, {
          mode: track.mode,
          colour: track.colour,
          state: trackState(track, dataset, moment),
        }),
      ),
  );
}
