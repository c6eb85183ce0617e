import { useEffect, useRef } from 'react';
import { useStores } from '../../state/hooks';
import { isTyping } from '../parts/isTyping';
import { MEASURE_KEYS, NEW_MEASURES } from '../words/measures';
import { useNewMeasures } from './useNewMeasures';

/** The keys that begin on a new measure. A locked scenario refuses, and says why. */
export function useMeasureKeys(): void {
  const { model, notices, view } = useStores();
  const create = useNewMeasures();
  const latest = useRef(create);
  useEffect(() => {
    latest.current = create;
  }, [create]);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const isPlain = !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
      if (!isPlain || isTyping(event.target) || view.getState().dialog !== null) return;
      const kind = NEW_MEASURES.find((measure) => MEASURE_KEYS[measure] === event.key.toLowerCase());
      if (kind === undefined) return;
      event.preventDefault();
      const { locked } = model.getState();
      if (locked === null) latest.current.begin(kind);
      else notices.tell({ subject: 'tiltak', tone: 'refused', text: locked });
    }
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [model, notices, view]);
}
