import type { Dataset } from '../core/domain/dataset';
import type { LayerGroupDescription, Services } from '../interface/services';
import { layerGroupsOf, type LayerGroup } from '../map/layerGroups';
import type { MapView } from '../map/mapTypes';
import type { Stores } from '../state/hooks';
import { DifferenceLegend } from './DifferenceLegend';
import { createDrawingCommands } from './drawingCommands';
import { createFileCommands } from './fileCommands';
import { Legend } from './Legend';
import { createLinkCommands } from './linkCommands';

/** What the page is made of: its stores, what it can ask for, and the place where the map puts itself. */
export interface Assembly {
  readonly stores: Stores;
  readonly services: Services;
  /** The same list for the same data set. */
  readonly groupsOf: (dataset: Dataset) => readonly LayerGroup[];
  readonly onMap: (view: MapView | null) => void;
}

/** Works something out once for each data set. */
function oncePerDataset<Value>(make: (dataset: Dataset) => Value): (dataset: Dataset) => Value {
  const known = new WeakMap<Dataset, { readonly value: Value }>();
  return (dataset) => {
    const before = known.get(dataset) ?? { value: make(dataset) };
    known.set(dataset, before);
    return before.value;
  };
}

/** Puts together what the page needs beside its stores. */
export function assemble(stores: Stores): Assembly {
  let map: MapView | null = null;
  const groupsOf = oncePerDataset(layerGroupsOf);
  return {
    stores,
    groupsOf,
    services: {
      map: {
        zoomTo: (place) => map?.zoomTo(place),
        camera: () => map?.camera() ?? null,
        showCamera: (camera) => map?.showCamera(camera),
        zoomIn: () => map?.zoomIn(),
        zoomOut: () => map?.zoomOut(),
        resetView: () => map?.resetView(),
      },
      drawing: createDrawingCommands(stores.drawing),
      files: createFileCommands(stores, () => map),
      links: createLinkCommands(stores),
      differenceLegend: <DifferenceLegend />,
      layerGroupsOf: oncePerDataset((dataset) =>
        groupsOf(dataset).map(({ id, title, layers, legend }): LayerGroupDescription => ({
          id,
          title,
          layers,
          legend: <Legend entries={legend} />,
        })),
      ),
    },
    onMap: (view) => {
      map = view;
      stores.drawing.connect(view?.drawing ?? null);
    },
  };
}
