import { layersOf } from '../../domain/dataset';
import { ZONE_ROLES, type LayerRole } from '../../domain/catalogue';
import { areaDwellings } from '../../domain/developmentArea';
import { countedMeasures, replacedTownOutlines, stationsWith } from '../../domain/measure';
import { isInService, type Station } from '../../domain/station';
import { multiPolygonBounds } from '../../geometry/area';
import { planarOf, toPlanarLine, toPlanarMultiPolygon, toPlanarPoint } from '../../geometry/projection';
import type { PlanarMultiPolygon } from '../../geometry/shapes';
import { DETOUR_FACTOR, NEAR_STATION_METRES, WALKABLE_STATION_METRES } from '../../method/parameters';
import type { ExportedScenario } from '../exportedScenario';
import { densityColour, INK, ZONE_INK } from './ink';
import { labelsSvg, type Label } from './labels';
import type { MapFrame } from './mapFrame';
import { rastersDrawn } from './mapRaster';
import { drawnTracks, type DrawnTrack } from './railInk';
import { linePath, polygonPath } from './svgPaths';
import { coordinate } from './text';

/** What of a scenario must be in sight: its towns, and all it builds and does. */
export function seenGround({ scenario, dataset }: ExportedScenario): readonly PlanarMultiPolygon[] {
  const replaced = replacedTownOutlines(scenario.measures);
  return [
    ...dataset.towns.map(({ id, outline }) => toPlanarMultiPolygon(replaced.get(id) ?? outline)),
    ...[...scenario.areas.values()].filter((area) => areaDwellings(area) > 0).map(({ outline }) => toPlanarMultiPolygon(outline)),
    ...[...scenario.measures.values()].flatMap((measure) =>
      measure.counted && 'outline' in measure ? [toPlanarMultiPolygon(measure.outline)] : [],
    ),
  ];
}

const FILL_RULE = 'fill-rule="evenodd"';

function fill(path: string, colour: string, rest = ''): string {
  return path === '' ? '' : `<path d="${path}" ${FILL_RULE} fill="${colour}" ${rest}/>`;
}

function stroke(path: string, colour: string, width: number, rest = ''): string {
  return path === '' ? '' : `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round" ${rest}/>`;
}

/** Hatches by name, for the fills of a drawing. `prefix` keeps two drawings on a page apart. */
function hatches(prefix: string): string {
  const lines = (name: string, colour: string, width: number, step: number, turn: number): string =>
    `<pattern id="${prefix}-${name}" width="${step}" height="${step}" patternUnits="userSpaceOnUse" patternTransform="rotate(${turn})"><path d="M0 0V${step}" stroke="${colour}" stroke-width="${width}"/></pattern>`;
  return [
    lines('farmland', INK.farmlandHatch, 0.22, 1.1, 45),
    lines('marka', INK.markaHatch, 0.2, 1.6, 0),
    lines('protection', INK.markaEdge, 0.35, 1.4, -45),
    lines('forbidden', INK.forbidden, 0.35, 1.2, 45),
    ...ZONE_ROLES.map((role, index) => lines(role, ZONE_INK[role], 0.22, 1.3, 20 + index * 30)),
  ].join('');
}

function ground({ dataset }: ExportedScenario, frame: MapFrame, prefix: string): string {
  const polygons = (role: LayerRole): string =>
    polygonPath(layersOf(dataset, role).flatMap((layer) => layer.polygons.flatMap(planarOf)), frame);
  const lines = (role: LayerRole): string =>
    linePath(layersOf(dataset, role).flatMap((layer) => layer.lines.map(({ line }) => toPlanarLine(line))), frame);
  const land = polygons('land');
  const [marka, farmland, lakes] = [polygons('marka'), polygons('farmland'), polygons('water')];
  const roads = lines('reference');
  const frameArea = `M0 0H${frame.widthMillimetres}V${frame.heightMillimetres}H0Z`;
  const municipality = polygons('municipality');
  const dryLand = land === '' ? frameArea : land;
  return [
    `<rect width="${frame.widthMillimetres}" height="${frame.heightMillimetres}" fill="${land === '' ? INK.land : INK.water}"/>`,
    `<clipPath id="${prefix}-land"><path d="${dryLand}" clip-rule="evenodd"/></clipPath>`,
    fill(dryLand, INK.land),
    `<g clip-path="url(#${prefix}-land)">`,
    fill(polygons('builtUp'), INK.builtUp, `stroke="${INK.builtUpEdge}" stroke-width="0.12"`),
    fill(polygons('green'), INK.green),
    fill(marka, INK.marka, 'fill-opacity="0.62"'),
    fill(marka, `url(#${prefix}-marka)`, 'fill-opacity="0.5"'),
    fill(farmland, INK.farmland),
    fill(farmland, `url(#${prefix}-farmland)`, `stroke="${INK.farmlandEdge}" stroke-width="0.15"`),
    '</g>',
    stroke(marka, INK.markaEdge, 0.3),
    fill(lakes, INK.water, `stroke="${INK.waterEdge}" stroke-width="0.15"`),
    stroke(lines('water'), INK.river, 0.35),
    stroke(land, INK.waterEdge, 0.2),
    stroke(roads, INK.roadCasing, 0.75, 'stroke-linecap="round"'),
    stroke(roads, INK.road, 0.45, 'stroke-linecap="round"'),
    municipality === '' ? '' : fill(frameArea + municipality, INK.veil, 'fill-opacity="0.62"'),
    stroke(municipality, INK.boundary, 0.3, 'stroke-dasharray="2 0.7 0.4 0.7"'),
  ].join('');
}

