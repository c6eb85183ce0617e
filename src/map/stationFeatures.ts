import type { Dataset } from '../core/domain/dataset';
import { type Station, STATION_MODES } from '../core/domain/station';
import { toPlanarPoint } from '../core/geometry/projection';
import { collection, type MapFeatures, pointFeature, polygonFeature } from './features';
import { type MapImage, stationImage } from './images';
import { projectState, type RailMoment, type RailState } from './layerFeatures';
import { PALETTE } from './palette';
import type { Rail } from './rail';
import { RING_WALKS_METRES, walkingRing } from './walkingRings';

/** Stations of one name nearer than this share one label. */
const SAME_PLACE_METRES = 600;

type LineStop = Pick<Station, 'mode' | 'line'>;

function stationState(station: Station, moment: RailMoment): RailState {
  switch (station.status.kind) {
    case 'inOperation':
      return 'open';
    case 'underConstruction':
      return projectState(station.status.project, station.status.openingYear, moment);
    case 'proposed':
      return moment.year !== null && station.status.openingYear <= moment.year ? 'open' : 'planned';
  }
}

function iconName(station: LineStop, state: RailState, rail: Rail): string {
  const shape = station.mode === 'train' ? 'square' : 'circle';
  return `station:${shape}:${state}:${state === 'leftOut' ? PALETTE.stationOff : rail.stationColour(station)}`;
}

/** Every image that stations can need, by the name their features carry. */
export function stationImages(stations: readonly Station[], rail: Rail): ReadonlyMap<string, MapImage> {
  const images = new Map<string, MapImage>();
  // A scenario may add stations to any line, and to none of those the place has.
  const added = STATION_MODES.map((mode) => ({ mode, line: '' }));
  for (const station of [...stations, ...added]) {
    const shape = station.mode === 'train' ? 'square' : 'circle';
    const colour = rail.stationColour(station);
    images.set(iconName(station, 'open', rail), stationImage(shape, '#ffffff', colour, PALETTE.halo, true));
    images.set(iconName(station, 'planned', rail), stationImage(shape, '#ffffff', colour, PALETTE.halo, false));
    images.set(iconName(station, 'leftOut', rail), stationImage(shape, PALETTE.halo, PALETTE.stationOff, PALETTE.halo, false));
  }
  return images;
}

function sharesLabel(station: Station, earlier: readonly Station[]): boolean {
  const here = toPlanarPoint(station.position);
  return earlier.some((other) => {
    if (other.name !== station.name) return false;
    const there = toPlanarPoint(other.position);
    return Math.hypot(here.x - there.x, here.y - there.y) < SAME_PLACE_METRES;
  });
}

/** Stations as a map source. A train station is drawn above a metro station and carries the name they share. */
export function stationFeatures(dataset: Pick<Dataset, 'stations'>, rail: Rail, moment: RailMoment): MapFeatures {
  const ordered = [...dataset.stations].sort((one, other) => Number(other.mode === 'train') - Number(one.mode === 'train'));
  return collection(
    ordered.map((station, index) => {
      const state = stationState(station, moment);
      return pointFeature(station.id, station.position, {
        icon: iconName(station, state, rail),
        label: sharesLabel(station, ordered.slice(0, index)) ? '' : station.name,
        state,
        order: station.mode === 'train' ? 1 : 0,
      });
    }),
  );
}

/** Identifier of a station's ring in the map source. */
export function ringId(station: Station['id'], walkMetres: number): string {
  return `${station}:${walkMetres}`;
}

/** Rings of the walks around every station as a map source. */
export function ringFeatures(stations: readonly Station[]): MapFeatures {
  return collection(
    stations.flatMap((station) =>
      RING_WALKS_METRES.map((walk) => polygonFeature(ringId(station.id, walk), [[walkingRing(station.position, walk)]], { walk })),
    ),
  );
}
