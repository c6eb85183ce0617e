import { Switch } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useModel, useStores, useView } from '../../state/hooks';
import { formatNumber } from '../format/numbers';
import { Icon } from '../parts/icons';
import { LayerSources } from '../parts/LayerSources';
import { useServices, type LayerGroupDescription } from '../services';
import { LAYER_WORDS } from '../words/layers';
import { OnlineServices } from './OnlineServices';
import { OwnLayers } from './OwnLayers';
import { WalkingNetwork } from './WalkingNetwork';

const SHOWN = { visible: true, opacity: 1 } as const;

/** What the map shows: a switch, a strength, a legend and the sources of each group; and what walks are measured along. */
export function LayersPanel(): ReactNode {
  const { layerGroupsOf } = useServices();
  const layerGroups = layerGroupsOf(useModel((model) => model.dataset));
  return (
    <>
      <ul className="menu-list">
        {layerGroups.map((group) => (
          <LayerGroup key={group.id} group={group} />
        ))}
      </ul>
      <OwnLayers />
      <WalkingNetwork />
      <OnlineServices />
    </>
  );
}

function LayerGroup({ group }: { readonly group: LayerGroupDescription }): ReactNode {
  const { visible, opacity } = useView((view) => view.layers.get(group.id)) ?? SHOWN;
  const { view } = useStores();
  const coarsest = useModel((model) =>
    Math.max(
      0,
      ...model.dataset.layers
        .filter((layer) => group.layers.includes(layer.description.id))
        .map((layer) => layer.description.accuracyMetres ?? 0),
    ),
  );
  return (
    <li className="layer-group">
      <div className="layer-head">
        <Switch
          data-size="sm"
          position="start"
          label={group.title}
          checked={visible}
          onChange={(event) => {
            view.setLayer(group.id, { visible: event.currentTarget.checked });
          }}
        />
        <input
          type="range"
          className="slider is-thin"
          min={0.1}
          max={1}
          step={0.05}
          value={opacity}
          disabled={!visible}
          aria-label={LAYER_WORDS.opacity(group.title)}
          aria-valuetext={LAYER_WORDS.opacityText(opacity)}
          style={{ '--filled': `${((opacity - 0.1) / 0.9) * 100}%` } as Record<`--${string}`, string>}
          onChange={(event) => {
            view.setLayer(group.id, { opacity: event.currentTarget.valueAsNumber });
          }}
        />
      </div>
      <div className="layer-legend">{group.legend}</div>
      {group.layers.length > 0 ? (
        <details className="layer-details">
          <summary className="fold-head small">
            <Icon name="chevronRight" size={14} />
            <span className="quiet">
              {LAYER_WORDS.details}
              {coarsest > 0 ? ` · ${formatNumber(coarsest)} m` : ''}
            </span>
          </summary>
          <LayerSources layers={group.layers} />
        </details>
      ) : null}
    </li>
  );
}
