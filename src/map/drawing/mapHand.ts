import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LonLat } from '../../core/geometry/shapes';
import type { ScreenPoint } from '../mapTypes';

/** A pointer that has hold of the map: what it does from down to up. */
export interface Grip {
  readonly onMove: (point: ScreenPoint, position: LonLat) => void;
  readonly onUp: () => void;
}

export interface HandEvents {
  /** Takes hold, or null to let the map be dragged. */
  readonly onDown: (point: ScreenPoint, position: LonLat, altKey: boolean) => Grip | null;
  readonly onHover: (point: ScreenPoint) => void;
}

/** A hand that the keyboard's ring can lead as well as the pointer. */
export interface KeyedHand {
  readonly clickAt: (point: ScreenPoint) => void;
  readonly moveTo: (point: ScreenPoint) => void;
  readonly end: () => void;
}

/** Follows the pointer over the map, and keeps the map still while it has hold. Returns what ends it. */
export function followHand(map: MapLibreMap, { onDown, onHover }: HandEvents): () => void {
  const canvas = map.getCanvas();
  let grip: Grip | null = null;
  const placeOf = (event: PointerEvent): readonly [ScreenPoint, LonLat] => {
    const { left, top } = canvas.getBoundingClientRect();
    const point = { x: event.clientX - left, y: event.clientY - top };
    const { lng, lat } = map.unproject([point.x, point.y]);
    return [point, [lng, lat]];
  };
  const down = (event: PointerEvent): void => {
    if (!event.isPrimary || event.button !== 0) return;
    grip = onDown(...placeOf(event), event.altKey);
    if (!grip) return;
    map.dragPan.disable();
    canvas.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent): void => {
    if (!event.isPrimary) return;
    const place = placeOf(event);
    if (grip) grip.onMove(...place);
    else onHover(place[0]);
  };
  const up = (event: PointerEvent): void => {
    if (!event.isPrimary || !grip) return;
    const held = grip;
    grip = null;
    map.dragPan.enable();
    held.onUp();
  };
  canvas.addEventListener('pointerdown', down);
  canvas.addEventListener('pointermove', move);
  canvas.addEventListener('pointerup', up);
  canvas.addEventListener('pointercancel', up);
  return () => {
    canvas.removeEventListener('pointerdown', down);
    canvas.removeEventListener('pointermove', move);
    canvas.removeEventListener('pointerup', up);
    canvas.removeEventListener('pointercancel', up);
    map.dragPan.enable();
  };
}
