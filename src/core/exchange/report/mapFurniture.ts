import { layersOf } from '../../domain/dataset';
import { ZONE_ROLES, type LayerRole, type ZoneRole } from '../../domain/catalogue';
import { areaDwellings } from '../../domain/developmentArea';
import { countedMeasures } from '../../domain/measure';
import type { ExportedScenario } from '../exportedScenario';
import { DENSITY_INK, INK, ZONE_INK } from './ink';
import { rasterLegend } from './rasterLegend';
import { scaleBarMetres, type MapFrame } from './mapFrame';
import { box, ramp, type LegendEntry } from './swatches';
import { stationsInService, tracksOf } from './scenarioMap';
import { coordinate, decimal, escaped } from './text';

/** A north arrow with its letter, 8 mm high, from the upper left corner given. North of the grid, not of the compass. */
export function northArrow(x: number, y: number): string {
  const at = `transform="translate(${coordinate(x)} ${coordinate(y)})"`;
  return `<g ${at} role="img" aria-label="Nord er opp i kartet (rutenettets nord, EPSG:25832)"><circle cx="4" cy="5.4" r="4.6" fill="${INK.halo}" fill-opacity="0.85"/><path d="M4 1.2L6.2 8.2L4 6.9Z" fill="${INK.text}"/><path d="M4 1.2L1.8 8.2L4 6.9Z" fill="${INK.halo}" stroke="${INK.text}" stroke-width="0.2"/><text x="4" y="0.6" text-anchor="middle" font-size="2.6" font-weight="600" fill="${INK.text}">N</text></g>`;
}

/** A scale bar in two halves with its length, its lower left corner at the place given, no longer than `most` millimetres. */
export function scaleBar(frame: MapFrame, x: number, y: number, most = 45): string {
  const metres = scaleBarMetres(frame, most);
  const long = (metres * 1000) / frame.scale;
  const label = metres >= 1000 ? `${decimal(metres / 1000, 0)} km` : `${decimal(metres, 0)} m`;
  const text = (at: number, words: string): string =>
    `<text x="${coordinate(at)}" y="-2" text-anchor="middle" font-size="2.4" fill="${INK.text}">${words}</text>`;
  return `<g transform="translate(${coordinate(x)} ${coordinate(y)})"><rect x="-3" y="-5.6" width="${coordinate(long + 14)}" height="7.4" fill="${INK.halo}" fill-opacity="0.85"/><rect y="-1.2" width="${coordinate(long)}" height="1.2" fill="#ffffff" stroke="${INK.text}" stroke-width="0.2"/><rect y="-1.2" width="${coordinate(long / 2)}" height="1.2" fill="${INK.text}"/>${text(0, '0')}${text(long, label)}</g>`;
}

const line = (colour: string, width: number, rest = ''): string => `<path d="M0.3 2H7.7" stroke="${colour}" stroke-width="${width}" ${rest}/>`;

const ZONE_NAMES: Readonly<Record<ZoneRole, string>> = {
  natureReserve: 'Naturvernområde',
  flood: 'Flomsone',
  quickClay: 'Kvikkleiresone',
  noise: 'Støysone',
  valuableNature: 'Verdifull natur',
};

