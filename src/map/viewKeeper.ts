import type { MapCamera, MapPadding, ScreenPoint } from './mapTypes';
import { OPENING_MARGIN_PIXELS } from './openingView';
import type { LonLat } from '../core/geometry/shapes';

/** Rectangle of the globe: west, south, east and north in degrees. */
export type DegreeBox = readonly [west: number, south: number, east: number, north: number];

/** What keeping a view needs of a map. */
export interface KeptMap {
  /** CSS pixels of the container. */
  readonly size: () => { readonly width: number; readonly height: number };
  readonly padding: () => MapPadding;
  readonly camera: () => MapCamera;
  /** Has the camera's centre in the middle of what the padding leaves free. */
  readonly jumpTo: (camera: MapCamera & { readonly padding: MapPadding }) => void;
  /** Goes to a camera over a short while. */
  readonly glideTo: (camera: MapCamera) => void;
  /** The camera that has a rectangle within what is free, with so much air around it. */
  readonly cameraFor: (box: DegreeBox, marginPixels: number) => MapCamera;
  readonly project: (position: LonLat) => ScreenPoint;
  readonly unproject: (point: ScreenPoint) => LonLat;
}

/** Keeps the ground where it is on the screen while surfaces come and go over the map. */
export interface ViewKeeper {
  /** `anew` fits the opening view to what is free, whatever was in sight before. */
  readonly setPadding: (padding: MapPadding, anew?: boolean) => void;
  /** What is to be in sight as long as the user has not moved the map; null for the opening view alone. */
  readonly keepInSight: (box: DegreeBox | null) => void;
  /** The container has another size. */
  readonly resized: () => void;
  /** The user has moved the map: from now on it is theirs. */
  readonly moved: () => void;
  readonly isMoved: () => boolean;
  /** Back to the opening view, as the user has asked. */
  readonly reset: () => void;
}

interface Home extends MapCamera {
  readonly padding: MapPadding;
  readonly width: number;
  readonly height: number;
}

/** Whether a point or a rectangle of the screen lies free of what covers the map's edges. */
function isFree(corners: readonly ScreenPoint[], padding: MapPadding, { width, height }: ReturnType<KeptMap['size']>): boolean {
  return corners.every(
    ({ x, y }) => x >= padding.left && x <= width - padding.right && y >= padding.top && y <= height - padding.bottom,
  );
}

/** The middle of what a padding leaves free. */
function middleOf(padding: MapPadding, { width, height }: ReturnType<KeptMap['size']>): ScreenPoint {
  return { x: (padding.left + width - padding.right) / 2, y: (padding.top + height - padding.bottom) / 2 };
}

/** @param isMoved whether the map opens where the user has moved it to before */
export function createViewKeeper(map: KeptMap, opening: DegreeBox, isMoved: boolean): ViewKeeper {
  let moved = isMoved;
  /** The opening view as it was last fitted for good; null before that. */
  let home: Home | null = null;
  let inSight: DegreeBox | null = null;

  const wanted = (): DegreeBox => inSight ?? opening;

  /** Another padding under the same ground. */
  function coverGround(padding: MapPadding): void {
    const [longitude, latitude] = map.unproject(middleOf(padding, map.size()));
    map.jumpTo({ centre: [longitude, latitude], zoom: map.camera().zoom, padding });
  }

  /** What is wanted, fitted to what is free; kept as the view to come back to where that is the opening view alone. */
  function fit(isHome: boolean, show: (camera: MapCamera) => void): void {
    const camera = map.cameraFor(wanted(), OPENING_MARGIN_PIXELS);
    if (isHome && inSight === null) home = { ...camera, padding: map.padding(), ...map.size() };
    show(camera);
  }

  function fitAtOnce(padding: MapPadding, isHome: boolean): void {
    map.jumpTo({ ...map.camera(), padding });
    fit(isHome, (camera) => map.jumpTo({ ...camera, padding }));
  }

  /** The opening view where it lay, when what is wanted is free there; otherwise fitted to what is free. */
  function settle(padding: MapPadding): void {
    const size = map.size();
    if (!home || home.width !== size.width || home.height !== size.height) {
      fitAtOnce(padding, true);
      return;
    }
    map.jumpTo(home);
    const [west, south, east, north] = wanted();
    const corners = ([[west, south], [west, north], [east, south], [east, north]] as const).map(map.project);
    if (isFree(corners, padding, size)) coverGround(padding);
    else fitAtOnce(padding, false);
  }

  return {
    setPadding(padding, anew = false) {
      if (moved) {
        const middle = middleOf(map.padding(), map.size());
        if (isFree([middle], padding, map.size())) coverGround(padding);
        else map.jumpTo({ ...map.camera(), padding });
      } else if (anew) {
        fitAtOnce(padding, false);
      } else {
        settle(padding);
      }
    },
    keepInSight(box) {
      if (String(box) === String(inSight)) return;
      inSight = box;
      if (!moved) settle(map.padding());
    },
    resized() {
      if (!moved) settle(map.padding());
    },
    moved() {
      moved = true;
    },
    isMoved: () => moved,
    reset() {
      moved = false;
      fit(true, map.glideTo);
    },
  };
}
