/** What an expression of the style is read for: one feature, or none, at one zoom. */
export interface StillFeature {
  readonly geometryType: 'Polygon' | 'LineString' | 'Point';
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Stands for what the still picture does not understand. */
const UNKNOWN = Symbol('unknown');

function interpolated(stops: readonly unknown[], zoom: number): unknown {
  const numbers = stops.map(Number);
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    const [fromZoom = 0, from = 0, toZoom, to] = numbers.slice(index);
    if (toZoom === undefined || to === undefined || zoom <= fromZoom) return from;
    if (zoom < toZoom) return from + ((to - from) * (zoom - fromZoom)) / (toZoom - fromZoom);
  }
  return UNKNOWN;
}

function evaluated(expression: unknown, feature: StillFeature, zoom: number): unknown {
  if (!Array.isArray(expression)) return expression;
  const parts: readonly unknown[] = expression;
  const [operator, first, second, ...rest] = parts;
  const value = (part: unknown): unknown => evaluated(part, feature, zoom);
  switch (operator) {
    case 'literal':
      return first;
    case 'geometry-type':
      return feature.geometryType;
    case 'get':
      return feature.properties[String(first)] ?? UNKNOWN;
    case 'has':
      return String(first) in feature.properties;
    case '==':
      return value(first) === value(second);
    case 'in': {
      const list = value(second);
      return Array.isArray(list) ? list.includes(value(first)) : UNKNOWN;
    }
    case 'all':
      return parts.slice(1).every((part) => value(part) === true);
    case 'any':
      return parts.slice(1).some((part) => value(part) === true);
    case 'boolean': {
      // Nothing is hovered, selected or lit in a still picture: a feature's state is what the style falls back on.
      const asserted = value(first);
      return typeof asserted === 'boolean' ? asserted : value(second);
    }
    case 'number': {
      const asserted = value(first);
      return typeof asserted === 'number' ? asserted : value(second);
    }
    case 'case': {
      const condition = value(first);
      if (typeof condition !== 'boolean') return UNKNOWN;
      return condition ? value(second) : rest.length === 1 ? value(rest[0]) : value(['case', ...rest]);
    }
    case 'interpolate':
      return JSON.stringify(second) === '["zoom"]' ? interpolated(rest.map(value), zoom) : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

/** A number of the style for a feature at a zoom; `otherwise` where it is left out, null where it is not understood. */
export function stillNumber(expression: unknown, feature: StillFeature, zoom: number, otherwise: number): number | null {
  if (expression === undefined) return otherwise;
  const value = evaluated(expression, feature, zoom);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A colour of the style for a feature; null where it has none or it is not understood. */
export function stillColour(expression: unknown, feature: StillFeature, zoom: number): string | null {
  const value = evaluated(expression, feature, zoom);
  return typeof value === 'string' ? value : null;
}

/** Whether a filter of the style lets a feature through; what is not understood is left out. */
export function passes(filter: unknown, feature: StillFeature, zoom: number): boolean {
  return filter === undefined || evaluated(filter, feature, zoom) === true;
}
