import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TownId } from '../core/domain/identifiers';
import type { TypologyId } from '../core/domain/typology';
import type { LonLat, LonLatMultiPolygon } from '../core/geometry/shapes';
import type { DrawingListener, DrawingTask, DrawnShape } from './drawingTask';
import { latestOnly } from './engine';
import type { StrokeSurvey } from './strokeSurvey';

/** What a planner can take in hand, in the order of the toolbar. */
export const TOOLS = ['polygon', 'rectangle', 'freehand', 'edit', 'move', 'split', 'merge', 'clip', 'delete', 'brush'] as const;

export type ToolId = (typeof TOOLS)[number];

/** What the next drawn area is to be. */
export interface PenSettings {
  readonly typology: TypologyId;
  /** Above 0 and at most 1. */
  readonly developableShare: number;
}

/** What the brush lays down each time it comes onto an area. */
export interface BrushSettings {
  readonly typology: TypologyId;
  readonly dwellings: number;
  readonly radiusPixels: number;
  /** The town whose areas it paints; all areas when null. */
  readonly town: TownId | null;
}

export interface DrawingState {
  /** The tool in hand; null when the map is only looked at. */
  readonly tool: ToolId | null;
  readonly task: DrawingTask | null;
  /** The shape as it is just now. */
  readonly shape: DrawnShape | null;
  /** The ground under the shape; it lags the shape by the time the engine takes. */
  readonly survey: StrokeSurvey | null;
  readonly pen: PenSettings;
  readonly brush: BrushSettings;
}

/** What draws, as the store drives it. */
export interface DrawingHand {
  readonly begin: (task: DrawingTask, listener: DrawingListener) => void;
  /** Takes out the latest vertex, or the one that is picked; whether there was one. */
  readonly removeVertex: () => boolean;
  readonly finish: () => void;
  readonly end: () => void;
  readonly mark: (position: LonLat | null) => void;
}

/** What one who starts a task hears of it. */
export interface TaskEvents {
  /** A gesture is done. The task goes on until it is stopped. */
  readonly onDone: (shape: DrawnShape) => void;
  readonly onShape?: (shape: DrawnShape) => void;
  /** The user is content with what stands: Enter, where that closes no shape. */
  readonly onFinish?: () => void;
  /** The task is over, whoever put an end to it. */
  readonly onEnd?: () => void;
}

export interface DrawingStore extends Pick<StoreApi<DrawingState>, 'getState' | 'getInitialState' | 'subscribe'> {
  /** Hands the store what draws on the map, or takes it away. */
  readonly connect: (hand: DrawingHand | null) => void;
  readonly takeTool: (tool: ToolId | null) => void;
  readonly setPen: (pen: Partial<PenSettings>) => void;
  readonly setBrush: (brush: Partial<BrushSettings>) => void;
  /** Starts a task in place of the one at hand. */
  readonly start: (task: DrawingTask, events: TaskEvents) => void;
  /** Goes on with a task in place of the one at hand, for the same listener. */
  readonly resume: (task: DrawingTask) => void;
  readonly stop: () => void;
  readonly finish: () => void;
  /** Takes out the latest vertex, or the one that is picked; whether there was one. */
  readonly removeVertex: () => boolean;
  /** Marks where something is wrong with what was drawn; the mark goes when the hand draws on. */
  readonly mark: (position: LonLat) => void;
  /**
   * Asks the user for one shape: what is drawn, or how an outline stands when the user is content with it. Null when the user
   * leaves it or takes something else in hand.
   */
  readonly ask: (task: DrawingTask) => Promise<DrawnShape | null>;
}

const PEN: PenSettings = { typology: 'blokk', developableShare: 1 };
const BRUSH: BrushSettings = { typology: 'blokk', dwellings: 20, radiusPixels: 24, town: null };

/** Tasks that go on after a gesture, until the user is content. */
const LASTING: ReadonlySet<DrawingTask['kind']> = new Set(['edit', 'move', 'brush']);

function outlineOf(shape: DrawnShape | null): LonLatMultiPolygon | null {
  return shape?.kind === 'outline' ? shape.outline : null;
}

/** What is being drawn, and with what. `survey` measures the ground under a stroke; it may fail, and the stroke goes on. */
export function createDrawingStore(survey: (outline: LonLatMultiPolygon) => Promise<StrokeSurvey>): DrawingStore {
  const store = createStore<DrawingState>(() => ({
    tool: null,
    task: null,
    shape: null,
    survey: null,
    pen: PEN,
    brush: BRUSH,
  }));
  const { getState, getInitialState, setState, subscribe } = store;
  let hand: DrawingHand | null = null;
  let events: TaskEvents | null = null;

  const surveys = latestOnly(
    survey,
    (_outline, answer) => {
      if (outlineOf(getState().shape)) setState({ survey: answer });
    },
    // Measuring is a help on the way: the shape that is closed is measured with the scenario.
    () => setState({ survey: null }),
  );

  function show(shape: DrawnShape | null): void {
    const outline = outlineOf(shape);
    setState(outline ? { shape } : { shape, survey: null });
    if (outline) surveys.ask(outline);
  }

  const listener: DrawingListener = {
    onShape: (shape) => {
      if (getState().shape === null) hand?.mark(null);
      show(shape);
      if (shape) events?.onShape?.(shape);
    },
    onDone: (shape) => {
      show(null);
      events?.onDone(shape);
    },
  };

  function stop(): void {
    const ended = events;
    events = null;
    if (getState().task) {
      hand?.mark(null);
      hand?.end();
      setState({ task: null, shape: null, survey: null });
    }
    ended?.onEnd?.();
  }

  function start(task: DrawingTask, wanted: TaskEvents): void {
    stop();
    events = wanted;
    setState({ task });
    hand?.begin(task, listener);
  }

  function resume(task: DrawingTask): void {
    if (!events) return;
    setState({ task, shape: null, survey: null });
    hand?.begin(task, listener);
  }

  return {
    getState,
    getInitialState,
    subscribe,
    resume,
    connect: (next) => {
      hand = next;
      const { task } = getState();
      if (task) hand?.begin(task, listener);
    },
    takeTool: (tool) => {
      if (tool !== getState().tool) setState({ tool });
    },
    setPen: (pen) => setState({ pen: { ...getState().pen, ...pen } }),
    setBrush: (brush) => setState({ brush: { ...getState().brush, ...brush } }),
    start,
    stop,
    finish: () => {
      const { task } = getState();
      if (!task) return;
      if (LASTING.has(task.kind)) events?.onFinish?.();
      else hand?.finish();
    },
    removeVertex: () => hand?.removeVertex() ?? false,
    mark: (position) => hand?.mark(position),
    ask: (task) =>
      new Promise((resolve) => {
        let latest: DrawnShape | null = null;
        const content = (): void => {
          resolve(latest);
          stop();
        };
        start(task, {
          onDone: (shape) => {
            latest = shape;
            if (!LASTING.has(task.kind)) content();
          },
          onFinish: content,
          onEnd: () => resolve(null),
        });
      }),
  };
}
