import { useEffect } from 'react';
import { useStores } from '../../state/hooks';
import { BAR_WORDS } from '../words/bar';
import { isTyping } from './isTyping';

/** Whether the text field under way has letters that Ctrl+Z is meant for. */
function ownsUndo(target: EventTarget | null): boolean {
  return isTyping(target) && target instanceof HTMLElement && target.closest('dialog') !== null;
}

/** The keys that work wherever the focus is: undo, redo, save, compare, library, table, help, and Escape to let go. */
export function usePageKeys(save: () => void): void {
  const { difference, explanation, model, notices, view } = useStores();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const { dialog, presenting } = view.getState();
      const command = (event.ctrlKey || event.metaKey) && !event.altKey;
      const key = event.key.toLowerCase();
      if (presenting && !command) return;
      if (command && !ownsUndo(event.target) && (key === 'z' || key === 'y')) {
        event.preventDefault();
        const { locked, tracked } = model.getState();
        const forward = key === 'y' || event.shiftKey;
        if (locked !== null) notices.tell({ subject: 'låst', tone: 'refused', text: locked });
        else if (tracked.history[forward ? 'future' : 'past'].length === 0) {
          notices.tell({ subject: 'angre', tone: 'refused', text: forward ? BAR_WORDS.nothingToRedo : BAR_WORDS.nothingToUndo, passes: true });
        } else {
          notices.dismiss('angre');
          if (forward) model.redo();
          else model.undo();
        }
      } else if (command && key === 's') {
        event.preventDefault();
        save();
      } else if (key === 's' && !event.altKey && dialog === null && !isTyping(event.target)) {
        if (event.shiftKey) view.showDialog('compare');
        else if (difference.getState().view === null) difference.open();
        else difference.close();
      } else if (key === 'b' && !command && !event.altKey && dialog === null && !isTyping(event.target)) {
        view.showDialog('library');
      } else if (key === 't' && !command && !event.altKey && dialog === null && !isTyping(event.target)) {
        view.setTableOpen(!view.getState().tableOpen);
      } else if (key === 'l' && !command && !event.altKey && dialog === null && !isTyping(event.target)) {
        view.setOpen('layers', !view.getState().open.layers);
        view.showSheet('layers');
      } else if (key === 'v' && !command && !event.altKey && dialog === null && !isTyping(event.target)) {
        view.present(true);
      } else if (event.key === '?' && !isTyping(event.target)) {
        view.showDialog('keys');
      } else if (event.key === 'Escape' && dialog === null && !event.defaultPrevented) {
        if (explanation.getState().indicator !== null) {
          explanation.close();
          return;
        }
        if (difference.getState().view !== null) {
          difference.close();
          return;
        }
        view.pin(null);
        view.selectArea(null);
        view.focusConflict(null);
      }
    }
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [difference, explanation, model, notices, view, save]);
}
