import type { LayerRole } from '../../core/domain/catalogue';
import type { Dataset } from '../../core/domain/dataset';
import type { Scenario } from '../../core/domain/scenario';
import type { SnapGround } from './snapIndex';

/** Layers whose edges say nothing of where to build. */
const LEFT_OUT: ReadonlySet<LayerRole> = new Set(['population', 'defaultArea']);

/** What vertices are drawn to: the scenario's areas and measures, and the edges and lines of the layers. */
export function snapGround(dataset: Pick<Dataset, 'layers'>, scenario: Pick<Scenario, 'areas' | 'measures'> | null): SnapGround {
  const layers = dataset.layers.filter(({ description }) => !LEFT_OUT.has(description.role));
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
