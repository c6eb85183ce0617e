import type { ReactNode } from 'react';
import type { DrawingTask } from '../../state/drawingTask';
import type { ToolId } from '../../state/drawingStore';
import { useDrawing, useStores } from '../../state/hooks';
import { DRAWING_WORDS } from '../words/drawing';
import { BrushFields } from './BrushFields';
import { PenFields } from './PenFields';
import { StrokeNumbers } from './StrokeNumbers';

function hintOf(tool: ToolId | null, task: DrawingTask | null): string {
  if (task) return DRAWING_WORDS.hints[task.kind];
  return tool === 'edit' || tool === 'move' ? DRAWING_WORDS.choose[tool] : '';
}

/** While something is drawn: how it is done, what it comes to, and what it costs. */
export function DrawingCard({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  const tool = useDrawing((drawing) => drawing.tool);
  const task = useDrawing((drawing) => drawing.task);
  const hasShape = useDrawing((drawing) => drawing.shape !== null);
  const { drawing } = useStores();
  if (tool === null && task === null) return null;
  const isNewArea = tool === 'polygon' || tool === 'rectangle' || tool === 'freehand';
  // What is asked for by another part of the page is content with a button; an area's own tools are laid away.
  const finishes = task !== null && (tool === null || hasShape) && task.kind !== 'brush' && task.kind !== 'rectangle' && task.kind !== 'freehand';
  return (
    <section className="drawing-card" aria-label={DRAWING_WORDS.card}>
      <StrokeNumbers />
      <p className="quiet small drawing-hint">{hintOf(tool, task)}</p>
      <div className="drawing-fields">
        {isNewArea ? <PenFields /> : null}
        {tool === 'brush' ? <BrushFields /> : null}
        <div className="drawing-buttons">
          {finishes ? (
            <button type="button" className="text-button" onClick={drawing.finish}>
              {DRAWING_WORDS.finish}
            </button>
          ) : null}
          <button type="button" className="text-button" onClick={onLeave}>
            {tool === null ? DRAWING_WORDS.cancel : DRAWING_WORDS.leave}
          </button>
        </div>
      </div>
    </section>
  );
}
