/** Fewer dwellings than this are rounding, not a lack of room. */
export const NOTICEABLE_DWELLINGS = 0.5;
