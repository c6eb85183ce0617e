import { LngLat, type Map as MapLibreMap } from 'maplibre-gl';
import { MOTION_MILLISECONDS } from './camera';
import type { KeptMap } from './viewKeeper';

/** The map as the keeper of its view moves it. */
export function keptMap(map: MapLibreMap): KeptMap {
  return {
    size: () => {
      const { clientWidth: width, clientHeight: height } = map.getContainer();
      return { width, height };
    },
    padding: () => {
      const { top = 0, right = 0, bottom = 0, left = 0 } = map.getPadding();
      return { top, right, bottom, left };
    },
    camera: () => {
      const { lng, lat } = map.getCenter();
      return { centre: [lng, lat], zoom: map.getZoom() };
    },
    jumpTo: ({ centre, zoom, padding }) => {
      map.jumpTo({ center: [...centre], zoom, padding: { ...padding } });
    },
    glideTo: ({ centre, zoom }) => {
      map.easeTo({ center: [...centre], zoom, duration: MOTION_MILLISECONDS });
    },
    cameraFor: (box, marginPixels) => {
      const { center, zoom = map.getZoom() } = map.cameraForBounds([...box], { padding: marginPixels }) ?? {};
      const { lng, lat } = center === undefined ? map.getCenter() : LngLat.convert(center);
      return { centre: [lng, lat], zoom };
    },
    project: (position) => map.project([...position]),
    unproject: ({ x, y }) => {
      const { lng, lat } = map.unproject([x, y]);
      return [lng, lat];
    },
  };
}
