import { z } from 'zod';
import type { LonLat } from '../../core/geometry/shapes';

/** A place on the map that the user has put by, to come back to. */
export interface SavedView {
  readonly name: string;
  readonly centre: LonLat;
  readonly zoom: number;
}

const KEY = 'smabymodellen-visninger';

const savedViews = z.array(
  z.object({ name: z.string().max(120), centre: z.tuple([z.number(), z.number()]), zoom: z.number().min(0).max(24) }),
);

/** The views put by in this browser for a municipality; none where there are none or they are not understood. */
export function readSavedViews(municipality: string): readonly SavedView[] {
  try {
    const read = savedViews.safeParse(JSON.parse(localStorage.getItem(`${KEY}-${municipality}`) ?? '[]'));
    return read.success ? read.data : [];
  } catch {
    return [];
  }
}

/** Puts the views by; where the browser keeps nothing they last as long as the page. */
export function writeSavedViews(municipality: string, views: readonly SavedView[]): void {
  try {
    localStorage.setItem(`${KEY}-${municipality}`, JSON.stringify(views));
  } catch {
    // The page tells of missing storage where it opens.
  }
}
