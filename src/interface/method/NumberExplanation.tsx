import { useEffect, useRef, type ReactNode } from 'react';
import type { RowSubject } from '../../core/scoring/explanation';
import { useExplanation, useModel, useStores } from '../../state/hooks';
import { useMapCommands } from '../services';
import { ExplanationPanel } from './ExplanationPanel';
import { METHOD_WORDS } from './words';

/** Where the number that was chosen comes from. Takes the focus, and gives it back when it goes. */
export function NumberExplanation(): ReactNode {
  const shown = useExplanation((state) => state.explanation);
  const problem = useExplanation((state) => state.problem);
  const layers = useModel((model) => model.dataset.layers);
  const { explanation, view } = useStores();
  const map = useMapCommands();
  const frame = useRef<HTMLDivElement>(null);

  const isThere = shown !== null;
  useEffect(() => {
    if (!isThere) return;
    const opener = document.activeElement;
    frame.current?.querySelector('button')?.focus();
    return () => {
      view.highlightArea(null);
      view.highlightTown(null);
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [isThere, view]);

  function highlight(subject: RowSubject | null): void {
    view.highlightArea(subject?.kind === 'area' ? subject.area : null);
    view.highlightTown(subject?.kind === 'town' ? subject.town : null);
  }

  if (problem !== null) {
    return (
      <div className="surface explanation-panel" role="alert">
        <p className="callout is-danger">{problem}</p>
        <button type="button" className="method-link" onClick={explanation.close}>
          {METHOD_WORDS.close}
        </button>
      </div>
    );
  }
  if (!shown) return null;
  return (
    <div ref={frame}>
      <ExplanationPanel
        explanation={shown}
        layers={layers.map(({ description }) => description)}
        onClose={explanation.close}
        onExplain={explanation.open}
        onHighlight={highlight}
        onShow={(subject) => {
          if (subject.kind === 'area' || subject.kind === 'town') map.zoomTo(subject);
        }}
        onOpenPage={view.showMethod}
      />
    </div>
  );
}
