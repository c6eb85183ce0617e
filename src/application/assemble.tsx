import type { Services } from '../interface/services';
import { layerGroupsOf, type LayerGroup } from '../map/layerGroups';
import type { MapView } from '../map/mapTypes';
import type { Stores } from '../state/hooks';
import { createDrawingCommands } from './drawingCommands';
import { createFileCommands } from './fileCommands';
import { Legend } from './Legend';

/** What the page is made of: its stores, what it can ask for, and the place where the map puts itself. */
export interface Assembly {
  readonly stores: Stores;
  readonly services: Services;
  readonly groups: readonly LayerGroup[];
  readonly onMap: (view: MapView | null) => void;
}

/** Puts together what the page needs beside its stores. */
export function assemble(stores: Stores): Assembly {
  let map: MapView | null = null;
  const groups = layerGroupsOf(stores.model.getState().dataset);
  return {
    stores,
    groups,
    services: {
      map: {
        zoomTo: (place) => map?.zoomTo(place),
        zoomIn: () => map?.zoomIn(),
        zoomOut: () => map?.zoomOut(),
        resetView: () => map?.resetView(),
      },
      drawing: createDrawingCommands(stores.drawing),
      files: createFileCommands(stores, () => map),
      layerGroups: groups.map(({ id, title, layers, legend }) => ({
        id,
        title,
        layers,
        legend: <Legend entries={legend} />,
      })),
    },
    onMap: (view) => {
      map = view;
      stores.drawing.connect(view?.drawing ?? null);
    },
  };
}
