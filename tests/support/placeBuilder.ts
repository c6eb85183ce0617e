import type { LayerRole } from '../../src/core/domain/catalogue';
import type { Dataset, Layer, LineFeature, PolygonFeature, PopulationCell } from '../../src/core/domain/dataset';
import type { DevelopmentArea } from '../../src/core/domain/developmentArea';
import { identifier, type AreaId, type ScenarioId, type StationId, type TownId } from '../../src/core/domain/identifiers';
import type { PlaceParameters } from '../../src/core/domain/parameters';
import { periodsOf, type Programme } from '../../src/core/domain/programme';
import type { Scenario } from '../../src/core/domain/scenario';
import type { Station } from '../../src/core/domain/station';
import type { Town } from '../../src/core/domain/town';
import { planarToStatisticsGrid, toLonLat, toLonLatLine, toLonLatMultiPolygon } from '../../src/core/geometry/projection';
import type { LonLatMultiPolygon } from '../../src/core/geometry/shapes';

/** South-west corner of the made-up place, EPSG:25832. It lies on the lattice. */
export const ORIGIN = { x: 590_000, y: 6_640_000 } as const;

/** A rectangle of the made-up place, metres from its south-west corner. */
export function rectangle(x: number, y: number, width: number, height: number): LonLatMultiPolygon {
  const west = ORIGIN.x + x;
  const south = ORIGIN.y + y;
  const ring = Float64Array.of(west, south, west + width, south, west + width, south + height, west, south + height);
  return toLonLatMultiPolygon([[ring]]);
}

export const TOWN = identifier<TownId>('byen');

/** Builds a small made-up place of 4 × 4 km: all land, one town, one station, unless told otherwise. */
export class PlaceBuilder {
  private readonly layers: Layer[] = [];
  private stations: Station[] = [];
  private population: PopulationCell[] = [];
  private towns: Town[] = [{ id: TOWN, name: 'Byen', anchors: [], outline: rectangle(0, 0, 1000, 1000) }];

  constructor(options: { readonly withLand?: boolean } = {}) {
    this.withPolygons('municipality', [rectangle(0, 0, 4000, 4000)], 5);
    if (options.withLand !== false) this.withPolygons('land', [rectangle(-500, -500, 5000, 5000)], 5);
  }

  withPolygons(role: LayerRole, outlines: readonly LonLatMultiPolygon[], accuracyMetres = 10): this {
    return this.withLayer(role, outlines.map((outline) => ({ outline, properties: {} })), [], accuracyMetres);
  }

  /** A watercourse through points in metres from the south-west corner. */
  withRiver(name: string | null, points: readonly number[], accuracyMetres = 10): this {
    const planar = Float64Array.from(points, (value, index) => value + (index % 2 === 0 ? ORIGIN.x : ORIGIN.y));
    return this.withLayer('water', [], [{ line: toLonLatLine(planar), properties: { name } }], accuracyMetres);
  }

  withStation(id: string, x: number, y: number, rest: Partial<Station> = {}): this {
    this.stations.push({
      id: identifier<StationId>(id),
      name: id,
      mode: 'train',
      line: 'L1',
      status: { kind: 'inOperation' },
      position: toLonLat({ x: ORIGIN.x + x, y: ORIGIN.y + y }),
      accuracyMetres: 15,
      departuresPerHour: 8,
      source: 'test',
      ...rest,
    });
    return this;
  }

  /** Residents of a square whose south-west corner is `x`, `y` metres from the place's. */
  withResidents(x: number, y: number, residents: number, sizeMetres = 250): this {
    const corner = planarToStatisticsGrid({ x: ORIGIN.x + x, y: ORIGIN.y + y });
    this.population.push({ eastMetres: corner.x, northMetres: corner.y, sizeMetres, residents });
    return this;
  }

  build(): Dataset {
    return {
      hash: 'test',
      parameters: PARAMETERS,
      layers: this.layers,
      problems: [],
      stations: this.stations,
      towns: this.towns,
      defaultAreas: [],
      population: this.population,
    };
  }

  private withLayer(
    role: LayerRole,
    polygons: readonly PolygonFeature[],
    lines: readonly LineFeature[],
    accuracyMetres: number,
  ): this {
    const id = `${role}-${this.layers.length}`;
    this.layers.push({
      description: {
        id: identifier(id),
        title: id,
        role,
        file: `${id}.geojson`,
        format: 'geojson',
        source: 'test',
        date: '2026',
        licence: 'CC0',
        attribution: 'test',
        accuracyMetres,
        accuracyNote: 'test',
        assumption: false,
      },
      polygons,
      lines,
      points: [],
    });
    return this;
  }
}

const PARAMETERS: PlaceParameters = {
  municipality: { number: '9999', name: 'Prøve' },
  openingView: { southWest: [10, 59], northEast: [11, 60] },
  growthAlternatives: { source: 'test', alternatives: [{ id: 'one', name: 'En', dwellingsPerYear: 100 }] },
  usualProgramme: { firstYear: 2026, lastYear: 2035, townsShare: 1, source: 'test' },
  towns: [{ id: TOWN, name: 'Byen', anchors: [], developableShare: 0.5, share: 1 }],
  projects: [],
  waterBelts: {
    seaMetres: 100,
    namedWatercourseMetres: 30,
    namedWatercourses: ['Storelva'],
    otherWaterMetres: 10,
    source: 'test',
  },
  farmlandLossDaaPerYear: { value: 16, source: 'test', assumption: false },
  defaultAreas: { gridMetres: 200, minimumDaa: 10, typology: 'blokk', source: 'test' },
  ageSupportRatio: { source: 'test', years: [] },
  hiddenLayers: [],
};

/** A development area with its dwellings in the first period. */
export function developmentArea(
  id: string,
  outline: LonLatMultiPolygon,
  dwellings: number,
  rest: Partial<DevelopmentArea> = {},
): DevelopmentArea {
  return {
    id: identifier<AreaId>(id),
    name: id,
    origin: 'drawn',
    outline,
    town: TOWN,
    typology: 'blokk',
    developableShare: 1,
    dwellingsByPeriod: [dwellings, 0],
    setByHand: false,
    phase: null,
    note: '',
    ...rest,
  };
}

/** A scenario of ten years with the given areas. */
export function scenarioOf(areas: readonly DevelopmentArea[], programme: Partial<Programme> = {}): Scenario {
  const whole: Programme = {
    firstYear: 2026,
    lastYear: 2035,
    dwellingsPerYear: 10,
    townsShare: 1,
    shareByTown: new Map([[TOWN, 1]]),
    lockedTowns: new Set(),
    ...programme,
  };
  const periods = periodsOf(whole).length;
  return {
    id: identifier<ScenarioId>('test'),
    name: 'Prøve',
    note: '',
    municipality: '9999',
    programme: whole,
    projects: new Map(),
    measures: new Map(),
    areas: new Map(
      areas.map((area) => [
        area.id,
        { ...area, dwellingsByPeriod: Array.from({ length: periods }, (_, index) => area.dwellingsByPeriod[index] ?? 0) },
      ]),
    ),
  };
}
