import type { AreaId } from '../../core/domain/identifiers';
import type { Scenario } from '../../core/domain/scenario';
import type { PlaceGround } from '../../core/geodata/placeGround';
import { mergeAreas, splitArea } from '../../core/operations/areaDivision';
import { addArea, clipAreas, deleteAreas, moveAreas, nextAreaId, reshapeArea } from '../../core/operations/drawnAreas';
import { readStroke } from '../../core/operations/outlines';
import { paintAreas } from '../../core/operations/painting';
import type { ToolId } from '../../state/drawingStore';
import type { DrawnShape } from '../../state/drawingTask';
import type { Stores } from '../../state/hooks';
import type { Operation } from '../../state/modelStore';
import { selectedAreas } from '../../state/viewStore';
import { DRAWING_WORDS } from '../words/drawing';
import { crossedArea } from './crossedArea';
import { placeGround } from './groundOfPlace';

const SUBJECT = 'tegning';

/** What the tools need of the page. */
export type ToolStores = Pick<Stores, 'model' | 'view' | 'notices' | 'drawing'>;

/** What each tool does with the hand and the scenario. Taking a tool lays the one in hand away. */
export class Toolbox {
  private readonly stores: ToolStores;
  private release: (() => void) | null = null;
  private strokes = 0;

  constructor(stores: ToolStores) {
    this.stores = stores;
  }

  take(tool: ToolId): void {
    this.leave();
    this.stores.notices.dismiss(SUBJECT);
    const { locked } = this.stores.model.getState();
    if (locked !== null) {
      this.tell(locked, 'refused');
      return;
    }
    switch (tool) {
      case 'polygon':
      case 'rectangle':
      case 'freehand':
        this.draw(tool);
        break;
      case 'edit':
        this.onceChosen(tool, (id) => this.edit(id));
        break;
      case 'move':
        this.onceChosen(tool, () => this.move());
        break;
      case 'split':
        this.split();
        break;
      case 'brush':
        this.brush();
        break;
      case 'merge':
        this.merge();
        break;
      case 'clip':
        this.clip();
        break;
      case 'delete':
        this.remove();
        break;
    }
  }

  /** Lays the tool in hand away. */
  leave(): void {
    this.release?.();
    this.release = null;
    this.stores.drawing.stop();
    this.stores.drawing.takeTool(null);
  }

  private get scenario(): Scenario {
    return this.stores.model.getState().tracked.scenario;
  }

  private get ground(): PlaceGround {
    return placeGround(this.stores);
  }

  private get chosen(): readonly AreaId[] {
    return selectedAreas(this.stores.view.getState()).filter((id) => this.scenario.areas.has(id));
  }

  private choose(area: AreaId | null): void {
    const { view } = this.stores;
    view.selectArea(area);
    view.pin(area === null ? null : { target: { kind: 'area', area }, beneath: [] });
  }

  private tell(text: string, tone: 'done' | 'refused'): void {
    this.stores.notices.tell({ subject: SUBJECT, tone, text });
  }

  private tellLatest(): void {
    const note = this.stores.model.getState().tracked.history.past.at(-1)?.forward.note;
    if (note !== undefined) this.tell(note, 'done');
  }

  /** Carries an operation out; whether it was. A refusal is told. */
  private operate(operation: Operation, gesture?: string): boolean {
    const refusal = this.stores.model.dispatch(operation, gesture);
    if (refusal !== null) this.tell(refusal, 'refused');
    return refusal === null;
  }

  private hold(tool: ToolId): void {
    this.stores.view.hover(null);
    this.stores.drawing.takeTool(tool);
  }

  /** Where the task ends by other hands than ours, the tool is laid away with it. */
  private readonly layAway = (): void => {
    this.release?.();
    this.release = null;
    this.stores.drawing.takeTool(null);
  };

  private draw(kind: 'polygon' | 'rectangle' | 'freehand'): void {
    // A card would lie over the map that is to be drawn on.
    this.choose(null);
    this.hold(kind);
    const { drawing, notices } = this.stores;
    const onDone = (shape: DrawnShape): void => {
      if (shape.kind !== 'outline') return;
      const stroke = readStroke(shape.outline, this.ground);
      if (stroke.kind === 'refused') {
        this.tell(stroke.reason, 'refused');
        if (stroke.position) drawing.mark(stroke.position);
        return;
      }
      const id = nextAreaId(this.scenario.areas, this.ground);
      const area = { outline: shape.outline, ...drawing.getState().pen };
      if (!this.operate((scenario, context) => addArea(scenario, context, this.ground, area))) return;
      if (stroke.notes.length > 0) this.tell(stroke.notes.join(' '), 'done');
      else notices.dismiss(SUBJECT);
      this.choose(id);
    };
    drawing.start({ kind }, { onDone, onEnd: this.layAway });
  }

  /** Begins with the area that is chosen, or waits until one is. */
  private onceChosen(tool: ToolId, begin: (id: AreaId) => void): void {
    this.hold(tool);
    const [first] = this.chosen;
    if (first !== undefined) {
      begin(first);
      return;
    }
    this.release = this.stores.view.subscribe(() => {
      const [area] = this.chosen;
      if (area === undefined) return;
      this.release?.();
      this.release = null;
      begin(area);
    });
  }

