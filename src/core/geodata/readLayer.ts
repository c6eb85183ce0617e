import type { LayerDescription } from '../domain/catalogue';
import type { Layer, PopulationCell } from '../domain/dataset';
import type { DefaultArea } from '../domain/developmentArea';
import type { PlaceParameters } from '../domain/parameters';
import type { Station } from '../domain/station';
import type { Town } from '../domain/town';
import type { LonLatRing } from '../geometry/shapes';
import { statisticsGridToLonLat } from '../geometry/projection';
import { readFeatures } from './geojson';
import { invalid, valid, type Checked } from './problems';
import { readPoints, readPopulation, readStations } from './tables';
import { readDefaultAreas, readTowns } from './townLayers';

/** A layer and the things of the domain that it holds. */
export interface LayerContent {
  readonly layer: Layer;
  readonly stations: readonly Station[];
  readonly population: readonly PopulationCell[];
  readonly towns: readonly Town[];
  readonly defaultAreas: readonly DefaultArea[];
}

function content(layer: Layer, things: Partial<Omit<LayerContent, 'layer'>> = {}): LayerContent {
  return { layer, stations: [], population: [], towns: [], defaultAreas: [], ...things };
}

function cellRing({ eastMetres, northMetres, sizeMetres }: PopulationCell): LonLatRing {
  const corners = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]] as const;
  return corners.map(([east, north]) =>
    statisticsGridToLonLat({ x: eastMetres + east * sizeMetres, y: northMetres + north * sizeMetres }),
  );
}

function readStationLayer(description: LayerDescription, text: string, parameters: PlaceParameters): Checked<LayerContent> {
  const stations = readStations(description.file, text);
  if (stations.kind === 'invalid') return stations;
  const opens = new Map(parameters.projects.map(({ id, openingYear }) => [id, openingYear]));
  for (const { name, status } of stations.value) {
    if (status.kind !== 'underConstruction') continue;
    const projectOpens = opens.get(status.project);
    if (projectOpens === undefined) {
      return invalid(
        `${description.file}: stasjonen ${name} hører til prosjektet «${status.project}», som ikke står under «projects» i parameters.json.`,
      );
    }
    if (status.openingYear < projectOpens) {
      return invalid(
        `${description.file}: stasjonen ${name} åpner i ${status.openingYear}, men prosjektet «${status.project}» åpner først i ${projectOpens} i parameters.json. Rett den ene av dem.`,
      );
    }
  }
  const points = stations.value.map(({ id, name, mode, position }) => ({ position, properties: { id, name, mode } }));
  return valid(content({ description, polygons: [], lines: [], points }, { stations: stations.value }));
}

function readPopulationLayer(description: LayerDescription, text: string): Checked<LayerContent> {
  const population = readPopulation(description.file, text);
  if (population.kind === 'invalid') return population;
  const polygons = population.value.map((cell) => ({
    outline: [[cellRing(cell)]],
    properties: { residents: cell.residents },
  }));
  return valid(content({ description, polygons, lines: [], points: [] }, { population: population.value }));
}

function readTableLayer(description: LayerDescription, text: string): Checked<LayerContent> {
  const points = readPoints(description.file, text);
  return points.kind === 'invalid' ? points : valid(content({ description, polygons: [], lines: [], points: points.value }));
}

/** Reads one layer's file as its role asks. Problems are in Norwegian and name the file. */
export function readLayer(description: LayerDescription, text: string, parameters: PlaceParameters): Checked<LayerContent> {
  if (description.role === 'station') return readStationLayer(description, text, parameters);
  if (description.role === 'population') return readPopulationLayer(description, text);
  if (description.format === 'csv') return readTableLayer(description, text);
  const features = readFeatures(description.file, text);
  if (features.kind === 'invalid') return features;
  const layer: Layer = { description, ...features.value };
  if (description.role === 'town') {
    const towns = readTowns(description.file, layer.polygons, parameters);
    return towns.kind === 'invalid' ? towns : valid(content(layer, { towns: towns.value }));
  }
  if (description.role === 'defaultArea') {
    const defaultAreas = readDefaultAreas(description.file, layer.polygons, parameters);
    return defaultAreas.kind === 'invalid' ? defaultAreas : valid(content(layer, { defaultAreas: defaultAreas.value }));
  }
  return valid(content(layer));
}
