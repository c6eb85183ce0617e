import './firstPicture.css';
import type { FillLayerSpecification, LayerSpecification, LineLayerSpecification } from 'maplibre-gl';
import type { Geometry, Position } from 'geojson';
import type { Dataset } from '../core/domain/dataset';
import type { MapFeatures } from './features';
import type { LayerSettings, MapPadding } from './mapTypes';
import { openingBounds, OPENING_MARGIN_PIXELS } from './openingView';
import { passes, stillColour, type StillFeature, stillNumber } from './stillExpressions';
import type { MapStyle } from './style';

/** The map's tiles are so many pixels wide at zoom 0, as MapLibre counts. */
const WORLD_PIXELS = 512;

interface Camera {
  readonly zoom: number;
  /** CSS pixels of a position. */
  readonly place: (position: Position) => readonly [number, number];
}

/** Web Mercator, the whole world from 0 to 1. */
function mercator(longitude: number, latitude: number): readonly [number, number] {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return [longitude / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** Where the live map will open: the same rectangle fitted between the panels. */
function openingCamera(dataset: Pick<Dataset, 'parameters'>, width: number, height: number, padding: MapPadding): Camera {
  const [west, south, east, north] = openingBounds(dataset.parameters);
  const [left, bottom] = mercator(west, south);
  const [right, top] = mercator(east, north);
  const wide = width - padding.left - padding.right - 2 * OPENING_MARGIN_PIXELS;
  const high = height - padding.top - padding.bottom - 2 * OPENING_MARGIN_PIXELS;
  const scale = Math.max(1, Math.min(wide / (right - left), high / (bottom - top)));
  const originX = (padding.left + width - padding.right) / 2 - (scale * (left + right)) / 2;
  const originY = (padding.top + height - padding.bottom) / 2 - (scale * (top + bottom)) / 2;
  return {
    zoom: Math.log2(scale / WORLD_PIXELS),
    place: ([longitude = 0, latitude = 0]) => {
      const [x, y] = mercator(longitude, latitude);
      return [originX + scale * x, originY + scale * y];
    },
  };
}

function trace(path: Path2D, positions: readonly Position[], camera: Camera): void {
  positions.forEach((position, index) => {
    const [x, y] = camera.place(position);
    if (index === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  });
}

function pathOf(geometry: Geometry, camera: Camera): Path2D {
  const path = new Path2D();
  if (geometry.type === 'LineString') trace(path, geometry.coordinates, camera);
  if (geometry.type === 'MultiPolygon') {
    for (const ring of geometry.coordinates.flat()) {
      trace(path, ring, camera);
      path.closePath();
    }
  }
  return path;
}

interface DrawnFeature extends StillFeature {
  readonly path: Path2D;
}

function drawnFeatures(data: MapFeatures, camera: Camera): readonly DrawnFeature[] {
  return data.features.map(({ geometry, properties }) => ({
    geometryType: geometry.type === 'MultiPolygon' ? 'Polygon' : geometry.type === 'LineString' ? 'LineString' : 'Point',
    properties,
    path: pathOf(geometry, camera),
  }));
}

function drawFill(context: CanvasRenderingContext2D, { paint }: FillLayerSpecification, feature: DrawnFeature, zoom: number): void {
  const colour = stillColour(paint?.['fill-color'], feature, zoom);
  const opacity = stillNumber(paint?.['fill-opacity'], feature, zoom, 1);
  if (colour === null || opacity === null) return;
  context.globalAlpha *= opacity;
  context.fillStyle = colour;
  context.fill(feature.path, 'evenodd');
}

function drawLine(context: CanvasRenderingContext2D, { paint }: LineLayerSpecification, feature: DrawnFeature, zoom: number): void {
  const colour = stillColour(paint?.['line-color'], feature, zoom);
  const opacity = stillNumber(paint?.['line-opacity'], feature, zoom, 1);
  const width = stillNumber(paint?.['line-width'], feature, zoom, 1);
  // Soft and shifted lines are the live map's finish: drawn hard and in place they would mislead.
  if (colour === null || opacity === null || width === null || paint?.['line-blur'] || paint?.['line-offset']) return;
  const dashes: unknown = paint?.['line-dasharray'];
  context.globalAlpha *= opacity;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineJoin = 'round';
  context.setLineDash(Array.isArray(dashes) ? dashes.map((part) => Number(part) * width) : []);
  context.stroke(feature.path);
}

function isDrawn(spec: LayerSpecification): spec is FillLayerSpecification | LineLayerSpecification {
  return (spec.type === 'fill' || spec.type === 'line') && spec.layout?.visibility !== 'none';
}

/**
 * Draws the opening view in `canvas` with the browser's own pencil, from the same style as the live map: what covers
 * ground and what runs across it, without names. It is there at once, while the live map still gets ready, and it stays
 * where that cannot be drawn at all.
 */
export function drawFirstPicture(
  canvas: HTMLCanvasElement,
  dataset: Pick<Dataset, 'parameters'>,
  style: MapStyle,
  settings: LayerSettings,
  padding: MapPadding,
): void {
  const { clientWidth: width, clientHeight: height } = canvas;
  const context = canvas.getContext('2d');
  if (!context || width === 0 || height === 0) return;
  canvas.width = Math.round(width * devicePixelRatio);
  canvas.height = Math.round(height * devicePixelRatio);
  context.scale(devicePixelRatio, devicePixelRatio);
  const camera = openingCamera(dataset, width, height, padding);
  const known = new Map<string, readonly DrawnFeature[]>();
  const featuresOf = (name: string): readonly DrawnFeature[] => {
    let features = known.get(name);
    if (!features) {
      const source = style.specification.sources[name];
      features = source?.type === 'geojson' ? drawnFeatures(source.data as MapFeatures, camera) : [];
      known.set(name, features);
    }
    return features;
  };
  for (const { spec, group } of style.layers) {
    const { visible, opacity } = (group === null ? null : settings.get(group)) ?? { visible: true, opacity: 1 };
    if (!visible) continue;
    if (spec.type === 'background') {
      const ground = spec.paint?.['background-color'];
      if (typeof ground === 'string') context.fillStyle = ground;
      context.fillRect(0, 0, width, height);
    }
    if (!isDrawn(spec)) continue;
    for (const feature of featuresOf(spec.source)) {
      if (!passes(spec.filter, feature, camera.zoom)) continue;
      context.save();
      context.globalAlpha = opacity;
      if (spec.type === 'fill') drawFill(context, spec, feature, camera.zoom);
      else drawLine(context, spec, feature, camera.zoom);
      context.restore();
    }
  }
}
