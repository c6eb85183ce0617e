import { z } from 'zod';
import type { PlanarBounds } from '../../geometry/shapes';
import { RASTER_KINDS } from '../../import/rasters/rasterLayer';
import type { MapFrame } from './mapFrame';
import { escaped } from './text';

/** A raster of the user's that lies on the ground of a map: how it is told of. Its picture is laid in where its cells are. */
export const mapRasterSchema = z.object({
  id: z.string(),
  title: z.string(),
  attribution: z.string(),
  date: z.string(),
  /** 0–1. */
  opacity: z.number(),
  reading: z.object({
    kind: z.enum(RASTER_KINDS),
    classes: z.array(z.object({ value: z.number(), name: z.string(), colour: z.string().nullable() })).readonly(),
    unit: z.string(),
    low: z.number(),
    high: z.number(),
  }),
});

export type MapRaster = Readonly<z.output<typeof mapRasterSchema>>;

/** Dots of a raster's picture to the inch of paper: finer than print shows of it, coarser than the lines of the map. */
const DOTS_PER_INCH = 200;
const MILLIMETRES_PER_INCH = 25.4;

/** A place in a drawing for the picture of a raster. */
export interface RasterPlace {
  readonly raster: string;
  /** What ground the picture is of, EPSG:25832. */
  readonly bounds: PlanarBounds;
  /** Dots. */
  readonly wide: number;
  readonly high: number;
}

const imageId = (index: number): string => `raster-${index}`;

/** Places for the pictures of rasters, once in a document for all its maps in the same frame; empty without rasters. */
export function rasterPlaces(rasters: readonly MapRaster[], { bounds: { minX, minY, maxX, maxY }, widthMillimetres, heightMillimetres }: MapFrame): string {
  const images = rasters.map(
    ({ id, opacity }, index) =>
      `<image id="${imageId(index)}" width="${widthMillimetres}" height="${heightMillimetres}" preserveAspectRatio="none" opacity="${opacity}" data-raster="${escaped(id)}" data-ground="${[minX, minY, maxX, maxY].join(' ')}" href=""/>`,
  );
  return images.length === 0 ? '' : `<defs>${images.join('')}</defs>`;
}

/** The rasters on a map whose places `rasterPlaces` has laid out, the last uppermost. */
export function rastersDrawn(rasters: readonly MapRaster[]): string {
  return rasters.map((_, index) => `<use href="#${imageId(index)}"/>`).join('');
}

const PLACE = /(<image id="raster-\d+" width="([\d.]+)" height="([\d.]+)" [^>]*data-raster="([^"]*)" data-ground="([^"]*)" href=")([^"]*)"/gu;

/**
 * A document with the pictures of its rasters in their places. `draw` gives a picture as a `data:` address; null where the
 * raster has nothing, and then nothing is drawn.
 */
export async function withRasterPictures(document: string, draw: (place: RasterPlace) => Promise<string | null>): Promise<string> {
  const parts: string[] = [];
  let from = 0;
  for (const { 0: whole, 1: head = '', 2: wide, 3: high, 4: raster = '', 5: ground = '', index } of document.matchAll(PLACE)) {
    const [minX = 0, minY = 0, maxX = 0, maxY = 0] = ground.split(' ').map(Number);
    const [dotsWide = 1, dotsHigh = 1] = [wide, high].map((millimetres) => Math.max(1, Math.round((Number(millimetres) / MILLIMETRES_PER_INCH) * DOTS_PER_INCH)));
    const picture = await draw({ raster, bounds: { minX, minY, maxX, maxY }, wide: dotsWide, high: dotsHigh });
    parts.push(document.slice(from, index), head, picture ?? '', '"');
    from = index + whole.length;
  }
  return from === 0 ? document : [...parts, document.slice(from)].join('');
}

/** The same document with its places empty again. */
export function withoutRasterPictures(document: string): string {
  return document.replaceAll(PLACE, '$1"');
}

/** What a verification says of pictures, which it has no rasters to draw anew from. */
export const PICTURES_UNCHECKED = 'Tallene, kildene og tegningen stemmer. Bildene av raster er ikke kontrollert: rasterfilene følger ikke med.';
