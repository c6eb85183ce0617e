import type { ReactNode } from 'react';
import type { LayerId } from '../../core/domain/identifiers';
import { useModel } from '../../state/hooks';
import { RESULT_WORDS } from '../words/result';
import { Badge } from './Badge';

/** Source, date, licence and accuracy of layers. */
export function LayerSources({ layers }: { readonly layers: readonly LayerId[] }): ReactNode {
  const all = useModel((model) => model.dataset.layers);
  const descriptions = all.map((layer) => layer.description).filter(({ id }) => layers.includes(id));
  if (descriptions.length === 0) return null;
  return (
    <dl className="sources">
      {descriptions.map((layer) => (
        <div key={layer.id}>
          <dt>
            {layer.title} {layer.assumption ? <Badge kind="assumption">{RESULT_WORDS.assumption}</Badge> : null}
          </dt>
          <dd>
            {layer.source} · {layer.date} · {layer.licence}
          </dd>
          <dd>{layer.accuracyNote}</dd>
        </div>
      ))}
    </dl>
  );
}
