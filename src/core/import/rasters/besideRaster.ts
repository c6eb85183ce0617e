import { systemNamed, type SystemId } from '../coordinateSystem';
import { systemOfWkt } from '../systemOfWkt';
import { inverted, toWorld, type GridPlacement } from './gridPlacement';

/** Where a raster lies, as the files beside it have it. */
export interface PlaceBeside {
  readonly placement: GridPlacement;
  /** Null where no file says. */
  readonly system: SystemId | null;
}

const RASTER_END = /\.tiff?$/iu;

/** Ends of the names of files that go with a raster: after its name without the end, and after its whole name. */
const ENDS = { world: ['.tfw', '.tifw', '.tiffw', '.wld'], system: ['.prj'], gdal: ['.aux.xml'] } as const;

/** What a file is to the raster that it lies beside. */
export type BesideKind = keyof typeof ENDS;

/** What a file beside a raster is called, in small letters, each way it may be. */
function namesOf(kind: BesideKind, raster: string): readonly string[] {
  const whole = raster.toLowerCase();
  const base = whole.replace(RASTER_END, '');
  return ENDS[kind].flatMap((end) => [`${base}${end}`, `${whole}${end}`]);
}

/** Files by what they are to a raster: its world file, its coordinate system, what GDAL keeps of it. */
export function filesBeside<Named extends { readonly name: string }>(raster: string, files: readonly Named[]): ReadonlyMap<BesideKind, Named> {
  const found = new Map<BesideKind, Named>();
  for (const kind of ['world', 'system', 'gdal'] as const) {
    const names = namesOf(kind, raster);
    const file = files.find(({ name }) => names.includes(name.toLowerCase()));
    if (file) found.set(kind, file);
  }
  return found;
}

function numbersIn(text: string): readonly number[] {
  return text.trim().split(/[\s;]+/u).map((word) => Number(word.replace(',', '.')));
}

function sound(placement: GridPlacement): GridPlacement | null {
  return placement.every(Number.isFinite) && inverted(placement) ? placement : null;
}

/**
 * The placement in a world file: six numbers, a, d, b, e, and the place of the middle of the first cell (Esri, «World files
 * for raster datasets»). Null for any other text.
 */
export function placementInWorldFile(text: string): GridPlacement | null {
  const numbers = numbersIn(text);
  if (numbers.length !== 6) return null;
  const [a = 0, d = 0, b = 0, e = 0, x = 0, y = 0] = numbers;
  const [c, f] = toWorld([a, b, x, d, e, y], -0.5, -0.5);
  return sound([a, b, c, d, e, f]);
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** Placement and system that GDAL has kept beside a raster (.aux.xml, «GeoTransform» from corner to corner, and «SRS»). */
function keptByGdal(xml: string): { readonly placement: GridPlacement | null; readonly system: SystemId | null } {
  const [c = 0, a = 0, b = 0, f = 0, d = 0, e = 0, ...rest] = (/<GeoTransform>([^<]+)<\/GeoTransform>/u.exec(xml)?.[1] ?? '').split(',').map(Number);
  const srs = unescaped(/<SRS\b[^>]*>([^<]+)<\/SRS>/u.exec(xml)?.[1] ?? '');
  return { placement: rest.length === 0 ? sound([a, b, c, d, e, f]) : null, system: srs === '' ? null : (systemOfWkt(srs) ?? systemNamed(srs)) };
}

/** Where the files beside a raster say that it lies, from their texts; null where none says anything that makes sense. */
export function placeBeside(texts: ReadonlyMap<BesideKind, string>): PlaceBeside | null {
  const gdal = keptByGdal(texts.get('gdal') ?? '');
  const placement = placementInWorldFile(texts.get('world') ?? '') ?? gdal.placement;
  const wkt = texts.get('system') ?? '';
  return placement && { placement, system: (wkt === '' ? null : systemOfWkt(wkt)) ?? gdal.system };
}
