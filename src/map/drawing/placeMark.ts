import { Marker, type Map as MapLibreMap } from 'maplibre-gl';
import type { LonLat } from '../../core/geometry/shapes';

/** A mark on the map for a place where something is wrong; null takes it away. */
export function placeMark(map: MapLibreMap): (position: LonLat | null) => void {
  let marker: Marker | null = null;
  return (position) => {
    marker?.remove();
    marker = null;
    if (!position) return;
    const element = document.createElement('div');
    element.className = 'map-mark';
    const [longitude, latitude] = position;
    marker = new Marker({ element }).setLngLat([longitude, latitude]).addTo(map);
  };
}
