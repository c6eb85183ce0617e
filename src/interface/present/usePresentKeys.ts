import { useEffect } from 'react';

interface PresentKeys {
  readonly step: (by: number) => void;
  readonly stepView: (by: number) => void;
  readonly scale: (by: number) => void;
  readonly leave: () => void;
}

/** The keys of a presenter: a remote control sends arrows and page keys. */
export function usePresentKeys({ step, stepView, scale, leave }: PresentKeys): void {
  useEffect(() => {
    const actions: Readonly<Record<string, () => void>> = {
      ArrowRight: () => step(1),
      PageDown: () => step(1),
      ArrowLeft: () => step(-1),
      PageUp: () => step(-1),
      ArrowDown: () => stepView(1),
      ArrowUp: () => stepView(-1),
      '+': () => scale(1),
      '-': () => scale(-1),
      Escape: leave,
      v: leave,
      V: leave,
    };
    function onKeyDown(event: KeyboardEvent): void {
      const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : actions[event.key];
      if (!action) return;
      event.preventDefault();
      event.stopPropagation();
      action();
    }
    // Before the map gets them: its own arrow keys would move it.
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      document.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [step, stepView, scale, leave]);
}
