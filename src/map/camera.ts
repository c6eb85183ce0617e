import type { LngLatBoundsLike, Map as MapLibreMap } from 'maplibre-gl';
import type { Dataset } from '../core/domain/dataset';
import { type Measure, replacedTownOutlines, stationsWith } from '../core/domain/measure';
import type { Scenario } from '../core/domain/scenario';
import type { LonLat } from '../core/geometry/shapes';
import { boundsOfPolygons, type LonLatBounds } from './bounds';
import type { MapPlace } from './mapTypes';

/** Where the camera goes for a place: a rectangle to fit, or a position to stand over. */
export type CameraTarget =
  | { readonly kind: 'bounds'; readonly bounds: LonLatBounds; readonly maximumZoom: number }
  | { readonly kind: 'position'; readonly position: LonLat; readonly zoom: number };

const POSITION_ZOOM = 14;
const AREA_MAXIMUM_ZOOM = 15;
const TOWN_MAXIMUM_ZOOM = 14;

/** Air around what is fitted, CSS pixels. */
const MARGIN_PIXELS = 28;

/** How long the map takes to come to another place. */
export const MOTION_MILLISECONDS = 180;

/** Finds where a place lies in the scenario that is shown; null when it is not there. */
export function cameraTarget(
  place: MapPlace,
  dataset: Pick<Dataset, 'towns' | 'stations'>,
  scenario: Pick<Scenario, 'areas' | 'measures'> | null,
): CameraTarget | null {
  switch (place.kind) {
    case 'position':
      return { kind: 'position', position: place.position, zoom: POSITION_ZOOM };
    case 'outline': {
      const bounds = boundsOfPolygons(place.outline);
      return bounds && { kind: 'bounds', bounds, maximumZoom: AREA_MAXIMUM_ZOOM };
    }
    case 'conflict':
      return { kind: 'position', position: place.conflict.position, zoom: POSITION_ZOOM };
    case 'station': {
      const stations = scenario ? stationsWith(dataset.stations, scenario.measures) : dataset.stations;
      const station = stations.find(({ id }) => id === place.station);
      return station === undefined ? null : { kind: 'position', position: station.position, zoom: POSITION_ZOOM };
    }
    case 'town': {
      const outline =
        (scenario && replacedTownOutlines(scenario.measures).get(place.town)) ?? dataset.towns.find(({ id }) => id === place.town)?.outline ?? [];
      const bounds = boundsOfPolygons(outline);
      return bounds === null ? null : { kind: 'bounds', bounds, maximumZoom: TOWN_MAXIMUM_ZOOM };
    }
    case 'measure': {
      const measure = scenario?.measures.get(place.measure);
      return measure ? measureTarget(measure, dataset) : null;
    }
    case 'area': {
      const bounds = boundsOfPolygons(scenario?.areas.get(place.area)?.outline ?? []);
      return bounds === null ? null : { kind: 'bounds', bounds, maximumZoom: AREA_MAXIMUM_ZOOM };
    }
  }
}

function measureTarget(measure: Measure, dataset: Pick<Dataset, 'stations'>): CameraTarget | null {
  if ('outline' in measure) {
    const bounds = boundsOfPolygons(measure.outline);
    return bounds && { kind: 'bounds', bounds, maximumZoom: AREA_MAXIMUM_ZOOM };
  }
  const station = measure.kind === 'stationChange' ? dataset.stations.find(({ id }) => id === measure.station) : null;
  const position = measure.position ?? station?.position;
  return position ? { kind: 'position', position, zoom: POSITION_ZOOM } : null;
}

/** The rectangle as MapLibre takes it. */
export function toLngLatBounds(bounds: LonLatBounds): LngLatBoundsLike {
  return [bounds.west, bounds.south, bounds.east, bounds.north];
}

/** Moves the camera. MapLibre jumps instead where the user wants less motion. */
export function moveCamera(map: MapLibreMap, target: CameraTarget): void {
  if (target.kind === 'bounds') {
    map.fitBounds(toLngLatBounds(target.bounds), {
      padding: MARGIN_PIXELS,
      maxZoom: target.maximumZoom,
      duration: MOTION_MILLISECONDS,
      linear: true,
    });
  } else {
    const [longitude, latitude] = target.position;
    map.easeTo({
      center: [longitude, latitude],
      zoom: Math.max(map.getZoom(), target.zoom),
      duration: MOTION_MILLISECONDS,
    });
  }
}
