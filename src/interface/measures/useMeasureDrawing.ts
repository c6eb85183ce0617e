import type { LonLat, LonLatMultiPolygon } from '../../core/geometry/shapes';
import { readStroke } from '../../core/operations/outlines';
import { useStores } from '../../state/hooks';
import type { Operation } from '../../state/modelStore';
import { placeGround } from '../drawing/groundOfPlace';
import { useServices } from '../services';

const SUBJECT = 'tiltak';

export interface MeasureDrawing {
  /** Has an outline drawn and hands it on; what is mended or refused is told. */
  readonly drawn: (operation: (outline: LonLatMultiPolygon) => Operation) => Promise<void>;
  readonly edited: (outline: LonLatMultiPolygon, operation: (outline: LonLatMultiPolygon) => Operation) => Promise<void>;
  readonly placed: (operation: (position: LonLat) => Operation) => Promise<void>;
}

/** Lets the user draw a measure on the map. */
export function useMeasureDrawing(): MeasureDrawing {
  const stores = useStores();
  const { drawing } = useServices();
  const { model, notices } = stores;

  function carryOut(operation: Operation, notes: readonly string[]): void {
    const refusal = model.dispatch(operation);
    if (refusal !== null) notices.tell({ subject: SUBJECT, tone: 'refused', text: refusal });
    else if (notes.length > 0) notices.tell({ subject: SUBJECT, tone: 'done', text: notes.join(' ') });
    else notices.dismiss(SUBJECT);
  }

  function take(stroke: LonLatMultiPolygon | null, operation: (outline: LonLatMultiPolygon) => Operation): void {
    if (!stroke) return;
    const reading = readStroke(stroke, placeGround(stores));
    if (reading.kind === 'refused') notices.tell({ subject: SUBJECT, tone: 'refused', text: reading.reason });
    else carryOut(operation(reading.outline), reading.notes);
  }

  return {
    async drawn(operation) {
      take(await drawing.drawOutline(), operation);
    },
    async edited(outline, operation) {
      take(await drawing.editOutline(outline), operation);
    },
    async placed(operation) {
      const position = await drawing.placePoint();
      if (position) carryOut(operation(position), []);
    },
  };
}
