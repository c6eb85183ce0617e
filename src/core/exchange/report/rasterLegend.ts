import { VALUE_COLOURS } from '../../import/rasters/rasterColours';
import { INK } from './ink';
import type { MapRaster } from './mapRaster';
import { box, ramp, type LegendEntry } from './swatches';
import { decimal, escaped } from './text';

/** Of more classes than this the rest are counted: a legend is to leave room for its map. */
const MOST_CLASSES = 12;
const LONGEST_TITLE = 22;
const LONGEST_NAME = 34;

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** A number with no more decimals than tell the two ends of a scale apart. */
function scaleEnd(value: number, low: number, high: number): string {
  return decimal(value, high - low >= 10 ? 0 : high - low >= 1 ? 1 : 2);
}

/** What a raster's colours mean, as strong as the map has them. */
export function rasterLegend({ title, opacity, reading }: MapRaster): readonly LegendEntry[] {
  const faded = (swatch: string): string => `<g opacity="${opacity}">${swatch}</g>`;
  switch (reading.kind) {
    case 'picture':
      return [{ name: shortened(title, LONGEST_NAME), swatch: faded(ramp([INK.green, INK.farmland, INK.water])) }];
    case 'values': {
      const { low, high, unit } = reading;
      const range = `${scaleEnd(low, low, high)}–${scaleEnd(high, low, high)}${unit === '' ? '' : ` ${unit}`}`;
      return [{ name: `${shortened(title, LONGEST_TITLE)}, ${range}`, swatch: faded(ramp(VALUE_COLOURS)) }];
    }
    case 'classes': {
      const drawn = reading.classes.filter(({ colour }) => colour !== null);
      const told = drawn.slice(0, MOST_CLASSES).map(({ name, colour }): LegendEntry => ({
        name: shortened(`${shortened(title, LONGEST_TITLE)}: ${name}`, LONGEST_NAME),
        swatch: faded(box(escaped(colour ?? ''))),
      }));
      const rest = drawn.length - told.length;
      return rest > 0 ? [...told, { name: `${shortened(title, LONGEST_TITLE)}: ${rest} klasser til`, swatch: '' }] : told;
    }
  }
}
