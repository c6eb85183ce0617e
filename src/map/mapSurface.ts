import type { ExpressionSpecification, GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { MapFeatures } from './features';
import type { OpacityProperty } from './styleLayer';

/** The few things that are done to a drawn map, so that what decides them can be tested without one. */
export interface MapSurface {
  readonly setData: (source: string, features: MapFeatures) => void;
  readonly setState: (source: string, feature: string, state: Readonly<Record<string, number | boolean>>) => void;
  readonly setOpacity: (layer: string, property: OpacityProperty, value: number | ExpressionSpecification) => void;
  readonly setVisible: (layer: string, visible: boolean) => void;
}

/** The surface of a MapLibre map whose style has loaded. */
export function mapLibreSurface(map: MapLibreMap): MapSurface {
  return {
    setData: (source, features) => {
      void map.getSource<GeoJSONSource>(source)?.setData(features);
    },
    setState: (source, id, state) => {
      map.setFeatureState({ source, id }, { ...state });
    },
    setOpacity: (layer, property, value) => {
      map.setPaintProperty(layer, property, value);
    },
    setVisible: (layer, visible) => {
      map.setLayoutProperty(layer, 'visibility', visible ? 'visible' : 'none');
    },
  };
}
