import type { DrawingCommands } from '../interface/services';
import type { DrawingStore } from '../state/drawingStore';

/** What the page can ask a hand to draw, one thing at a time. */
export function createDrawingCommands(drawing: DrawingStore): DrawingCommands {
  return {
    drawOutline: async (by = 'polygon') => {
      const shape = await drawing.ask({ kind: by });
      return shape?.kind === 'outline' ? shape.outline : null;
    },
    editOutline: async (outline) => {
      const shape = await drawing.ask({ kind: 'edit', outline });
      return shape?.kind === 'outline' ? shape.outline : null;
    },
    placePoint: async () => {
      const shape = await drawing.ask({ kind: 'point' });
      return shape?.kind === 'point' ? shape.position : null;
    },
  };
}
