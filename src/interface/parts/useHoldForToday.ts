import { useEffect } from 'react';
import { useStores } from '../../state/hooks';
import { isTyping } from './isTyping';

const KEY = 'i';

/** Shows today for as long as a key is held, and then what was shown before. */
export function useHoldForToday(): void {
  const { view } = useStores();
  useEffect(() => {
    let before: { readonly periods: number | null } | null = null;
    function onKeyDown(event: KeyboardEvent): void {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (event.key.toLowerCase() !== KEY || !isPlain || isTyping(event.target) || view.getState().dialog !== null) return;
      event.preventDefault();
      // A key that is held repeats.
      if (before) return;
      before = { periods: view.getState().shownPeriods };
      view.showPeriods(0);
    }
    function letGo(): void {
      if (!before) return;
      view.showPeriods(before.periods);
      before = null;
    }
    function onKeyUp(event: KeyboardEvent): void {
      if (event.key.toLowerCase() === KEY) letGo();
    }
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('keyup', onKeyUp);
    // The release is not heard where another window has the keys.
    window.addEventListener('blur', letGo);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('keyup', onKeyUp);
      window.removeEventListener('blur', letGo);
      letGo();
    };
  }, [view]);
}
