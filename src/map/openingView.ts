import type { Dataset } from '../core/domain/dataset';

/** Air around the opening view, CSS pixels. */
export const OPENING_MARGIN_PIXELS = 12;

/** The opening view's rectangle as the place's parameters give it: west, south, east and north in degrees. */
export function openingBounds({ openingView }: Dataset['parameters']): [number, number, number, number] {
  return [...openingView.southWest, ...openingView.northEast];
}
