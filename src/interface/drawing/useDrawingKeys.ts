import { useEffect } from 'react';
import { TOOLS, type ToolId } from '../../state/drawingStore';
import { useStores } from '../../state/hooks';
import { DRAWING_WORDS, TOOL_WORDS } from '../words/drawing';
import type { ToolCommands } from './useToolbox';

const SUBJECT = 'tegning';

/** Where a letter is meant as a letter, and Enter as a press of what has the focus. */
function ownsKeys(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, select, textarea, button, a, summary, [contenteditable], dialog') !== null;
}

function ownsLetters(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, select, textarea, [contenteditable], dialog') !== null;
}

/** The tool that a key takes in hand; null where it takes none, or a letter is meant as a letter. */
function toolOf(event: KeyboardEvent): ToolId | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || ownsLetters(event.target)) return null;
  return TOOLS.find((id) => TOOL_WORDS[id].key === event.key.toLowerCase()) ?? null;
}

/** Says why the keys of the tools do nothing where the page has put the tools away. */
export function useKeysOfToolsAway(areAway: boolean): void {
  const { notices, view } = useStores();
  useEffect(() => {
    if (!areAway) return;
    function onKeyDown(event: KeyboardEvent): void {
      if (view.getState().dialog !== null || toolOf(event) === null) return;
      event.preventDefault();
      notices.tell({ subject: SUBJECT, tone: 'refused', text: DRAWING_WORDS.away, passes: true });
    }
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      notices.dismiss(SUBJECT);
    };
  }, [areAway, notices, view]);
}

/** The keys of the tools, and of a hand that draws: Enter, Escape, Backspace, and Delete for a vertex. */
export function useDrawingKeys({ take, back }: ToolCommands): void {
  const { drawing, notices, view } = useStores();
  useEffect(() => {
    const refuse = (text: string): void => notices.tell({ subject: SUBJECT, tone: 'refused', text, passes: true });
    function removeVertex(isEditing: boolean): void {
      if (drawing.removeVertex()) notices.dismiss(SUBJECT);
      else refuse(isEditing ? DRAWING_WORDS.noVertexPicked : DRAWING_WORDS.noVertex);
    }
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || view.getState().dialog !== null) return;
      const { task, tool } = drawing.getState();
      const isDrawing = task !== null || tool !== null;
      const isEditing = task?.kind === 'edit';
      if (event.key === 'Escape' && isDrawing && !ownsLetters(event.target)) {
        event.preventDefault();
        back();
      } else if ((event.key === 'Backspace' || (event.key === 'Delete' && isEditing)) && isDrawing && !ownsLetters(event.target)) {
        event.preventDefault();
        removeVertex(isEditing);
      } else {
        const chosen = toolOf(event);
        if (chosen === null) return;
        event.preventDefault();
        take(chosen);
      }
    }
    // After the map, where the keyboard puts corners in with Enter.
    function onEnter(event: KeyboardEvent): void {
      if (event.key !== 'Enter' || event.defaultPrevented || ownsKeys(event.target) || view.getState().dialog !== null) return;
      const { task, shape } = drawing.getState();
      if (task === null) return;
      event.preventDefault();
      if (task.kind === 'polygon' && shape === null) refuse(DRAWING_WORDS.tooFewVertices);
      else drawing.finish();
    }
    // Before the keys of the page, which let go of cards on Escape.
    document.addEventListener('keydown', onKeyDown, true);
    document.addEventListener('keydown', onEnter);
    return () => {
      document.removeEventListener('keydown', onKeyDown, true);
      document.removeEventListener('keydown', onEnter);
    };
  }, [drawing, notices, view, take, back]);
}
