import '../import/import.css';
import './rasters.css';
import { Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { areaDwellings } from '../../core/domain/developmentArea';
import { summedStatistics, type RasterStatistics } from '../../core/import/rasters/rasterStatistics';
import { useModel, useRasters, useStores } from '../../state/hooks';
import type { TakenRaster } from '../../state/rasterStore';
import { RASTER_WORDS } from '../words/raster';

interface Column {
  readonly title: string;
  readonly text: (statistics: RasterStatistics) => string;
}

function columnsOf({ reading }: TakenRaster, sum: RasterStatistics): readonly Column[] {
  const ground: readonly Column[] = [
    { title: RASTER_WORDS.ground, text: ({ areaDaa }) => RASTER_WORDS.daa(areaDaa) },
    { title: RASTER_WORDS.covered, text: ({ coveredDaa }) => RASTER_WORDS.daa(coveredDaa) },
  ];
  if (reading.kind === 'values') {
    return [
      ...ground,
      { title: RASTER_WORDS.mean, text: ({ mean }) => RASTER_WORDS.value(mean, reading.unit) },
      { title: RASTER_WORDS.minimum, text: ({ minimum }) => RASTER_WORDS.value(minimum, reading.unit) },
      { title: RASTER_WORDS.maximum, text: ({ maximum }) => RASTER_WORDS.value(maximum, reading.unit) },
    ];
  }
  return [
    ...ground,
    ...sum.classes.map(({ value }): Column => ({
      title: reading.classes.find((one) => one.value === value)?.name ?? `klasse ${value}`,
      text: ({ classes, areaDaa }) => {
        const found = classes.find((one) => one.value === value)?.areaDaa ?? 0;
        return found === 0 ? '–' : `${RASTER_WORDS.daa(found)} (${RASTER_WORDS.share(found / areaDaa)})`;
      },
    })),
  ];
}

/** What one of the user's rasters says of every area with dwellings, and of all of them together. */
export function RasterTable(): ReactNode {
  const id = useRasters((state) => state.table);
  const raster = useRasters((state) => state.rasters.find((one) => one.id === id));
  useRasters((state) => state.measured);
  const scenario = useModel((model) => model.tracked.scenario);
  const { rasters } = useStores();
  if (!raster) return null;
  const areas = [...scenario.areas.values()].filter((area) => areaDwellings(area) > 0);
  const rows = areas.map((area) => ({ area, found: rasters.statistics(raster.id, area.outline) }));
  const known = rows.flatMap(({ found }) => (found !== null && typeof found !== 'string' ? [found] : []));
  const sum = summedStatistics(known);
  const columns = columnsOf(raster, sum);
  return (
    <Dialog
      open
      onClose={() => {
        rasters.openTable(null);
      }}
      closeButton={RASTER_WORDS.close}
      className="raster-dialog"
      data-size="sm"
    >
      <Heading level={2} data-size="xs">
        {RASTER_WORDS.inAreasOf(raster.about.title)}
      </Heading>
      {areas.length === 0 ? <Paragraph>{RASTER_WORDS.none}</Paragraph> : null}
      <div className="raster-rows">
        <table className="import-classes raster-table">
          <thead>
            <tr>
              <th scope="col">{RASTER_WORDS.area}</th>
              {columns.map(({ title }) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className="raster-sum">
              <th scope="row">
                {RASTER_WORDS.all}
                {known.length < areas.length ? <span className="quiet"> {RASTER_WORDS.measuring}</span> : null}
              </th>
              <Cells columns={columns} statistics={sum} />
            </tr>
            {rows.map(({ area, found }) => (
              <tr key={area.id}>
                <th scope="row">{area.name}</th>
                {found === null || typeof found === 'string' ? (
                  <td colSpan={columns.length}>{found ?? RASTER_WORDS.measuring}</td>
                ) : (
                  <Cells columns={columns} statistics={found} />
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small quiet">
        {RASTER_WORDS.method(raster.facts)} {sum.coarsening > 1 ? RASTER_WORDS.coarse(sum.coarsening) : ''}{' '}
        {RASTER_WORDS.sourceOf(raster.about.source, raster.about.date)} {RASTER_WORDS.noScore}
      </p>
    </Dialog>
  );
}

function Cells({ columns, statistics }: { readonly columns: readonly Column[]; readonly statistics: RasterStatistics }): ReactNode {
  return columns.map(({ title, text }) => (
    <td key={title} className="number">
      {text(statistics)}
    </td>
  ));
}
