import type { Map as MapLibreMap } from 'maplibre-gl';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { ScreenPoint } from '../mapTypes';

/** Keys that the library listens to; the page has keys of its own, and tells the library what they mean. */
const KEY_EVENTS: ReadonlySet<string | undefined> = new Set(['keydown', 'keyup']);

type Callbacks = Parameters<TerraDrawMapLibreGLAdapter<MapLibreMap>['register']>[0];

/** The drawing library's hold on the map, which the page's keys can work too. */
export class LibraryAdapter extends TerraDrawMapLibreGLAdapter<MapLibreMap> {
  private readonly canvas: HTMLCanvasElement;
  private readonly deaf = document.createElement('canvas');
  private callbacks: Callbacks | null = null;
  private dragging = false;
  /** Where the pointer last went down, in the map's container. */
  private pressedAt: ScreenPoint | null = null;

  constructor(map: MapLibreMap) {
    super({ map, prefixId: 'drawing' });
    this.canvas = map.getCanvas();
  }

  /** Whether the pointer is down and has moved. */
  get isDragging(): boolean {
    return this.dragging;
  }

  override register(callbacks: Callbacks): void {
    this.callbacks = callbacks;
    this.canvas.addEventListener('pointerdown', this.notePress, { capture: true });
    super.register({
      ...callbacks,
      // The library begins a drag where it first sees the pointer move; the hand began it where it pressed.
      onDragStart: (event, setDraggable) => {
        this.dragging = true;
        callbacks.onDragStart(this.pressedAt ? { ...event, ...this.placeAt(this.pressedAt) } : event, setDraggable);
      },
      onDragEnd: (event, setDraggable) => {
        callbacks.onDragEnd(event, setDraggable);
        this.dragging = false;
      },
    });
  }

  override unregister(): void {
    super.unregister();
    this.canvas.removeEventListener('pointerdown', this.notePress, { capture: true });
    this.callbacks = null;
    this.dragging = false;
  }

  override getMapEventElement(type?: string): HTMLCanvasElement {
    return KEY_EVENTS.has(type) ? this.deaf : this.canvas;
  }

  /** Does as if the pointer was moved to a point of the map's container. */
  moveTo(point: ScreenPoint): void {
    this.callbacks?.onMouseMove(this.eventAt(point));
  }

  /** Does as if the pointer clicked a point of the map's container. */
  clickAt(point: ScreenPoint): void {
    this.moveTo(point);
    this.callbacks?.onClick(this.eventAt(point));
  }

  /** Does as if a key was pressed. */
  press(key: string): void {
    this.callbacks?.onKeyUp({ key, heldKeys: [], preventDefault: () => undefined });
  }

  private readonly notePress = ({ clientX, clientY }: PointerEvent): void => {
    const { left, top } = this.canvas.getBoundingClientRect();
    this.pressedAt = { x: clientX - left, y: clientY - top };
  };

  private placeAt({ x, y }: ScreenPoint) {
    const round = (degrees: number): number => Number(degrees.toFixed(this.getCoordinatePrecision()));
    const { lng, lat } = this.unproject(x, y);
    return { lng: round(lng), lat: round(lat), containerX: x, containerY: y };
  }

  private eventAt(point: ScreenPoint): Parameters<Callbacks['onClick']>[0] {
    return { ...this.placeAt(point), button: 'left', heldKeys: [], isContextMenu: false };
  }
}
