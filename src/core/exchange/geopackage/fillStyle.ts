import { escaped } from '../report/text';

/** How one class of a layer is drawn. */
export interface FillClass {
  /** Value of the attribute that tells the classes apart; null when every object is of this class. */
  readonly value: string | null;
  readonly label: string;
  readonly fill: string;
  readonly pattern: 'solid' | 'hatch' | 'none';
  readonly outline: string;
  /** Millimetres on paper. */
  readonly outlineWidth: number;
  readonly dashed?: boolean;
}

const BRUSHES: Readonly<Record<FillClass['pattern'], string>> = { solid: 'solid', hatch: 'b_diagonal', none: 'no' };

/** A colour as QGIS writes it, opaque. */
export function channels(colour: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return [...parts, 255].join(',');
}

function qmlSymbol({ fill, pattern, outline, outlineWidth, dashed }: FillClass, name: number): string {
  const options = {
    color: channels(fill),
    style: BRUSHES[pattern],
    outline_color: channels(outline),
    outline_style: dashed ? 'dash' : 'solid',
    outline_width: String(outlineWidth),
    outline_width_unit: 'MM',
    joinstyle: 'miter',
  };
  const entries = Object.entries(options);
  // Versions before 3.22 read the props, later ones the options.
  const map = entries.map(([key, value]) => `<Option type="QString" name="${key}" value="${value}"/>`).join('');
  const props = entries.map(([key, value]) => `<prop k="${key}" v="${value}"/>`).join('');
  return `<symbol type="fill" name="${name}" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map">${map}</Option>${props}</layer></symbol>`;
}

/** A QGIS style: objects drawn by the value of `attribute`. */
export function qmlStyle(attribute: string, classes: readonly FillClass[]): string {
  const symbols = `<symbols>${classes.map(qmlSymbol).join('')}</symbols>`;
  const isSingle = classes.length === 1 && classes[0]?.value === null;
  const categories = classes
    .map(({ value, label }, index) => `<category render="true" symbol="${index}" value="${escaped(value ?? '')}" label="${escaped(label)}"/>`)
    .join('');
  const renderer = isSingle
    ? `<renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0">${symbols}</renderer-v2>`
    : `<renderer-v2 type="categorizedSymbol" attr="${escaped(attribute)}" symbollevels="0" enableorderby="0" forceraster="0"><categories>${categories}</categories>${symbols}</renderer-v2>`;
  return `<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version="3.22.0" styleCategories="Symbology">${renderer}</qgis>`;
}

function sldFill({ fill, pattern }: FillClass): string {
  if (pattern === 'none') return '';
  if (pattern === 'solid') return `<se:Fill><se:SvgParameter name="fill">${fill}</se:SvgParameter></se:Fill>`;
  return `<se:Fill><se:GraphicFill><se:Graphic><se:Mark><se:WellKnownName>slash</se:WellKnownName><se:Stroke><se:SvgParameter name="stroke">${fill}</se:SvgParameter></se:Stroke></se:Mark></se:Graphic></se:GraphicFill></se:Fill>`;
}

/** The same as an SLD 1.1, for tools that do not read QGIS styles. */
export function sldStyle(layer: string, attribute: string, classes: readonly FillClass[]): string {
  const rules = classes.map((fillClass) => {
    const { value, label, outline, outlineWidth, dashed } = fillClass;
    const filter =
      value === null
        ? ''
        : `<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>${escaped(attribute)}</ogc:PropertyName><ogc:Literal>${escaped(value)}</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>`;
    const dash = dashed ? '<se:SvgParameter name="stroke-dasharray">4 2</se:SvgParameter>' : '';
    const stroke = `<se:Stroke><se:SvgParameter name="stroke">${outline}</se:SvgParameter><se:SvgParameter name="stroke-width">${outlineWidth * 4}</se:SvgParameter>${dash}</se:Stroke>`;
    return `<se:Rule><se:Name>${escaped(label)}</se:Name>${filter}<se:PolygonSymbolizer>${sldFill(fillClass)}${stroke}</se:PolygonSymbolizer></se:Rule>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se" version="1.1.0"><NamedLayer><se:Name>${escaped(layer)}</se:Name><UserStyle><se:FeatureTypeStyle>${rules.join('')}</se:FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>`;
}
