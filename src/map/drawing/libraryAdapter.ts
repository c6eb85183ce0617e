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
    super.register({
      ...callbacks,
      onDragStart: (event, setDraggable) => {
        this.dragging = true;
        callbacks.onDragStart(event, setDraggable);
      },
      onDragEnd: (event, setDraggable) => {
        callbacks.onDragEnd(event, setDraggable);
        this.dragging = false;
      },
    });
  }

  override unregister(): void {
    super.unregister();
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

  private eventAt({ x, y }: ScreenPoint): Parameters<Callbacks['onClick']>[0] {
    const round = (degrees: number): number => Number(degrees.toFixed(this.getCoordinatePrecision()));
    const { lng, lat } = this.unproject(x, y);
    return {
      lng: round(lng),
      lat: round(lat),
      containerX: x,
      containerY: y,
      button: 'left',
      heldKeys: [],
      isContextMenu: false,
    };
  }
}
