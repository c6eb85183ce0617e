import type { GeoTIFFImage } from 'geotiff';
import { systemOf, type SystemId } from '../../core/import/coordinateSystem';
import { ImportProblem } from '../../core/import/importProblem';

/** What a GeoTIFF's tags say of the raster. */
export interface StatedFacts {
  readonly isPixelPoint: boolean;
  /** Null without; `system` is null for one that is not known. */
  readonly declared: { readonly system: SystemId | null; readonly text: string } | null;
  readonly sampleText: string;
  readonly isWhole: boolean;
  readonly noData: number | null;
  readonly isPicture: boolean;
  readonly colours: ReadonlyMap<number, string>;
  readonly unit: string;
  readonly scale: number;
  readonly offset: number;
}

/** Code for what has no number of its own (GeoTIFF 1.1, 7.2). */
const USER_DEFINED = 32_767;
const PIXEL_IS_POINT = 2;
const FORMATS = ['', 'heltall uten fortegn', 'heltall', 'desimaltall'] as const;
const RGB = 2;
const YCBCR = 6;
const PALETTE = 3;

/** Longest metadata text that is looked into, characters. */
const LONGEST_METADATA = 100_000;

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll(/[\0|]+/gu, ' ').trim() : '';
}

function geoKeysOf(image: GeoTIFFImage): Readonly<Record<string, unknown>> {
  try {
    return image.getGeoKeys() ?? {};
  } catch {
    return {};
  }
}

function declaredSystem(keys: Readonly<Record<string, unknown>>): StatedFacts['declared'] {
  const citation = [keys['PCSCitationGeoKey'], keys['GTCitationGeoKey'], keys['GeogCitationGeoKey']].map(textOf).find((text) => text !== '') ?? '';
  const codes = [keys['ProjectedCSTypeGeoKey'], keys['GeographicTypeGeoKey']];
  const code = codes.find((value): value is number => typeof value === 'number' && value > 0 && value !== USER_DEFINED);
  const isPlaneWithoutCode = keys['ProjectedCSTypeGeoKey'] === USER_DEFINED || (keys['GTModelTypeGeoKey'] === 1 && typeof codes[0] !== 'number');
  if (code === undefined || isPlaneWithoutCode) return citation === '' ? null : { system: null, text: citation };
  const id: SystemId = `EPSG:${code}`;
  return { system: systemOf(id) ? id : null, text: citation === '' ? id : `${id} ${citation}` };
}

/** The value that GDAL's metadata give a role, of the first band; empty without. */
function metadataRole(metadata: string, role: string): string {
  for (const [, attributes = '', value = ''] of metadata.matchAll(/<Item\b([^>]*)>([^<]*)</gu)) {
    const sample = /\bsample="(\d+)"/u.exec(attributes)?.[1] ?? '0';
    if (attributes.includes(`role="${role}"`) && sample === '0') return value.trim();
  }
  return '';
}

async function colourTable(image: GeoTIFFImage): Promise<ReadonlyMap<number, string>> {
  const { fileDirectory } = image;
  if (Number(fileDirectory.getValue('PhotometricInterpretation')) !== PALETTE) return new Map();
  const table: ArrayLike<number> | undefined = await fileDirectory.loadValue('ColorMap');
  if (!table) return new Map();
  const count = Math.floor(table.length / 3);
  const channel = (index: number): string => ((table[index] ?? 0) >> 8).toString(16).padStart(2, '0');
  return new Map(Array.from({ length: count }, (_, value) => [value, `#${channel(value)}${channel(count + value)}${channel(2 * count + value)}`]));
}

/** Reads what the tags of an image say. Rejects with ImportProblem for cells of a kind that no map has. */
export async function statedInTags(image: GeoTIFFImage): Promise<StatedFacts> {
  const { fileDirectory } = image;
  const keys = geoKeysOf(image);
  const format = image.getSampleFormat(0);
  const bits = image.getBitsPerSample(0);
  const formatText = FORMATS[format];
  if (formatText === undefined || formatText === '' || !(bits >= 1 && bits <= 64)) {
    throw new ImportProblem(`Cellene er av et slag som ikke kan leses (format ${format}, ${bits} bit). Lagre rasteret som heltall eller desimaltall i QGIS.`);
  }
  const photometric = Number(fileDirectory.getValue('PhotometricInterpretation'));
  const metadata = textOf(await fileDirectory.loadValue('GDAL_METADATA')).slice(0, LONGEST_METADATA);
  const [scale, offset] = [Number(metadataRole(metadata, 'scale') || 1), Number(metadataRole(metadata, 'offset') || 0)];
  const isScaled = Number.isFinite(scale) && Number.isFinite(offset) && scale !== 0;
  const noData = image.getGDALNoData();
  return {
    isPixelPoint: keys['GTRasterTypeGeoKey'] === PIXEL_IS_POINT,
    declared: declaredSystem(keys),
    sampleText: `${bits}-bit ${formatText}`,
    isWhole: format !== 3 && (!isScaled || (scale === 1 && offset === 0)),
    // A value written with more digits than the cells hold is the nearest that they can hold.
    noData: noData === null || !Number.isFinite(noData) ? null : format === 3 && bits === 32 ? Math.fround(noData) : noData,
    isPicture: (photometric === RGB || photometric === YCBCR) && image.getSamplesPerPixel() >= 3 && bits === 8,
    colours: await colourTable(image),
    unit: metadataRole(metadata, 'unittype').slice(0, 12),
    scale: isScaled ? scale : 1,
    offset: isScaled ? offset : 0,
  };
}
