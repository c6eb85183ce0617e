import { z } from 'zod';
import { RASTER_KINDS } from '../../core/import/rasters/rasterLayer';
import type { TakenRaster } from '../rasterStore';
import { storedAbout, storedSystem } from './storedLayers';

const colour = z.string().regex(/^#[0-9a-f]{6}$/u);
const size = { columns: z.int().min(1), rows: z.int().min(1) };
const placement = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]);

const takenRaster = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/u),
  file: z.string(),
  facts: z.object({
    name: z.string(),
    ...size,
    placement,
    system: storedSystem,
    cellMetres: z.number(),
    bands: z.int().min(1),
    sampleText: z.string(),
    isWhole: z.boolean(),
    noData: z.number().nullable(),
    isPicture: z.boolean(),
    colours: z.map(z.number(), colour),
    unit: z.string(),
    levels: z.array(z.object(size)).min(1),
    notes: z.array(z.string()),
  }),
  reading: z.object({
    kind: z.enum(RASTER_KINDS),
    classes: z.array(z.object({ value: z.number(), name: z.string(), colour: colour.nullable() })),
    unit: z.string(),
    low: z.number(),
    high: z.number(),
  }),
  about: storedAbout,
  takenAt: z.number(),
  blob: z.custom<Blob>((value) => value instanceof Blob, 'er ikke en fil'),
});

/** A stored raster, checked; null for what is not one. */
export function storedTakenRaster(value: unknown): TakenRaster | null {
  const result = takenRaster.safeParse(value);
  return result.success ? result.data : null;
}
