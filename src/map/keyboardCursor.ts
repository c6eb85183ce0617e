import type { Map as MapLibreMap, Point } from 'maplibre-gl';

/** What the keyboard does at the middle of the map. */
export interface CursorActions {
  readonly hoverAt: (point: Point) => void;
  readonly clickAt: (point: Point) => void;
  readonly leave: () => void;
  /** Whether something else listens to Enter while the pointer drives the map. */
  readonly isBusy: () => boolean;
}

/**
 * A ring in the middle of the map while the keyboard drives it: arrows move the map under it, Enter clicks what it is on.
 * MapLibre's own keys (arrows, plus and minus) do the moving.
 */
export function addKeyboardCursor(map: MapLibreMap, actions: CursorActions): void {
  const canvas = map.getCanvas();
  const ring = document.createElement('div');
  ring.className = 'map-crosshair';
  ring.hidden = true;
  ring.setAttribute('aria-hidden', 'true');
  map.getContainer().append(ring);

  const middle = (): Point => map.project(map.getCenter());
  const place = (): void => {
    const { x, y } = middle();
    ring.style.left = `${x}px`;
    ring.style.top = `${y}px`;
  };
  canvas.addEventListener('focus', () => {
    ring.hidden = !canvas.matches(':focus-visible');
    if (ring.hidden) return;
    place();
    actions.hoverAt(middle());
  });
  canvas.addEventListener('blur', () => {
    if (!ring.hidden) actions.leave();
    ring.hidden = true;
  });
  canvas.addEventListener('pointerdown', () => {
    ring.hidden = true;
  });
  canvas.addEventListener('keydown', (event) => {
    if (event.key.startsWith('Arrow') && ring.hidden) {
      ring.hidden = false;
      place();
    }
    if (event.key !== 'Enter' || (ring.hidden && actions.isBusy())) return;
    event.preventDefault();
    actions.clickAt(middle());
  });
  map.on('moveend', () => {
    if (ring.hidden) return;
    place();
    actions.hoverAt(middle());
  });
}
