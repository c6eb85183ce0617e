import { createContext, use, type ReactNode } from 'react';
import type { LayerId } from '../core/domain/identifiers';
import type { Target } from '../state/target';

/** A place that the map can be moved to. */
export type Place = Exclude<Target, { readonly kind: 'layerFeature' }>;

/** What the page can ask of the map. */
export interface MapCommands {
  readonly zoomTo: (place: Place) => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly resetView: () => void;
}

/** What opening a file came to. */
export type OpenedFile =
  | { readonly kind: 'opened' }
  /** A scenario of the same identifier is there already: the user has to choose. */
  | {
      readonly kind: 'asks';
      readonly name: string;
      readonly replace: () => Promise<void>;
      readonly separate: () => Promise<void>;
    }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** What the page can take in and hand out. Every `save` rejects with a Norwegian message when it cannot. */
export interface FileCommands {
  readonly saveScenario: () => Promise<void>;
  readonly saveAreas: () => Promise<void>;
  readonly saveMapImage: () => Promise<void>;
  readonly openScenario: (file: File) => Promise<OpenedFile>;
}

/** A group of map layers as the page lists it. */
export interface LayerGroupDescription {
  readonly id: string;
  readonly title: string;
  readonly layers: readonly LayerId[];
  readonly legend: ReactNode;
}

export interface Services {
  readonly map: MapCommands;
  readonly files: FileCommands;
  readonly layerGroups: readonly LayerGroupDescription[];
}

/** Hands the page what the rest of the program can do for it. */
export const ServicesContext = createContext<Services | null>(null);

/** The services of the page. Throws outside a `ServicesContext`. */
export function useServices(): Services {
  const services = use(ServicesContext);
  if (!services) throw new Error('useServices was called outside ServicesContext.');
  return services;
}

/** What the map can be asked. */
export function useMapCommands(): MapCommands {
  return useServices().map;
}
