/** Pixels for MapLibre: red, green, blue and opacity per pixel, row by row; not premultiplied. */
export interface MapImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Device pixels per CSS pixel that images are made for. */
export const IMAGE_PIXEL_RATIO = 2;

function channels(colour: string): readonly [number, number, number] {
  const packed = Number.parseInt(colour.slice(1), 16);
  return [(packed >> 16) & 255, (packed >> 8) & 255, packed & 255];
}

type Coverage = (x: number, y: number) => number;

/** A layer of an image: its colour where `coverage` (0–1, CSS pixels from the upper left) says so. */
interface Paint {
  readonly colour: string;
  readonly coverage: Coverage;
}

function render(widthPixels: number, heightPixels: number, paints: readonly Paint[]): MapImage {
  const width = Math.round(widthPixels * IMAGE_PIXEL_RATIO);
  const height = Math.round(heightPixels * IMAGE_PIXEL_RATIO);
  const data = new Uint8ClampedArray(width * height * 4);
  const layers = paints.map((paint) => ({ rgb: channels(paint.colour), coverage: paint.coverage }));
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const x = (column + 0.5) / IMAGE_PIXEL_RATIO;
      const y = (row + 0.5) / IMAGE_PIXEL_RATIO;
      let [red, green, blue, opacity] = [0, 0, 0, 0];
      for (const { rgb, coverage } of layers) {
        const over = Math.min(1, Math.max(0, coverage(x, y)));
        const result = over + opacity * (1 - over);
        if (result === 0) continue;
        const keep = (opacity * (1 - over)) / result;
        const take = over / result;
        red = red * keep + rgb[0] * take;
        green = green * keep + rgb[1] * take;
        blue = blue * keep + rgb[2] * take;
        opacity = result;
      }
      data.set([red, green, blue, opacity * 255], (row * width + column) * 4);
    }
  }
  return { width, height, data };
}

/** Coverage of a shape whose signed distance is given, with an edge one device pixel soft. */
function inside(distance: number): number {
  return 0.5 - distance * IMAGE_PIXEL_RATIO;
}

/**
 * Seamless diagonal hatch on a clear ground. `spacing` and `width` are CSS pixels along the axes;
 * `rising` lines run from lower left to upper right.
 */
export function hatchImage(colour: string, spacing: number, width: number, rising: boolean): MapImage {
  return render(spacing, spacing, [
    {
      colour,
      coverage: (x, y) => {
        const along = (((rising ? x + y : x - y) % spacing) + spacing) % spacing;
        const distance = Math.abs(along - spacing / 2) / Math.SQRT2;
        return inside(distance - width / 2);
      },
    },
  ]);
}

/** Seamless stipple: dots of `radius` in a quincunx of `spacing`, CSS pixels. */
export function stippleImage(colour: string, spacing: number, radius: number): MapImage {
  const toGrid = (value: number): number => value - spacing * Math.round(value / spacing);
  return render(spacing, spacing, [
    {
      colour,
      coverage: (x, y) =>
        Math.max(
          inside(Math.hypot(toGrid(x - spacing / 4), toGrid(y - spacing / 4)) - radius),
          inside(Math.hypot(toGrid(x - (3 * spacing) / 4), toGrid(y - (3 * spacing) / 4)) - radius),
        ),
    },
  ]);
}

/** A station: circle or square in an `edge` of its colour on a halo. Solid with a small pupil of `fill`, or hollow. */
export function stationImage(shape: 'circle' | 'square', fill: string, edge: string, halo: string, solid: boolean): MapImage {
  const size = 18;
  const radius = shape === 'circle' ? 5.4 : 4.9;
  const distance = (x: number, y: number): number => {
    const [dx, dy] = [Math.abs(x - size / 2), Math.abs(y - size / 2)];
    if (shape === 'circle') return Math.hypot(dx, dy) - radius;
    // Rounded by 1 px so that the corner does not look sharper than the circle beside it.
    return Math.hypot(Math.max(dx - radius + 1, 0), Math.max(dy - radius + 1, 0)) - 1;
  };
  return render(size, size, [
    { colour: halo, coverage: (x, y) => inside(distance(x, y) - 1.6) },
    { colour: edge, coverage: (x, y) => inside(distance(x, y)) },
    { colour: fill, coverage: (x, y) => inside(distance(x, y) + (solid ? 3.6 : 2)) },
  ]);
}

/** Warning triangle with an exclamation mark. */
export function warningImage(fill: string, mark: string, halo: string): MapImage {
  const size = 26;
  const [centre, top, base, half] = [size / 2, 4.2, 21.5, 10];
  const slope = Math.hypot(base - top, half);
  const distance = (x: number, y: number): number => {
    const side = ((base - top) * Math.abs(x - centre) - half * (y - top)) / slope;
    return Math.max(side, y - base);
  };
  const bar = (x: number, y: number): number => Math.max(Math.abs(x - centre) - 1.1, Math.abs(y - 12.9) - 3.2);
  const dot = (x: number, y: number): number => Math.hypot(x - centre, y - 18.6) - 1.3;
  return render(size, size, [
    { colour: halo, coverage: (x, y) => inside(distance(x, y) - 1.8) },
    { colour: fill, coverage: (x, y) => inside(distance(x, y)) },
    { colour: mark, coverage: (x, y) => Math.max(inside(bar(x, y)), inside(dot(x, y))) },
  ]);
}
