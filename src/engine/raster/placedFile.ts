import { placedByFiles } from '../../core/import/rasters/placedTiff';
import { BlobSource } from './blobSource';

/** Files beside a raster are short; of longer ones no more is read. */
const LONGEST_BESIDE_BYTES = 100_000;

/** A raster as a file that states its own place, where only files beside it do. The picture itself is not read. */
export async function placedFile(raster: File, beside: readonly File[]): Promise<File> {
  const files = beside.map((file) => ({ name: file.name, text: () => file.slice(0, LONGEST_BESIDE_BYTES).text() }));
  const place = await placedByFiles(raster.name, new BlobSource(raster), files);
  if (!place) return raster;
  const { head, tail } = place;
  return new File([head, raster.slice(head.length), tail], raster.name, { type: raster.type });
}
