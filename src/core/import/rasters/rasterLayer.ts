import type { PlacedSystem } from '../coordinateSystem';
import type { LayerAbout } from '../takenLayer';
import type { GridPlacement } from './gridPlacement';

export const RASTER_KINDS = ['classes', 'values', 'picture'] as const;

/** What the cells hold: classes as whole numbers, values on a scale, or the colours of a picture. */
export type RasterKind = (typeof RASTER_KINDS)[number];

/** What a raster file says of itself. */
export interface RasterFacts {
  readonly name: string;
  readonly columns: number;
  readonly rows: number;
  readonly placement: GridPlacement;
  readonly system: PlacedSystem;
  /** Side of a cell in the middle of the raster, metres. */
  readonly cellMetres: number;
  readonly bands: number;
  /** As `8-bit heltall`, Norwegian. */
  readonly sampleText: string;
  readonly isWhole: boolean;
  /** The value of cells that hold none. */
  readonly noData: number | null;
  /** Red, green and blue in the file, not something measured. */
  readonly isPicture: boolean;
  /** `#rrggbb` by value, as the file's own colour table has it. */
  readonly colours: ReadonlyMap<number, string>;
  /** Unit of the values where the file states it. */
  readonly unit: string;
  /** Sizes that are read from: the raster itself, then its overviews, each coarser than the one before. */
  readonly levels: readonly { readonly columns: number; readonly rows: number }[];
  /** Norwegian. */
  readonly notes: readonly string[];
}

/** One class of a raster. */
export interface RasterClass {
  readonly value: number;
  readonly name: string;
  /** `#rrggbb`; null: not drawn. */
  readonly colour: string | null;
}

/** How a raster is read: what its cells mean. */
export interface RasterReading {
  readonly kind: RasterKind;
  /** Those seen, in ascending order; others are met with when they come. */
  readonly classes: readonly RasterClass[];
  /** Of the values, Norwegian; empty where it is not known. */
  readonly unit: string;
  /** What the colours run between. */
  readonly low: number;
  readonly high: number;
}

/** A raster that the user has taken in. The file itself is kept beside it. */
export interface RasterLayer {
  /** Small letters, digits and hyphens. */
  readonly id: string;
  readonly file: string;
  readonly facts: RasterFacts;
  readonly reading: RasterReading;
  readonly about: LayerAbout;
  /** Milliseconds since 1970. */
  readonly takenAt: number;
}
