import { useMemo, type ReactNode } from 'react';
import { Page } from '../interface/Page';
import { ServicesContext, type Services } from '../interface/services';
import { layerGroupsOf } from '../map/layerGroups';
import type { MapView } from '../map/mapTypes';
import { StoresContext, type Stores } from '../state/hooks';
import { createFileCommands } from './fileCommands';
import { Legend } from './Legend';
import { MapHost } from './MapHost';

/** The running page: stores, map and interface put together. */
export function App({ stores }: { readonly stores: Stores }): ReactNode {
  const { services, groups, setMap } = useMemo(() => {
    let map: MapView | null = null;
    const layerGroups = layerGroupsOf(stores.model.getState().dataset);
    const made: Services = {
      map: {
        zoomTo: (place) => map?.zoomTo(place),
        zoomIn: () => map?.zoomIn(),
        zoomOut: () => map?.zoomOut(),
        resetView: () => map?.resetView(),
      },
      files: createFileCommands(stores, () => map),
      layerGroups: layerGroups.map(({ id, title, layers, legend }) => ({
        id,
        title,
        layers,
        legend: <Legend entries={legend} />,
      })),
    };
    return {
      services: made,
      groups: layerGroups,
      setMap: (view: MapView | null) => {
        map = view;
      },
    };
  }, [stores]);
  return (
    <StoresContext value={stores}>
      <ServicesContext value={services}>
        <Page map={<MapHost stores={stores} groups={groups} onMap={setMap} />} />
      </ServicesContext>
    </StoresContext>
  );
}
