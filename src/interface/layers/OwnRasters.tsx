import { Button, Switch } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { VALUE_COLOURS } from '../../core/import/rasters/rasterColours';
import type { RasterReading } from '../../core/import/rasters/rasterLayer';
import { useRasters, useStores } from '../../state/hooks';
import { RASTER_SHOWING, type TakenRaster } from '../../state/rasterStore';
import { IMPORT_WORDS } from '../words/import';
import { RASTER_WORDS } from '../words/raster';

/** The rasters that the user has taken in: a switch, a strength and a legend for each, and the way to its numbers. */
export function OwnRasters(): ReactNode {
  const rasters = useRasters((state) => state.rasters);
  return rasters.map((raster) => <OwnRaster key={raster.id} raster={raster} />);
}

function OwnRaster({ raster: { id, about, file, reading } }: { readonly raster: TakenRaster }): ReactNode {
  const { visible, opacity } = useRasters((state) => state.shown.get(id)) ?? RASTER_SHOWING;
  const isBusy = useRasters((state) => state.step !== null);
  const { rasters } = useStores();
  return (
    <section className="own-raster" aria-label={about.title}>
      <div className="layer-head">
        <Switch
          data-size="sm"
          position="start"
          label={<span className="own-title">{about.title}</span>}
          checked={visible}
          onChange={(event) => {
            rasters.show(id, { visible: event.currentTarget.checked });
          }}
        />
        <input
          type="range"
          className="slider is-thin"
          min={0.1}
          max={1}
          step={0.05}
          value={opacity}
          disabled={!visible}
          aria-label={RASTER_WORDS.opacity(about.title)}
          aria-valuetext={RASTER_WORDS.opacityText(opacity)}
          style={{ '--filled': `${((opacity - 0.1) / 0.9) * 100}%` } as Record<`--${string}`, string>}
          onChange={(event) => {
            rasters.show(id, { opacity: event.currentTarget.valueAsNumber });
          }}
        />
      </div>
      <RasterLegend reading={reading} />
      <span className="small quiet own-facts">
        {about.source} · {about.date} · {file}
      </span>
      <div className="network-actions">
        {reading.kind === 'picture' ? null : (
          <Button
            variant="secondary"
            data-size="sm"
            aria-label={RASTER_WORDS.inAreasOf(about.title)}
            onClick={() => {
              rasters.openTable(id);
            }}
          >
            {RASTER_WORDS.inAreas}
          </Button>
        )}
        <Button
          variant="tertiary"
          data-size="sm"
          aria-label={RASTER_WORDS.changeRaster(about.title)}
          disabled={isBusy}
          onClick={() => {
            rasters.edit(id);
          }}
        >
          {RASTER_WORDS.change}
        </Button>
        <Button
          variant="tertiary"
          data-size="sm"
          aria-label={IMPORT_WORDS.removeLayer(about.title)}
          onClick={() => {
            rasters.remove(id);
          }}
        >
          {IMPORT_WORDS.remove}
        </Button>
      </div>
    </section>
  );
}

function RasterLegend({ reading }: { readonly reading: RasterReading }): ReactNode {
  if (reading.kind === 'picture') return null;
  if (reading.kind === 'classes') {
    return (
      <ul className="legend layer-legend">
        {reading.classes.map(({ value, name, colour }) =>
          colour === null ? null : (
            <li key={value}>
              <svg className="legend-swatch" width={26} height={16} viewBox="0 0 26 16" aria-hidden="true">
                <rect x={1} y={1.5} width={24} height={13} rx={2} fill={colour} />
              </svg>
              {name}
            </li>
          ),
        )}
      </ul>
    );
  }
  return (
    <span className="legend-ramp layer-legend">
      <span className="legend-ramp-steps">
        {VALUE_COLOURS.map((colour, index) => (
          <span key={colour} className="legend-ramp-step">
            <span className="legend-ramp-colour" style={{ background: colour }} />
            {RASTER_WORDS.value(
              reading.low + ((reading.high - reading.low) * index) / (VALUE_COLOURS.length - 1),
              index === VALUE_COLOURS.length - 1 ? reading.unit : '',
            )}
          </span>
        ))}
      </span>
    </span>
  );
}