/** What the map's colours and symbols mean, for those that are on the map. */
export function legendEntries(exported: ExportedScenario, prefix: string): readonly LegendEntry[] {
  const { dataset, scenario, evaluation } = exported;
  const has = (role: LayerRole): boolean => layersOf(dataset, role).length > 0;
  const stations = stationsInService(exported);
  const isBuilt = [...scenario.areas.values()].some((area) => areaDwellings(area) > 0);
  const list: readonly (LegendEntry | false)[] = [
    isBuilt && { name: `Felt, 0–${decimal(DENSITY_INK.at(-1)?.[0] ?? 0, 0)} boliger per daa`, swatch: ramp(DENSITY_INK.map(([, colour]) => colour)) },
    !evaluation.permitted && { name: 'Felt som ikke er tillatt', swatch: box(`url(#${prefix}-forbidden)`, `stroke="${INK.forbidden}" stroke-width="0.4"`) },
    countedMeasures(scenario.measures, 'addedGreen').length > 0 && { name: 'Nytt grønt', swatch: box(INK.addedGreen, `stroke="${INK.markaEdge}" stroke-width="0.3"`) },
    countedMeasures(scenario.measures, 'protection').length > 0 && {
      name: 'Vern i scenariet',
      swatch: box(`url(#${prefix}-protection)`, `stroke="${INK.markaEdge}" stroke-width="0.4"`),
    },
    dataset.towns.length > 0 && { name: 'Småby', swatch: box('none', `stroke="${INK.town}" stroke-width="0.5"`) },
    stations.some(({ mode }) => mode === 'train') && {
      name: 'Togstasjon',
      swatch: `<rect x="3.05" y="1.05" width="1.9" height="1.9" fill="${INK.station}"/>`,
    },
    stations.some(({ mode }) => mode === 'metro') && { name: 'T-banestasjon', swatch: `<circle cx="4" cy="2" r="1" fill="${INK.station}"/>` },
    stations.some(({ status }) => status.kind !== 'inOperation') && {
      name: 'Stasjon som ikke er åpnet',
      swatch: `<circle cx="4" cy="2" r="1" fill="#ffffff" stroke="${INK.station}" stroke-width="0.3"/>`,
    },
    stations.length > 0 && {
      name: '500 og 1000 m gange, som luftlinje',
      swatch: `<circle cx="4" cy="2" r="1.8" fill="none" stroke="${INK.ring}" stroke-width="0.2" stroke-dasharray="0.9 0.7"/>`,
    },
    ...tracksOf(exported).map(({ mode, title, colour, project }) =>
      mode === 'train'
        ? { name: title, swatch: line(INK.railway, 0.4) + line(INK.railway, 1.3, 'stroke-dasharray="0.18 1.3"') }
        : { name: project === null ? title : `${title}, ikke åpnet`, swatch: line(colour, 0.65, project === null ? '' : 'stroke-dasharray="1.4 0.8"') },
    ),
    has('marka') && { name: 'Marka', swatch: box(INK.marka) + box(`url(#${prefix}-marka)`, `stroke="${INK.markaEdge}" stroke-width="0.3"`) },
    has('green') && { name: 'Annet grønt', swatch: box(INK.green) },
    has('farmland') && { name: 'Dyrka mark', swatch: box(INK.farmland) + box(`url(#${prefix}-farmland)`, `stroke="${INK.farmlandEdge}" stroke-width="0.15"`) },
    ...ZONE_ROLES.map(
      (role) => has(role) && { name: ZONE_NAMES[role], swatch: box(`url(#${prefix}-${role})`, `stroke="${ZONE_INK[role]}" stroke-width="0.3"`) },
    ),
    has('adoptedPlan') && { name: 'Formålsgrense i vedtatt plan', swatch: line(INK.planEdge, 0.25, 'stroke-dasharray="1 0.5"') },
    has('builtUp') && { name: 'Bebygd', swatch: box(INK.builtUp, `stroke="${INK.builtUpEdge}" stroke-width="0.2"`) },
    has('water') && { name: 'Vann', swatch: box(INK.water, `stroke="${INK.waterEdge}" stroke-width="0.2"`) },
    ...(exported.rasters ?? []).flatMap(rasterLegend),
    has('municipality') && { name: 'Kommunegrense', swatch: line(INK.boundary, 0.3, 'stroke-dasharray="2 0.7 0.4 0.7"') },
  ];
  return list.filter((entry) => entry !== false);
}

/** What the map's colours and symbols mean, as an HTML list. `prefix` is the drawing's, whose hatches it borrows. */
export function legend(exported: ExportedScenario, prefix: string): string {
  const items = legendEntries(exported, prefix).map(
    ({ name, swatch }) => `<li><svg viewBox="0 0 8 4" width="8mm" height="4mm" aria-hidden="true">${swatch}</svg>${escaped(name)}</li>`,
  );
  return `<ul class="legend">${items.join('')}</ul>`;
}

/** Who is to be named for the map, with dates; plain text. */
export function sourceText({ dataset, rasters = [] }: ExportedScenario): string {
  const drawn = new Set<LayerRole>([
    'municipality',
    'land',
    'farmland',
    'green',
    'marka',
    'water',
    'builtUp',
    'station',
    'railLine',
    'reference',
    'adoptedPlan',
    ...ZONE_ROLES,
  ]);
  const lines = dataset.layers
    .filter(({ description }) => drawn.has(description.role))
    .map(({ description: { title, attribution, date } }) => `${title}: ${attribution} (${date})`);
  const beneath = rasters.map(({ title, attribution, date }) => `${title}: ${attribution} (${date}), raster som ikke teller i tallene`);
  return [...lines, ...beneath].join(' · ');
}

/** The same as HTML. */
export function mapSources(exported: ExportedScenario): string {
  return escaped(sourceText(exported));
}
