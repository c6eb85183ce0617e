import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { LayerGroupId } from './layerGroups';

/** A layer of the style with the group that switches it; `null` for ground that is always there. */
export interface StyleLayer {
  readonly group: LayerGroupId | null;
  readonly spec: LayerSpecification;
  /** The source of the data set's layer that this one lights up when a conflict with it is focused. */
  readonly highlights?: string;
}

/** A value for a paint property of a layer. */
export interface PaintChange {
  readonly property: OpacityProperty;
  readonly value: number | ExpressionSpecification;
}

const OPACITY_PROPERTIES = {
  fill: ['fill-opacity'],
  line: ['line-opacity'],
  circle: ['circle-opacity', 'circle-stroke-opacity'],
  symbol: ['icon-opacity', 'text-opacity'],
} as const;

export type OpacityProperty = (typeof OPACITY_PROPERTIES)[keyof typeof OPACITY_PROPERTIES][number];

function opacityProperties(type: LayerSpecification['type']): readonly OpacityProperty[] {
  return type === 'fill' || type === 'line' || type === 'circle' || type === 'symbol' ? OPACITY_PROPERTIES[type] : [];
}

/** Paint that draws the layer with its own opacity times `opacity`. The style keeps zoom out of opacities, so they can be multiplied. */
export function opacityChanges(spec: LayerSpecification, opacity: number): readonly PaintChange[] {
  const paint: Readonly<Record<string, unknown>> = spec.paint ?? {};
  return opacityProperties(spec.type).map((property) => {
    const own = paint[property] ?? 1;
    return { property, value: typeof own === 'number' ? own * opacity : (['*', opacity, own] as unknown as ExpressionSpecification) };
  });
}

/** Whether a feature's state has `name` set. */
export function hasState(name: string): ExpressionSpecification {
  return ['boolean', ['feature-state', name], false];
}

/** A value that grows with the zoom, linear between the given levels. */
export function byZoom(...stops: readonly (readonly [zoom: number, value: number])[]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as unknown as ExpressionSpecification;
}
