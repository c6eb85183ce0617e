import { PALETTE } from './palette';
import { DIFFERENCE_RAMP, rampExpression } from './ramps';
import { IMAGES, SOURCES } from './sourceIds';
import { byZoom, hasState, type StyleLayer } from './styleLayer';

/** Dwellings per daa; smaller differences are as good as none. */
const FEWER_HATCHED_FROM = 0.05;

/**
 * What sets two scenarios apart, in dwellings per daa: orange for more, purple and a hatch for fewer, so that grey print
 * tells them apart too, and paper where both have as many.
 */
export function differenceLayers(): readonly StyleLayer[] {
  const source = SOURCES.difference;
  return [
    {
      group: 'areas',
      spec: {
        id: 'difference:fill',
        source,
        type: 'fill',
        paint: { 'fill-color': rampExpression(DIFFERENCE_RAMP, ['number', ['get', 'difference'], 0]), 'fill-opacity': 0.94 },
      },
    },
    {
      group: 'areas',
      spec: {
        id: 'difference:fewer',
        source,
        type: 'fill',
        filter: ['<=', ['get', 'difference'], -FEWER_HATCHED_FROM],
        paint: { 'fill-pattern': IMAGES.fewer, 'fill-opacity': 0.42 },
      },
    },
    {
      group: 'areas',
      spec: {
        id: 'difference:edge',
        source,
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': ['case', hasState('hover'), PALETTE.selection, PALETTE.differenceEdge],
          'line-width': byZoom([10, 0.3], [13, 0.7], [16, 1.2]),
          'line-opacity': ['case', hasState('hover'), 1, 0.6],
        },
      },
    },
  ];
}