/** Zones of hazard and protection, and the edges of the adopted plan: what users take in, mostly. */
function zones({ dataset }: ExportedScenario, frame: MapFrame, prefix: string): string {
  const outlines = (role: LayerRole): string =>
    polygonPath(layersOf(dataset, role).flatMap((layer) => layer.polygons.flatMap(planarOf)), frame);
  return [
    ...ZONE_ROLES.map((role) => {
      const path = outlines(role);
      return fill(path, `url(#${prefix}-${role})`, `stroke="${ZONE_INK[role]}" stroke-width="0.25"`);
    }),
    stroke(outlines('adoptedPlan'), INK.planEdge, 0.2, 'stroke-dasharray="1 0.5"'),
  ].join('');
}

/** Tracks of the scenario: those of a project that it leaves out are not there. */
export function tracksOf({ dataset, scenario }: ExportedScenario): readonly DrawnTrack[] {
  return drawnTracks(dataset).filter(({ project }) => ![...scenario.projects].some(([id, counted]) => id === project && !counted));
}

function tracks(exported: ExportedScenario, frame: MapFrame): string {
  return tracksOf(exported)
    .map(({ mode, colour, project, lines }) => {
      const path = linePath(lines, frame);
      if (mode === 'train') return stroke(path, INK.railway, 0.4) + stroke(path, INK.railway, 1.3, 'stroke-dasharray="0.18 1.3"');
      const casing = project === null ? stroke(path, INK.halo, 1.1) : '';
      return casing + stroke(path, colour, 0.65, project === null ? '' : 'stroke-dasharray="1.4 0.8"');
    })
    .join('');
}

/** Stations that run in the programme's last year, where the scenario has them. */
export function stationsInService({ dataset, scenario }: ExportedScenario): readonly Station[] {
  const { lastYear } = scenario.programme;
  return stationsWith(dataset.stations, scenario.measures).filter((station) => isInService(station, lastYear, scenario.projects));
}

function stationSymbols(exported: ExportedScenario, frame: MapFrame): string {
  return stationsInService(exported)
    .map((station) => {
      const { x: east, y: north } = toPlanarPoint(station.position);
      const [x, y] = [frame.x(east), frame.y(north)];
      const hollow = station.status.kind !== 'inOperation';
      const paint = `fill="${hollow ? '#ffffff' : INK.station}" stroke="${hollow ? INK.station : INK.halo}" stroke-width="0.3"`;
      return station.mode === 'train'
        ? `<rect x="${coordinate(x - 0.95)}" y="${coordinate(y - 0.95)}" width="1.9" height="1.9" ${paint}/>`
        : `<circle cx="${coordinate(x)}" cy="${coordinate(y)}" r="1" ${paint}/>`;
    })
    .join('');
}

function rings(exported: ExportedScenario, frame: MapFrame): string {
  return stationsInService(exported)
    .flatMap(({ position }) => {
      const { x, y } = toPlanarPoint(position);
      return [NEAR_STATION_METRES, WALKABLE_STATION_METRES].map(
        (metres) =>
          `<circle cx="${coordinate(frame.x(x))}" cy="${coordinate(frame.y(y))}" r="${coordinate((metres / DETOUR_FACTOR / frame.scale) * 1000)}" fill="none" stroke="${INK.ring}" stroke-opacity="0.45" stroke-width="0.15" stroke-dasharray="0.9 0.7"/>`,
      );
    })
    .join('');
}

