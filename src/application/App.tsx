import type { ReactNode } from 'react';
import { Page } from '../interface/Page';
import { ServicesContext } from '../interface/services';
import { StoresContext } from '../state/hooks';
import type { Assembly } from './assemble';
import { MapHost } from './MapHost';

/** The running page: stores, map and interface put together. */
export function App({ assembly }: { readonly assembly: Assembly }): ReactNode {
  const { stores, services, groupsOf, onMap } = assembly;
  return (
    <StoresContext value={stores}>
      <ServicesContext value={services}>
        <Page map={<MapHost stores={stores} groupsOf={groupsOf} onMap={onMap} />} />
      </ServicesContext>
    </StoresContext>
  );
}
