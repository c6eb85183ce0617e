import type { ReactNode } from 'react';
import { useModel, useView } from '../../state/hooks';
import { describe } from './description';

/** What lies under the pointer, in one line. */
export function HoverCard(): ReactNode {
  const hovered = useView((view) => (view.pinned ? null : view.hovered));
  const dataset = useModel((model) => model.dataset);
  const scenario = useModel((model) => model.tracked.scenario);
  const evaluation = useModel((model) => model.evaluated?.evaluation ?? null);
  const description = hovered && describe(hovered, { dataset, scenario, evaluation });
  if (!description) return null;
  const [fact] = description.facts;
  return (
    <div className="hover-card" aria-hidden="true">
      <strong>{description.title}</strong>
      <span className="quiet">
        {description.kind === description.title ? '' : description.kind}
        {fact === undefined || hovered?.kind === 'layerFeature' ? '' : ` · ${fact}`}
      </span>
    </div>
  );
}
