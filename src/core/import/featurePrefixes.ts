/** What identifiers of drawn features begin with; the number after it is the place in the layer's list of that kind. */
export const FEATURE_PREFIXES = { polygon: 'p', line: 'l', point: 'n' } as const;
