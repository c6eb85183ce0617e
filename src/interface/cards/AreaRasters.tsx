import type { ReactNode } from 'react';
import type { RasterReading } from '../../core/import/rasters/rasterLayer';
import type { RasterStatistics } from '../../core/import/rasters/rasterStatistics';
import type { LonLatMultiPolygon } from '../../core/geometry/shapes';
import { useRasters, useStores } from '../../state/hooks';
import { RASTER_WORDS } from '../words/raster';

/** Classes that a line tells of; the table has them all. */
const TOLD_CLASSES = 3;

/** What the user's own rasters say of the ground of an area. */
export function AreaRasters({ outline }: { readonly outline: LonLatMultiPolygon }): ReactNode {
  const rasters = useRasters((state) => state.rasters);
  useRasters((state) => state.measured);
  const store = useStores().rasters;
  const measuring = rasters.filter(({ reading }) => reading.kind !== 'picture');
  if (measuring.length === 0) return null;
  return (
    <div className="small number area-rasters">
      <span className="quiet">{RASTER_WORDS.inCard}</span>
      {measuring.map(({ id, about, reading }) => {
        const found = store.statistics(id, outline);
        return (
          <button
            key={id}
            type="button"
            className="text-button"
            onClick={() => {
              store.openTable(id);
            }}
          >
            {about.title}: {found === null ? RASTER_WORDS.measuring : typeof found === 'string' ? found : lineOf(found, reading)}
          </button>
        );
      })}
    </div>
  );
}

function lineOf(statistics: RasterStatistics, { kind, classes, unit }: RasterReading): string {
  if (statistics.coveredDaa <= 0) return RASTER_WORDS.notCovered;
  if (kind === 'values') {
    const span = RASTER_WORDS.span(RASTER_WORDS.value(statistics.minimum, ''), RASTER_WORDS.value(statistics.maximum, unit));
    return `${RASTER_WORDS.value(statistics.mean, unit)} (${span})`;
  }
  return statistics.classes
    .slice(0, TOLD_CLASSES)
    .map(({ value, areaDaa }) => {
      const name = classes.find((one) => one.value === value)?.name ?? `klasse ${value}`;
      return `${name} ${RASTER_WORDS.daa(areaDaa)} daa (${RASTER_WORDS.share(areaDaa / statistics.areaDaa)})`;
    })
    .join(', ');
}
