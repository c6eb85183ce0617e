import type { LayerRole } from '../../core/domain/catalogue';
import { featureCount, type Dataset } from '../../core/domain/dataset';
import type { Scenario } from '../../core/domain/scenario';
import type { SnapGround } from './snapIndex';

/** Layers whose edges say nothing of where to build. */
const LEFT_OUT: ReadonlySet<LayerRole> = new Set(['population', 'defaultArea']);

/** Layers of more shapes are not drawn to: unpacking and indexing them would keep the hand waiting. */
const MOST_SNAPPED = 50_000;

/** What vertices are drawn to: the scenario's areas and measures, and the edges and lines of the layers. */
export function snapGround(dataset: Pick<Dataset, 'layers'>, scenario: Pick<Scenario, 'areas' | 'measures'> | null): SnapGround {
  const layers = dataset.layers.filter(
    (layer) => !LEFT_OUT.has(layer.description.role) && featureCount(layer, 'polygons') + featureCount(layer, 'lines') <= MOST_SNAPPED,
  );
  const measures = [...(scenario?.measures.values() ?? [])];
  return {
    outlines: [
      ...Array.from(scenario?.areas.values() ?? [], ({ outline }) => outline),
      ...measures.flatMap((measure) => ('outline' in measure ? [measure.outline] : [])),
      ...layers.flatMap(({ polygons }) => polygons.map(({ outline }) => outline)),
    ],
    lines: layers.flatMap((layer) => layer.lines.map(({ line }) => line)),
  };
}
