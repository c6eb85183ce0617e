import { useEffect } from 'react';
import { TOOLS } from '../../state/drawingStore';
import { useStores } from '../../state/hooks';
import { TOOL_WORDS } from '../words/drawing';
import type { ToolCommands } from './useToolbox';

/** Where a letter is meant as a letter, and Enter as a press of what has the focus. */
function ownsKeys(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, select, textarea, button, a, summary, [contenteditable], dialog') !== null;
}

function ownsLetters(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, select, textarea, [contenteditable], dialog') !== null;
}

/** The keys of the tools, and of a hand that draws: Enter, Escape and Backspace. */
export function useDrawingKeys({ take, back }: ToolCommands): void {
  const { drawing, view } = useStores();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || view.getState().dialog !== null) return;
      const { task, tool } = drawing.getState();
      const isDrawing = task !== null || tool !== null;
      if (event.key === 'Escape' && isDrawing && !ownsLetters(event.target)) {
        event.preventDefault();
        back();
      } else if (event.key === 'Backspace' && isDrawing && !ownsLetters(event.target)) {
        event.preventDefault();
        drawing.removeVertex();
      } else if (!event.shiftKey && !ownsLetters(event.target)) {
        const chosen = TOOLS.find((id) => TOOL_WORDS[id].key === event.key.toLowerCase());
        if (chosen === undefined) return;
        event.preventDefault();
        take(chosen);
      }
    }
    // After the map, where the keyboard puts corners in with Enter.
    function onEnter(event: KeyboardEvent): void {
      if (event.key !== 'Enter' || event.defaultPrevented || ownsKeys(event.target) || view.getState().dialog !== null) return;
      if (drawing.getState().task === null) return;
      event.preventDefault();
      drawing.finish();
    }
    // Before the keys of the page, which let go of cards on Escape.
    document.addEventListener('keydown', onKeyDown, true);
    document.addEventListener('keydown', onEnter);
    return () => {
      document.removeEventListener('keydown', onKeyDown, true);
      document.removeEventListener('keydown', onEnter);
    };
  }, [drawing, view, take, back]);
}
