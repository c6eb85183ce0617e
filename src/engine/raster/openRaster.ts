import { GeoTIFF, type GeoTIFFImage } from 'geotiff';
import { findSystem, systemNamed, systemOf, type PlacedSystem, type SystemId } from '../../core/import/coordinateSystem';
import { ImportProblem, messageOf } from '../../core/import/importProblem';
import type { LonLatBox } from '../../core/import/importedLayer';
import { placementOf, toWorld, type GridPlacement } from '../../core/import/rasters/gridPlacement';
import type { RasterFacts } from '../../core/import/rasters/rasterLayer';
import { checkTiff } from '../../core/import/rasters/tiffStructure';
import { toPlanarPoint } from '../../core/geometry/projection';
import { BlobSource } from './blobSource';
import { boundInflation } from './boundedInflate';
import { statedInTags, type StatedFacts } from './rasterTags';

/** A raster that cells can be read from. */
export interface OpenRaster {
  readonly facts: RasterFacts;
  /** The raster itself, then its overviews, as in `facts.levels`. */
  readonly images: readonly GeoTIFFImage[];
  readonly stated: StatedFacts;
  readonly source: BlobSource;
}

/** In a file of several images, a reduced one (TIFF 6.0, NewSubfileType) that is no mask. */
function isOverview(image: GeoTIFFImage): boolean {
  const type = image.fileDirectory.getValue('NewSubfileType') ?? 0;
  return (type & 1) === 1 && (type & 4) === 0;
}

async function imagesOf(tiff: GeoTIFF): Promise<{ readonly images: readonly GeoTIFFImage[]; readonly others: number }> {
  const count = await tiff.getImageCount();
  const all: GeoTIFFImage[] = [];
  for (let index = 0; index < count; index += 1) all.push(await tiff.getImage(index));
  const [main, ...rest] = all;
  if (!main) throw new ImportProblem('Filen har ikke noe raster i seg. Lagre den på nytt som GeoTIFF i QGIS.');
  const overviews = rest.filter((image) => isOverview(image) && image.getWidth() < main.getWidth());
  const images = [main, ...overviews.toSorted((one, other) => other.getWidth() - one.getWidth())];
  return { images, others: rest.filter((image) => (image.fileDirectory.getValue('NewSubfileType') ?? 0) === 0).length };
}

function placedSystem(
  placement: GridPlacement,
  { columns, rows }: { readonly columns: number; readonly rows: number },
  declared: StatedFacts['declared'],
  near: LonLatBox,
  chosen: SystemId | null,
): PlacedSystem {
  if (chosen) return { id: chosen, title: systemOf(chosen)?.title ?? chosen, basis: 'chosen', isSwapped: false, contradicts: null };
  const found = findSystem(toWorld(placement, columns / 2, rows / 2), declared, near);
  // A grid has columns from west to east by definition: north first would be a fault of the file.
  return found.isSwapped ? { ...found, isSwapped: false, basis: 'guess', contradicts: declared?.text ?? null } : found;
}

/** Metres between two neighbouring cells in the middle of the raster. */
function cellMetres(placement: GridPlacement, system: SystemId, columns: number, rows: number): number {
  const lonLat = (column: number, row: number): { readonly x: number; readonly y: number } => {
    const [longitude, latitude] = systemOf(system)?.toLonLat(...toWorld(placement, column, row)) ?? [Number.NaN, Number.NaN];
    return toPlanarPoint([longitude, latitude]);
  };
  const [here, east, south] = [lonLat(columns / 2, rows / 2), lonLat(columns / 2 + 1, rows / 2), lonLat(columns / 2, rows / 2 + 1)];
  return Math.sqrt(Math.abs((east.x - here.x) * (south.y - here.y) - (south.x - here.x) * (east.y - here.y)));
}

function statedPlacement({ fileDirectory }: GeoTIFFImage, isPixelPoint: boolean): GridPlacement {
  const numbers = (tag: 'ModelTransformation' | 'ModelPixelScale' | 'ModelTiepoint'): readonly number[] | null => {
    const value: ArrayLike<number> | undefined = fileDirectory.getValue(tag);
    return value === undefined || value.length === 0 ? null : Array.from(value);
  };
  const placement = placementOf({
    transformation: numbers('ModelTransformation'),
    pixelScale: numbers('ModelPixelScale'),
    tiepoint: numbers('ModelTiepoint'),
    isPixelPoint,
  });
  if (!placement) {
    throw new ImportProblem(
      'Filen er et bilde uten plass i kartet: den sier ikke hvor cellene ligger. Slipp verdensfilen (.tfw) sammen med den, eller gi den plass i QGIS («Georeferencer»), og lagre den som GeoTIFF.',
    );
  }
  return placement;
}

/**
 * Opens a GeoTIFF, of which no more than its skeleton is read. Rejects with ImportProblem.
 * @param chosen the coordinate system that the user has chosen in place of the one found
 */
export async function openRaster(blob: Blob, name: string, near: LonLatBox, chosen: SystemId | null): Promise<OpenRaster> {
  const source = new BlobSource(blob);
  await checkTiff(source);
  boundInflation();
  try {
    const tiff = await GeoTIFF.fromSource(source);
    // The library reads long lists late and in one byte order only.
    if (!tiff.littleEndian) tiff.parser.eager = true;
    const { images, others } = await imagesOf(tiff);
    const [main] = images;
    if (!main) throw new ImportProblem('Filen har ikke noe raster i seg.');
    const stated = await statedInTags(main);
    const [columns, rows] = [main.getWidth(), main.getHeight()];
    const placement = statedPlacement(main, stated.isPixelPoint);
    const declared = stated.declared && { ...stated.declared, system: stated.declared.system ?? systemNamed(stated.declared.text) };
    const system = placedSystem(placement, { columns, rows }, declared, near, chosen);
    const bands = main.getSamplesPerPixel();
    const notes: string[] = [];
    if (bands > 1 && !stated.isPicture) notes.push(`Filen har ${bands} bånd. Det første brukes.`);
    if (others > 0) notes.push(`Filen har ${others + 1} bilder. Det første brukes.`);
    if (stated.scale !== 1 || stated.offset !== 0) notes.push('Verdiene er regnet om med skala og forskyvning som filen oppgir.');
    const facts: RasterFacts = {
      name,
      columns,
      rows,
      placement,
      system,
      cellMetres: cellMetres(placement, system.id, columns, rows),
      bands,
      sampleText: stated.sampleText,
      isWhole: stated.isWhole,
      noData: stated.noData,
      isPicture: stated.isPicture,
      colours: stated.colours,
      unit: stated.unit,
      levels: images.map((image) => ({ columns: image.getWidth(), rows: image.getHeight() })),
      notes,
    };
    return { facts, images, stated, source };
  } catch (problem) {
    if (problem instanceof ImportProblem) throw problem;
    throw new ImportProblem(`Filen kan ikke leses som GeoTIFF (${messageOf(problem)}). Lagre den på nytt i QGIS, og prøv igjen.`);
  }
}
