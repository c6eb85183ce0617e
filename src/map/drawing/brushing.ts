import type { Map as MapLibreMap } from 'maplibre-gl';
import type { AreaId } from '../../core/domain/identifiers';
import type { DrawingListener } from '../../state/drawingTask';
import { areasInBox } from '../boxSelection';
import type { ScreenPoint } from '../mapTypes';
import { followHand, type Grip, type KeyedHand } from './mapHand';

/** The part of the brush's radius that the square under it reaches, so that the two cover as much. */
const SQUARE_OF_DISC = 0.886;

/** The areas under the brush. */
function areasUnder(map: MapLibreMap, { x, y }: ScreenPoint, radius: number): ReadonlySet<AreaId> {
  const reach = radius * SQUARE_OF_DISC;
  return areasInBox(map, { x: x - reach, y: y - reach }, { x: x + reach, y: y + reach });
}

/** Lets a hand lead a brush over areas: each time it comes onto one counts as a pass. Alt takes away. */
export function followBrush(map: MapLibreMap, radiusPixels: number, listener: DrawingListener): KeyedHand {
  const ring = document.createElement('div');
  ring.className = 'map-brush';
  ring.style.width = `${2 * radiusPixels}px`;
  ring.style.height = ring.style.width;
  ring.hidden = true;
  map.getContainer().append(ring);
  map.getCanvas().style.cursor = 'none';
  const place = ({ x, y }: ScreenPoint): void => {
    ring.hidden = false;
    ring.style.transform = `translate(${x - radiusPixels}px, ${y - radiusPixels}px)`;
  };
  const hide = (): void => {
    ring.hidden = true;
  };
  map.getCanvas().addEventListener('pointerleave', hide);
  /** A stroke that begins at a point. */
  const strokeFrom = (from: ScreenPoint, erases: boolean): Grip => {
    const passes = new Map<AreaId, number>();
    let under: ReadonlySet<AreaId> = new Set();
    const brush = (point: ScreenPoint): void => {
      place(point);
      const now = areasUnder(map, point, radiusPixels);
      const entered = [...now].filter((area) => !under.has(area));
      under = now;
      if (entered.length === 0) return;
      for (const area of entered) passes.set(area, (passes.get(area) ?? 0) + 1);
      listener.onShape({ kind: 'stroke', passes: new Map(passes), erases });
    };
    brush(from);
    return {
      onMove: brush,
      onUp: () => {
        if (passes.size > 0) listener.onDone({ kind: 'stroke', passes, erases });
      },
    };
  };
  const release = followHand(map, { onHover: place, onDown: (from, _position, erases) => strokeFrom(from, erases) });
  return {
    // The keyboard dabs: a stroke of one place.
    clickAt: (point) => strokeFrom(point, false).onUp(),
    moveTo: place,
    end: () => {
      release();
      map.getCanvas().removeEventListener('pointerleave', hide);
      map.getCanvas().style.cursor = '';
      ring.remove();
    },
  };
}