  private edit(id: AreaId): void {
    const { drawing, model } = this.stores;
    const outlineNow = () => this.scenario.areas.get(id)?.outline;
    let shown = outlineNow();
    if (!shown) {
      this.leave();
      return;
    }
    this.choose(id);
    const show = (): void => {
      shown = outlineNow();
      if (shown) drawing.resume({ kind: 'edit', outline: shown });
      else this.leave();
    };
    drawing.start(
      { kind: 'edit', outline: shown },
      {
        onDone: (shape) => {
          if (shape.kind !== 'outline') return;
          const stroke = readStroke(shape.outline, this.ground);
          const isTaken = this.operate((scenario, context) => reshapeArea(scenario, context, this.ground, id, shape.outline));
          if (isTaken && stroke.kind === 'outline' && stroke.notes.length > 0) this.tell(stroke.notes.join(' '), 'done');
          // What is refused goes back to how it lies; what is taken in may have been mended.
          if (outlineNow() === shown) show();
        },
        onFinish: () => this.leave(),
        onEnd: this.layAway,
      },
    );
    // An undo, or a neighbour that takes ground, changes the outline under the hand.
    this.release = model.subscribe(() => {
      if (outlineNow() !== shown) show();
    });
  }

  private move(): void {
    const { drawing, model } = this.stores;
    const ids = this.chosen;
    const outlines = () => ids.map((id) => this.scenario.areas.get(id)?.outline).filter((outline) => outline !== undefined);
    let shown = outlines();
    const show = (): void => {
      shown = outlines();
      if (shown.length > 0) drawing.resume({ kind: 'move', outlines: shown });
      else this.leave();
    };
    drawing.start(
      { kind: 'move', outlines: shown },
      {
        onDone: (shape) => {
          if (shape.kind !== 'shift') return;
          const { eastMetres, northMetres } = shape;
          const isMoved = this.operate((scenario, context) => moveAreas(scenario, context, this.ground, ids, eastMetres, northMetres));
          if (!isMoved) show();
        },
        onFinish: () => this.leave(),
        onEnd: this.layAway,
      },
    );
    this.release = model.subscribe(() => {
      const now = outlines();
      if (now.length !== shown.length || now.some((outline, index) => outline !== shown[index])) show();
    });
  }

  private split(): void {
    this.hold('split');
    const onDone = (shape: DrawnShape): void => {
      if (shape.kind !== 'line') return;
      const id = crossedArea(this.scenario, shape.line);
      if (id === null) this.tell(DRAWING_WORDS.noArea, 'refused');
      else if (this.operate((scenario, context) => splitArea(scenario, context, this.ground, id, shape.line))) this.tellLatest();
    };
    this.stores.drawing.start({ kind: 'line' }, { onDone, onEnd: this.layAway });
  }

  private brush(): void {
    const { drawing, model } = this.stores;
    const [chosen] = this.chosen;
    const [firstTown] = model.getState().dataset.parameters.towns;
    const town = (chosen && this.scenario.areas.get(chosen)?.town) ?? drawing.getState().brush.town ?? firstTown?.id ?? null;
    drawing.setBrush({ town });
    this.choose(null);
    this.hold('brush');
    const paint = (shape: DrawnShape): void => {
      if (shape.kind !== 'stroke') return;
      const { typology, dwellings, town: painted } = drawing.getState().brush;
      const { passes, erases } = shape;
      this.operate(
        (scenario, context) => paintAreas(scenario, context, { passes, typology, dwellings, erases, town: painted }),
        `pensel ${this.strokes}`,
      );
    };
    drawing.start(
      { kind: 'brush', radiusPixels: drawing.getState().brush.radiusPixels },
      {
        onShape: paint,
        onDone: () => {
          this.strokes += 1;
          model.endGesture();
        },
        onFinish: () => this.leave(),
        onEnd: this.layAway,
      },
    );
    this.release = drawing.subscribe(({ brush, task }) => {
      if (task?.kind === 'brush' && task.radiusPixels !== brush.radiusPixels) {
        drawing.resume({ kind: 'brush', radiusPixels: brush.radiusPixels });
      }
    });
  }

  private merge(): void {
    const ids = this.chosen;
    if (ids.length < 2) this.tell(DRAWING_WORDS.nothingChosen.merge, 'refused');
    else if (this.operate((scenario, context) => mergeAreas(scenario, context, ids))) {
      this.choose(ids.find((id) => this.scenario.areas.has(id)) ?? null);
    }
  }

  private clip(): void {
    const ids = this.chosen;
    if (ids.length === 0) this.tell(DRAWING_WORDS.nothingChosen.clip, 'refused');
    else if (this.operate((scenario, context) => clipAreas(scenario, context, this.ground, ids))) this.tellLatest();
  }

  private remove(): void {
    const ids = this.chosen;
    if (ids.length === 0) this.tell(DRAWING_WORDS.nothingChosen.delete, 'refused');
    else if (this.operate((scenario, context) => deleteAreas(scenario, context, ids))) this.choose(null);
  }
}
