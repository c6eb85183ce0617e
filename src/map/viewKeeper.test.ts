import { beforeEach, describe, expect, it } from 'vitest';
import type { LonLat } from '../core/geometry/shapes';
import type { MapCamera, MapPadding, ScreenPoint } from './mapTypes';
import { createViewKeeper, type DegreeBox, type KeptMap } from './viewKeeper';

const OPENING: DegreeBox = [10, 59, 11, 60];
const NO_PADDING: MapPadding = { top: 0, right: 0, bottom: 0, left: 0 };
const PANELS: MapPadding = { top: 60, right: 340, bottom: 60, left: 340 };

/** A map of a flat globe: 2 to the power of the zoom pixels for a degree either way. */
class FlatMap implements KeptMap {
  width = 1280;
  height = 800;
  private at: MapCamera = { centre: [0, 0], zoom: 5 };
  private covered = NO_PADDING;

  private get middle(): ScreenPoint {
    const { left, right, top, bottom } = this.covered;
    return { x: (left + this.width - right) / 2, y: (top + this.height - bottom) / 2 };
  }

  readonly size = () => ({ width: this.width, height: this.height });
  readonly padding = () => this.covered;
  readonly camera = () => this.at;
  readonly glideTo = (camera: MapCamera): void => {
    this.at = camera;
  };
  readonly jumpTo = ({ padding, ...camera }: MapCamera & { readonly padding: MapPadding }): void => {
    this.covered = padding;
    this.at = camera;
  };
  readonly cameraFor = ([west, south, east, north]: DegreeBox, margin: number): MapCamera => {
    const { left, right, top, bottom } = this.covered;
    const scale = Math.min((this.width - left - right - 2 * margin) / (east - west), (this.height - top - bottom - 2 * margin) / (north - south));
    return { centre: [(west + east) / 2, (south + north) / 2], zoom: Math.log2(scale) };
  };
  readonly project = ([longitude, latitude]: LonLat): ScreenPoint => {
    const scale = 2 ** this.at.zoom;
    return { x: this.middle.x + (longitude - this.at.centre[0]) * scale, y: this.middle.y - (latitude - this.at.centre[1]) * scale };
  };
  readonly unproject = ({ x, y }: ScreenPoint): LonLat => {
    const scale = 2 ** this.at.zoom;
    return [this.at.centre[0] + (x - this.middle.x) / scale, this.at.centre[1] - (y - this.middle.y) / scale];
  };

  /** Where the corners of the opening view lie on the screen, whole pixels. */
  get corners(): readonly number[] {
    const [west, south, east, north] = OPENING;
    const [one, other] = [this.project([west, north]), this.project([east, south])];
    return [one.x, one.y, other.x, other.y].map(Math.round);
  }
}

let map: FlatMap;

beforeEach(() => {
  map = new FlatMap();
});

describe('the opening view', () => {
  it('is fitted to what is free, and stays put when panels fold and come back', () => {
    const keeper = createViewKeeper(map, OPENING, false);
    keeper.setPadding(PANELS);
    const opened = map.corners;
    expect(opened[0]).toBe(340 + 12);
    expect(opened[2]).toBe(1280 - 340 - 12);
    for (const padding of [{ ...PANELS, left: 0 }, { ...PANELS, left: 0, right: 50, top: 30 }, PANELS]) {
      keeper.setPadding(padding);
      expect(map.corners).toEqual(opened);
      expect(map.padding()).toEqual(padding);
    }
  });

  it('makes room for what would cover it, and comes back where it lay', () => {
    const keeper = createViewKeeper(map, OPENING, false);
    keeper.setPadding(PANELS);
    const opened = map.corners;
    keeper.setPadding({ ...PANELS, bottom: 500 });
    expect(map.corners[3]).toBeLessThanOrEqual(300);
    keeper.setPadding(PANELS);
    expect(map.corners).toEqual(opened);
  });

  it('is widened by what is to be in sight only where that is not in sight already', () => {
    const keeper = createViewKeeper(map, OPENING, false);
    keeper.setPadding(PANELS);
    const opened = map.corners;
    keeper.keepInSight([9.99, 59, 11, 60]);
    expect(map.corners).toEqual(opened);
    keeper.keepInSight([9, 59, 11, 60]);
    expect(map.corners[0]).toBeGreaterThan(600);
    keeper.keepInSight(null);
    expect(map.corners).toEqual(opened);
  });

  it('is fitted anew where that is asked for, in another window, and by the user', () => {
    const keeper = createViewKeeper(map, OPENING, false);
    keeper.setPadding(PANELS);
    const opened = map.corners;
    keeper.setPadding(NO_PADDING, true);
    expect(map.corners[1]).toBe(12);
    keeper.setPadding(PANELS);
    expect(map.corners).toEqual(opened);
    map.width = 1920;
    keeper.resized();
    expect(map.corners[3]).not.toBe(opened[3]);
    keeper.moved();
    map.glideTo({ centre: [10.2, 59.2], zoom: 12 });
    keeper.reset();
    const [left, top, right, bottom] = map.corners;
    keeper.setPadding({ ...PANELS, left: 0 });
    expect(map.corners).toEqual([left, top, right, bottom]);
  });
});

describe('a view the user has moved the map to', () => {
  it('keeps its ground where it is, unless its middle would be covered', () => {
    const keeper = createViewKeeper(map, OPENING, false);
    keeper.setPadding(PANELS);
    keeper.moved();
    map.glideTo({ centre: [10.3, 59.4], zoom: 11 });
    const moved = map.corners;
    keeper.setPadding({ ...PANELS, left: 0 });
    expect(map.corners).toEqual(moved);
    keeper.setPadding(PANELS);
    expect(map.corners).toEqual(moved);
    const [longitude, latitude] = map.camera().centre;
    keeper.setPadding({ ...PANELS, bottom: 500 });
    expect(map.camera().centre).toEqual([longitude, latitude]);
    expect(map.project([longitude, latitude]).y).toBeLessThan(300);
  });
});
