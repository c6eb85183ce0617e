import { CANVAS_FAMILY } from './fonts';
import type { LegendEntry, LegendSwatch } from './layerGroups';
import { PALETTE } from './palette';

type Context = CanvasRenderingContext2D;

/** Size of a swatch, CSS pixels. */
const SWATCH = { wide: 30, high: 16 } as const;
const RAMP = { wide: 190, high: 12 } as const;
const TEXT_PIXELS = 14;
const HATCH_PIXELS = 6;

/** Height that an entry takes in a legend, CSS pixels. */
export function entryHeight(entry: LegendEntry): number {
  return entry.swatch.kind === 'ramp' ? 58 : 25;
}

/** A value of a ramp in Norwegian: comma for the decimals. */
export function rampLabel(value: number): string {
  return `${value}`.replace('.', ',').replace('-', '−');
}

function drawBox(context: Context, x: number, y: number, swatch: Extract<LegendSwatch, { kind: 'fill' | 'hatch' }>): void {
  context.fillStyle = swatch.colour;
  context.fillRect(x, y, SWATCH.wide, SWATCH.high);
  if (swatch.kind === 'hatch') {
    context.save();
    context.beginPath();
    context.rect(x, y, SWATCH.wide, SWATCH.high);
    context.clip();
    context.strokeStyle = swatch.hatch;
    context.lineWidth = 1.2;
    context.beginPath();
    for (let offset = -SWATCH.high; offset < SWATCH.wide; offset += HATCH_PIXELS) {
      context.moveTo(x + offset, y + SWATCH.high);
      context.lineTo(x + offset + SWATCH.high, y);
    }
    context.stroke();
    context.restore();
  }
  if (swatch.edge === null) return;
  context.strokeStyle = swatch.edge;
  context.lineWidth = 1;
  context.strokeRect(x + 0.5, y + 0.5, SWATCH.wide - 1, SWATCH.high - 1);
}

function strokeAcross(context: Context, x: number, y: number, colour: string, width: number, dash: readonly number[] = []): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.setLineDash([...dash]);
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + SWATCH.wide, y);
  context.stroke();
  context.setLineDash([]);
}

function drawPoint(context: Context, x: number, y: number, swatch: Extract<LegendSwatch, { kind: 'circle' | 'square' }>): void {
  context.fillStyle = swatch.colour;
  context.strokeStyle = swatch.edge;
  context.lineWidth = 2;
  context.beginPath();
  if (swatch.kind === 'circle') context.arc(x, y, 5, 0, 2 * Math.PI);
  else context.rect(x - 5, y - 5, 10, 10);
  context.fill();
  context.stroke();
}

function drawRamp(context: Context, x: number, y: number, { ramp }: Extract<LegendSwatch, { kind: 'ramp' }>): void {
  const gradient = context.createLinearGradient(x, 0, x + RAMP.wide, 0);
  const steps = Math.max(1, ramp.length - 1);
  ramp.forEach(([, colour], index) => gradient.addColorStop(index / steps, colour));
  context.fillStyle = gradient;
  context.fillRect(x, y, RAMP.wide, RAMP.high);
  context.fillStyle = PALETTE.textMuted;
  context.font = `500 11px ${CANVAS_FAMILY}`;
  context.textAlign = 'center';
  ramp.forEach(([value], index) => context.fillText(rampLabel(value), x + (RAMP.wide * index) / steps, y + RAMP.high + 14));
  context.textAlign = 'left';
}

/** Draws one entry of a legend with its upper left corner at `x`, `y`. */
export function drawEntry(context: Context, entry: LegendEntry, x: number, y: number): void {
  const { swatch } = entry;
  const middle = y + SWATCH.high / 2;
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  if (swatch.kind === 'ramp') drawRamp(context, x, y + 20, swatch);
  else if (swatch.kind === 'fill' || swatch.kind === 'hatch') drawBox(context, x, y, swatch);
  else if (swatch.kind === 'circle' || swatch.kind === 'square') drawPoint(context, x + SWATCH.wide / 2, middle, swatch);
  else if (swatch.kind === 'dashedLine') strokeAcross(context, x, middle, swatch.colour, swatch.width, swatch.dash);
  else if (swatch.kind === 'railway') {
    strokeAcross(context, x, middle, swatch.colour, swatch.width);
    strokeAcross(context, x + 3, middle, swatch.colour, 8, [1.5, 6.5]);
  } else {
    if (swatch.casing !== null) strokeAcross(context, x, middle, swatch.casing, swatch.width + 3);
    strokeAcross(context, x, middle, swatch.colour, swatch.width);
  }
  context.fillStyle = PALETTE.text;
  context.font = `400 ${TEXT_PIXELS}px ${CANVAS_FAMILY}`;
  context.fillText(entry.text, swatch.kind === 'ramp' ? x : x + SWATCH.wide + 10, y + 13);
}