function plan({ scenario, facts, evaluation, dataset }: ExportedScenario, frame: MapFrame, prefix: string): string {
  const forbidden = new Set(evaluation.conflicts.filter(({ severity }) => severity === 'forbidden').map(({ area }) => area));
  const replaced = replacedTownOutlines(scenario.measures);
  const areas = [...scenario.areas.values()]
    .filter((area) => areaDwellings(area) > 0)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map((area) => {
      const path = polygonPath(toPlanarMultiPolygon(area.outline), frame);
      const land = facts.get(area.id)?.landDaa ?? 0;
      const density = land > 0 ? areaDwellings(area) / land : 0;
      const base = fill(path, densityColour(density), `stroke="${INK.areaEdge}" stroke-width="0.2"`);
      return forbidden.has(area.id) ? base + fill(path, `url(#${prefix}-forbidden)`, `stroke="${INK.forbidden}" stroke-width="0.4"`) : base;
    });
  const green = countedMeasures(scenario.measures, 'addedGreen').map(({ outline }) =>
    fill(polygonPath(toPlanarMultiPolygon(outline), frame), INK.addedGreen, `stroke="${INK.markaEdge}" stroke-width="0.3"`),
  );
  const protections = countedMeasures(scenario.measures, 'protection').map(({ outline }) =>
    fill(polygonPath(toPlanarMultiPolygon(outline), frame), `url(#${prefix}-protection)`, `stroke="${INK.markaEdge}" stroke-width="0.4"`),
  );
  const towns = dataset.towns.map(({ id, outline }) => {
    const path = polygonPath(toPlanarMultiPolygon(replaced.get(id) ?? outline), frame);
    return stroke(path, INK.halo, 1.1) + stroke(path, INK.town, 0.5);
  });
  return [...green, ...areas, ...protections, ...towns].join('');
}

function names(exported: ExportedScenario, frame: MapFrame, onlyTowns: boolean): string {
  const { dataset, scenario } = exported;
  const replaced = replacedTownOutlines(scenario.measures);
  const towns = dataset.towns.flatMap(({ id, name, outline }): readonly Label[] => {
    const bounds = multiPolygonBounds(toPlanarMultiPolygon(replaced.get(id) ?? outline));
    if (!bounds) return [];
    const x = frame.x((bounds.minX + bounds.maxX) / 2);
    return [{ text: name, x, y: frame.y(bounds.maxY), otherwise: { x, y: frame.y(bounds.minY) }, clear: 1.4, place: 'above', size: onlyTowns ? 2.9 : 3.9, weight: 600, colour: INK.town }];
  });
  if (onlyTowns) return labelsSvg(towns, frame.widthMillimetres, frame.heightMillimetres, INK.halo);
  const drawn = [...scenario.areas.values()].flatMap((area): readonly Label[] => {
    if (area.origin !== 'drawn' || areaDwellings(area) <= 0) return [];
    const bounds = multiPolygonBounds(toPlanarMultiPolygon(area.outline));
    if (!bounds) return [];
    return [{ text: area.name, x: frame.x(bounds.maxX), y: frame.y((bounds.minY + bounds.maxY) / 2), clear: 1, place: 'beside', size: 3, weight: 600, colour: INK.text }];
  });
  const stations = stationsInService(exported).map(({ name, position }): Label => {
    const { x, y } = toPlanarPoint(position);
    return { text: name, x: frame.x(x), y: frame.y(y), clear: 1.6, place: 'beside', size: 2.4, weight: 400, colour: INK.text };
  });
  return labelsSvg([...towns, ...drawn, ...stations], frame.widthMillimetres, frame.heightMillimetres, INK.halo);
}

/** A scenario on its ground, drawn in millimetres; the document has `rasterPlaces` where it has rasters. `prefix` keeps several drawings on a page apart, `withNames` is whose names are written. */
export function scenarioMap(exported: ExportedScenario, frame: MapFrame, prefix: string, withNames: boolean | 'towns' = true): string {
  return [
    `<defs>${hatches(prefix)}<clipPath id="${prefix}-frame"><rect width="${frame.widthMillimetres}" height="${frame.heightMillimetres}"/></clipPath></defs>`,
    `<g clip-path="url(#${prefix}-frame)">`,
    ground(exported, frame, prefix),
    zones(exported, frame, prefix),
    rastersDrawn(exported.rasters ?? []),
    rings(exported, frame),
    plan(exported, frame, prefix),
    tracks(exported, frame),
    stationSymbols(exported, frame),
    withNames ? names(exported, frame, withNames === 'towns') : '',
    '</g>',
    `<rect width="${frame.widthMillimetres}" height="${frame.heightMillimetres}" fill="none" stroke="${INK.textMuted}" stroke-width="0.25"/>`,
  ].join('');
}
