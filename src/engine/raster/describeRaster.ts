import type { SystemId } from '../../core/import/coordinateSystem';
import type { LonLatBox } from '../../core/import/importedLayer';
import { extentOf } from '../../core/import/rasters/rasterExtent';
import type { RasterFacts } from '../../core/import/rasters/rasterLayer';
import { RasterSampler, recogniseRaster, type RasterRecognition, type RasterSample } from '../../core/import/rasters/recogniseRaster';
import { CellReader } from './cells';
import { openRaster } from './openRaster';

/** A raster that can be taken in, and what it seems to be. */
export interface RasterCandidate {
  readonly facts: RasterFacts;
  readonly recognition: RasterRecognition;
  /** What a part of it holds. */
  readonly sample: RasterSample;
  /** It covers some of the municipality. */
  readonly isHere: boolean;
}

/** A level of at most so many cells is looked at whole. */
const MOST_WHOLE_CELLS = 1_100_000;
const PATCH_CELLS = 128;
const PATCHES_EACH_WAY = 7;

/** Degrees about a municipality in which a raster of it may lie. */
const MARGIN_DEGREES = 0.02;

async function sampled(reader: CellReader, { levels, columns, rows, noData }: RasterFacts): Promise<RasterSample> {
  const sampler = new RasterSampler(noData);
  const whole = levels.findIndex((level) => level.columns * level.rows <= MOST_WHOLE_CELLS);
  // Overviews may be averages of classes: only where the file has no small enough raster are patches of it looked at.
  if (whole === 0) {
    sampler.add(await reader.level(0).read({ left: 0, top: 0, right: columns, bottom: rows }));
    return sampler.finish();
  }
  const level = reader.level(0);
  for (let patch = 0; patch < PATCHES_EACH_WAY ** 2; patch += 1) {
    const left = Math.floor(((patch % PATCHES_EACH_WAY) / PATCHES_EACH_WAY) * columns);
    const top = Math.floor((Math.floor(patch / PATCHES_EACH_WAY) / PATCHES_EACH_WAY) * rows);
    sampler.add(await level.read({ left, top, right: Math.min(columns, left + PATCH_CELLS), bottom: Math.min(rows, top + PATCH_CELLS) }));
  }
  return sampler.finish();
}

function coversPlace(facts: RasterFacts, near: LonLatBox): boolean {
  const extent = extentOf(facts);
  return (
    extent !== null &&
    extent.west < near.east + MARGIN_DEGREES &&
    extent.east > near.west - MARGIN_DEGREES &&
    extent.south < near.north + MARGIN_DEGREES &&
    extent.north > near.south - MARGIN_DEGREES
  );
}

/** Reads what a raster is and what it seems to hold. Rejects with ImportProblem. */
export async function describeRaster(file: Blob, name: string, near: LonLatBox, chosen: SystemId | null): Promise<RasterCandidate> {
  const raster = await openRaster(file, name, near, chosen);
  const sample = raster.facts.isPicture ? new RasterSampler(null).finish() : await sampled(new CellReader(raster), raster.facts);
  return { facts: raster.facts, recognition: recogniseRaster(raster.facts, sample), sample, isHere: coversPlace(raster.facts, near) };
}
