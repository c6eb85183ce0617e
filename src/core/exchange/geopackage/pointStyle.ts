import { escaped } from '../report/text';
import { channels } from './fillStyle';

/** How points are drawn: a dark square with a light edge, as stations are on the map. */
const FILL = '#2b2a33';
const EDGE = '#ffffff';
const SIZE_MILLIMETRES = 3;

/** A QGIS style for points of one kind. */
export function pointQml(): string {
  const options = {
    name: 'square',
    color: channels(FILL),
    outline_color: channels(EDGE),
    outline_style: 'solid',
    outline_width: '0.3',
    outline_width_unit: 'MM',
    size: String(SIZE_MILLIMETRES),
    size_unit: 'MM',
  };
  const entries = Object.entries(options);
  // Versions before 3.22 read the props, later ones the options.
  const map = entries.map(([key, value]) => `<Option type="QString" name="${key}" value="${value}"/>`).join('');
  const props = entries.map(([key, value]) => `<prop k="${key}" v="${value}"/>`).join('');
  const symbol = `<symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map">${map}</Option>${props}</layer></symbol>`;
  return `<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version="3.22.0" styleCategories="Symbology"><renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0"><symbols>${symbol}</symbols></renderer-v2></qgis>`;
}

/** The same as an SLD 1.1, for tools that do not read QGIS styles. */
export function pointSld(layer: string, label: string): string {
  const mark = `<se:Mark><se:WellKnownName>square</se:WellKnownName><se:Fill><se:SvgParameter name="fill">${FILL}</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">${EDGE}</se:SvgParameter></se:Stroke></se:Mark>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se" version="1.1.0"><NamedLayer><se:Name>${escaped(layer)}</se:Name><UserStyle><se:FeatureTypeStyle><se:Rule><se:Name>${escaped(label)}</se:Name><se:PointSymbolizer><se:Graphic>${mark}<se:Size>${SIZE_MILLIMETRES * 4}</se:Size></se:Graphic></se:PointSymbolizer></se:Rule></se:FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>`;
}
