import type { PlacedSystem } from '../../core/import/coordinateSystem';
import type { RasterFacts, RasterKind } from '../../core/import/rasters/rasterLayer';
import { formatNumber, formatQuantity } from '../format/numbers';

const KINDS: Readonly<Record<RasterKind, string>> = {
  classes: 'Klasser (arealtyper, soner)',
  values: 'Verdier (støy, høyde, …)',
  picture: 'Bare et bilde',
};

/** Length of a cell's side in metres, with the digits that matter. */
function metres(value: number): string {
  return `${formatNumber(value, value < 10 ? 1 : 0)} m`;
}

export const RASTER_WORDS = {
  title: 'Hva er dette rasteret?',
  changeTitle: 'Endre rasteret',
  failed: 'Rasteret kunne ikke tas inn',
  reading: (file: string): string => `Leser ${file} …`,
  size: 'Størrelse',
  sizeText: ({ columns, rows, cellMetres, bands, sampleText }: RasterFacts): string =>
    `${formatNumber(columns)} × ${formatNumber(rows)} celler på ${metres(cellMetres)}, ${bands === 1 ? '' : `${bands} bånd, `}${sampleText}`,
  noData: 'Uten verdi',
  noDataText: (value: number | null): string => (value === null ? 'ikke oppgitt i filen' : `celler med ${formatNumber(value, Number.isInteger(value) ? 0 : 2)}`),
  elsewhere: 'Rasteret ligger utenfor kommunen. Velg et annet koordinatsystem, eller et annet raster.',
  unknown: ({ contradicts }: PlacedSystem): string => `Filen oppgir «${contradicts ?? ''}», som ikke kjennes.`,
  kind: 'Cellene er',
  kinds: KINDS,
  suggestion: (reason: string): string => `Forslag: ${reason}.`,
  classHead: ['Vises', 'Klasse', 'Navn', 'Av det sette'] as const,
  classShown: (value: number): string => `Vis klasse ${value} i kartet`,
  className: (value: number): string => `Navn på klasse ${value}`,
  unit: 'Enhet',
  low: 'Laveste farge ved',
  high: 'Høyeste farge ved',
  range: 'Laveste verdi må være lavere enn den høyeste.',
  take: 'Ta inn',
  save: 'Lagre',
  noScore: 'Et raster vises i kartet og måles i feltene. Det teller ikke i T og B.',
  opacity: (title: string): string => `Styrke for ${title}`,
  opacityText: (opacity: number): string => `${formatNumber(opacity * 100)} %`,
  change: 'Endre',
  changeRaster: (title: string): string => `Endre ${title}`,
  inAreas: 'I feltene …',
  inAreasOf: (title: string): string => `${title} i feltene`,
  area: 'Felt',
  ground: 'Areal, daa',
  covered: 'Dekket, daa',
  mean: 'Snitt',
  minimum: 'Lavest',
  maximum: 'Høyest',
  all: 'Alle felt med boliger',
  none: 'Scenarioet har ingen felt med boliger.',
  measuring: 'måler …',
  close: 'Lukk',
  daa: (value: number): string => formatQuantity(value),
  share: (part: number): string => `${formatNumber(part * 100, part < 0.1 ? 1 : 0)} %`,
  value: (value: number | null, unit: string): string => (value === null ? '–' : `${formatNumber(value, Math.abs(value) < 1000 ? 1 : 0)}${unit === '' ? '' : ` ${unit}`}`),
  span: (low: string, high: string): string => `${low} til ${high}`,
  notCovered: 'utenfor rasteret eller uten verdi',
  inCard: 'Fra egne raster',
  method: ({ cellMetres }: RasterFacts): string =>
    `Hver celle teller med den delen av den som ligger i feltet, regnet nøyaktig. Summen skaleres til feltets areal i EPSG:25832. Rasteret selv er ikke finere enn cellene sine: ${metres(cellMetres)}.`,
  coarse: (factor: number): string => `De største feltene er målt på et oversiktsbilde der en celle står for ${formatNumber(factor)} × ${formatNumber(factor)} celler.`,
  sourceOf: (source: string, date: string): string => `Kilde: ${source}, ${date}.`,
} as const;
