import { PALETTE } from './palette';

// Glyphs are drawn from the fonts of the page or the machine. The first name tells MapLibre weight and slant;
// no font carries it, so the browser goes on to the names behind.
const FAMILIES = ['Inter Variable', 'Inter', 'Segoe UI', 'Helvetica Neue', 'Arial', 'Liberation Sans', 'DejaVu Sans'];

export const REGULAR = ['Inter Variable Medium', ...FAMILIES];
export const BOLD = ['Inter Variable Bold', ...FAMILIES];
export const ITALIC = ['Inter Variable Italic', ...FAMILIES];

/** The same fonts for text on a canvas. */
export const CANVAS_FAMILY = [...FAMILIES.map((name) => `"${name}"`), 'sans-serif'].join(', ');

/** Paint that lifts a text off the ground. */
export const HALO = { 'text-halo-color': PALETTE.halo, 'text-halo-width': 1.4, 'text-halo-blur': 0.3 } as const;
