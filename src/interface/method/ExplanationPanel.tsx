import { useId, type ComponentProps, type ReactNode } from 'react';
import { Icon } from '../parts/icons';
import { ExplanationView } from './ExplanationView';
import { METHOD_WORDS } from './words';

interface ExplanationPanelProps extends ComponentProps<typeof ExplanationView> {
  readonly onClose: () => void;
}

/** An explanation as a surface beside the map, so that the ground it speaks of stays in sight. */
export function ExplanationPanel({ onClose, ...view }: ExplanationPanelProps): ReactNode {
  const headingId = useId();
  return (
    <section className="surface explanation-panel" aria-labelledby={headingId} data-covers="right">
      <header className="surface-head">
        <h2 className="surface-title" id={headingId}>
          {view.explanation.title}
          {view.explanation.moment === undefined ? null : <span className="quiet"> · {view.explanation.moment}</span>}
        </h2>
        <button type="button" className="icon-button" aria-label={METHOD_WORDS.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div className="surface-body" tabIndex={-1}>
        <ExplanationView key={`${view.explanation.id} ${view.explanation.moment ?? ''}`} {...view} />
      </div>
    </section>
  );
}
