import { CANVAS_FAMILY } from './fonts';
import { PAGE, placeLegend, wrapText } from './imageLayout';
import type { LayerGroup } from './layerGroups';
import { drawEntry } from './legendDrawing';
import { PALETTE } from './palette';
import type { ScaleBar } from './scaleBar';

/** What is drawn around the map on an exported picture. */
export interface PictureContent {
  readonly map: CanvasImageSource;
  readonly title: string;
  readonly subtitle: string;
  /** Empty for no legend. */
  readonly legend: readonly LayerGroup[];
  readonly attributionLines: readonly string[];
  readonly scale: ScaleBar;
}

const NOTE_FONT = `400 12px ${CANVAS_FAMILY}`;
const NOTE_LINE = 17;
const TITLE_HIGH = 54;
const SUBTITLE_HIGH = 26;

/** Size of the map on the picture, CSS pixels. */
export const PICTURE_MAP = { wide: PAGE.wide - 2 * PAGE.margin, high: PAGE.mapHigh } as const;

type Context = CanvasRenderingContext2D;

function plate(context: Context, x: number, y: number, wide: number, high: number): void {
  context.fillStyle = 'rgba(251, 249, 244, 0.88)';
  context.beginPath();
  context.roundRect(x, y, wide, high, 6);
  context.fill();
}

/** North arrow: half dark, half light, with its letter. The map is always north up. */
function drawNorth(context: Context, x: number, y: number): void {
  plate(context, x - 26, y - 34, 52, 76);
  context.fillStyle = PALETTE.text;
  context.font = `700 16px ${CANVAS_FAMILY}`;
  context.textAlign = 'center';
  context.fillText('N', x, y - 16);
  context.lineWidth = 1.4;
  context.strokeStyle = PALETTE.text;
  context.lineJoin = 'round';
  for (const [side, colour] of [
    [-1, PALETTE.text],
    [1, PALETTE.halo],
  ] as const) {
    context.beginPath();
    context.moveTo(x, y - 10);
    context.lineTo(x + side * 12, y + 32);
    context.lineTo(x, y + 23);
    context.closePath();
    context.fillStyle = colour;
    context.fill();
    context.stroke();
  }
  context.textAlign = 'left';
}

/** Scale bar in two halves, dark and light. */
function drawScale(context: Context, scale: ScaleBar, x: number, y: number): void {
  plate(context, x - 14, y - 30, scale.pixels + 28, 48);
  context.strokeStyle = PALETTE.text;
  context.lineWidth = 1.2;
  context.fillStyle = PALETTE.halo;
  context.fillRect(x, y, scale.pixels, 7);
  context.fillStyle = PALETTE.text;
  context.fillRect(x, y, scale.pixels / 2, 7);
  context.strokeRect(x, y, scale.pixels, 7);
  context.font = `500 13px ${CANVAS_FAMILY}`;
  context.fillText('0', x, y - 8);
  context.textAlign = 'right';
  context.fillText(scale.text, x + scale.pixels, y - 8);
  context.textAlign = 'left';
}

/** Draws the picture, `pixelRatio` device pixels to a CSS pixel. Throws with a Norwegian message when the browser gives no canvas. */
export function drawPicture(content: PictureContent, pixelRatio: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  // A canvas in memory, not on the graphics card: it is read back at once.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('Nettleseren lar ikke siden tegne bilder. Prøv en annen nettleser.');
  const head = (content.title === '' ? 0 : TITLE_HIGH) + (content.subtitle === '' ? 0 : SUBTITLE_HIGH);
  const mapTop = PAGE.margin + head;
  const legend = placeLegend(content.legend, mapTop + PAGE.mapHigh + 26);
  context.font = NOTE_FONT;
  const notes = content.attributionLines.flatMap((line) =>
    wrapText(line, PICTURE_MAP.wide, (text) => context.measureText(text).width),
  );
  const high = legend.bottom + 14 + notes.length * NOTE_LINE + PAGE.margin / 2;

  canvas.width = PAGE.wide * pixelRatio;
  canvas.height = Math.ceil(high * pixelRatio);
  context.scale(pixelRatio, pixelRatio);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, PAGE.wide, high);
  context.fillStyle = PALETTE.text;
  context.font = `700 36px ${CANVAS_FAMILY}`;
  context.fillText(content.title, PAGE.margin, PAGE.margin + 30);
  context.fillStyle = PALETTE.textMuted;
  context.font = `400 18px ${CANVAS_FAMILY}`;
  context.fillText(content.subtitle, PAGE.margin, mapTop - 16);

  context.drawImage(content.map, PAGE.margin, mapTop, PICTURE_MAP.wide, PICTURE_MAP.high);
  context.strokeStyle = '#cfcac0';
  context.lineWidth = 1;
  context.strokeRect(PAGE.margin, mapTop, PICTURE_MAP.wide, PICTURE_MAP.high);
  drawNorth(context, PAGE.margin + PICTURE_MAP.wide - 46, mapTop + 54);
  drawScale(context, content.scale, PAGE.margin + 34, mapTop + PICTURE_MAP.high - 38);

  for (const item of legend.items) {
    if (item.kind === 'entry') {
      drawEntry(context, item.entry, item.x, item.y);
      continue;
    }
    context.fillStyle = PALETTE.text;
    context.font = `700 14px ${CANVAS_FAMILY}`;
    context.fillText(item.text, item.x, item.y + 14);
  }
  context.fillStyle = PALETTE.textMuted;
  context.font = NOTE_FONT;
  notes.forEach((line, index) => context.fillText(line, PAGE.margin, legend.bottom + 14 + (index + 1) * NOTE_LINE - 4));
  return canvas;
}
