import type { LayerRole } from '../../src/core/domain/catalogue';
import type { Dataset, Layer, PolygonFeature, PopulationCell } from '../../src/core/domain/dataset';
import type { DevelopmentArea } from '../../src/core/domain/developmentArea';
import { identifier, type AreaId, type ScenarioId, type TownId } from '../../src/core/domain/identifiers';
import type { Scenario } from '../../src/core/domain/scenario';
import type { Station } from '../../src/core/domain/station';
import type { Town } from '../../src/core/domain/town';
import { planarToStatisticsGrid, toLonLat, toLonLatLine, toLonLatMultiPolygon } from '../../src/core/geometry/projection';
import type { LonLatMultiPolygon } from '../../src/core/geometry/shapes';
import { seededRandom, type Random } from '../../src/core/scoring/uncertainty/random';

/** Size of a land-cover polygon's side before its edges are roughened, metres. */
const CELL_METRES = 170;
const EDGE_POINTS = 12;
export const VERTICES_OF_POLYGON = 4 * EDGE_POINTS;
const WEST = 580_000;
const SOUTH = 6_630_000;
const TOWN_COUNT = 5;
const STATION_COUNT = 30;

/** A made-up municipality: a seamless land-cover map of rough polygons, as a national land resource map is. */
export interface SyntheticPlace {
  readonly dataset: Dataset;
  readonly scenario: Scenario;
  readonly polygonCount: number;
  readonly vertexCount: number;
  readonly sideMetres: number;
}

type Cover = 'farmland' | 'green' | 'builtUp' | 'water' | 'none';

/** Makes a place with about `polygonCount` polygons of `VERTICES_OF_POLYGON` vertices, and `areaCount` development areas with dwellings. */
export function syntheticPlace(polygonCount: number, areaCount = 300, seed = 1): SyntheticPlace {
  const random = seededRandom(seed);
  const side = Math.round(Math.sqrt(polygonCount));
  const sideMetres = side * CELL_METRES;
  const rough = roughGrid(side, random);
  const byCover = new Map<Cover, PolygonFeature[]>();
  let vertexCount = 0;
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const ring = rough(column, row);
      vertexCount += ring.length / 2;
      const cover = coverAt(column / side, row / side, random);
      const features = byCover.get(cover) ?? [];
      features.push({ outline: toLonLatMultiPolygon([[ring]]), properties: {} });
      byCover.set(cover, features);
    }
  }
  const whole = square(-200, -200, sideMetres + 400);
  const towns = makeTowns(sideMetres);
  const layers = [
    layer('municipality', [{ outline: square(0, 0, sideMetres), properties: {} }]),
    layer('land', [{ outline: whole, properties: {} }]),
    layer('farmland', byCover.get('farmland') ?? []),
    layer('green', byCover.get('green') ?? []),
    layer('builtUp', byCover.get('builtUp') ?? []),
    { ...layer('water', byCover.get('water') ?? []), lines: rivers(sideMetres, random) },
    layer('marka', [{ outline: square(0, sideMetres * 0.85, sideMetres, sideMetres * 0.15), properties: {} }]),
  ];
  const dataset: Dataset = {
    hash: `synthetic-${polygonCount}-${seed}`,
    parameters: parametersOf(towns),
    layers,
    problems: [],
    stations: makeStations(sideMetres, random),
    towns,
    defaultAreas: [],
    population: makePopulation(sideMetres, random),
  };
  return { dataset, scenario: makeScenario(towns, areaCount, random), polygonCount: side * side, vertexCount, sideMetres };
}

/** Rings of a grid whose shared edges are roughened alike from both sides. */
function roughGrid(side: number, random: Random): (column: number, row: number) => Float64Array {
  const corner = new Float64Array((side + 1) * (side + 1) * 2).map(() => (random() - 0.5) * CELL_METRES * 0.4);
  const offsets = new Float64Array(2 * (side + 1) * (side + 1) * EDGE_POINTS).map(() => (random() - 0.5) * 12);
  const cornerAt = (column: number, row: number): readonly [number, number] => {
    const index = 2 * (row * (side + 1) + column);
    return [WEST + column * CELL_METRES + corner[index]!, SOUTH + row * CELL_METRES + corner[index + 1]!];
  };
  const edge = (column: number, row: number, isUpright: boolean): readonly (readonly [number, number])[] => {
    const [x0, y0] = cornerAt(column, row);
    const [x1, y1] = isUpright ? cornerAt(column, row + 1) : cornerAt(column + 1, row);
    const start = ((isUpright ? 1 : 0) * (side + 1) * (side + 1) + row * (side + 1) + column) * EDGE_POINTS;
    return Array.from({ length: EDGE_POINTS }, (_, point) => {
      const part = point / EDGE_POINTS;
      const off = point === 0 ? 0 : offsets[start + point]!;
      return isUpright
        ? [x0 + (x1 - x0) * part + off, y0 + (y1 - y0) * part]
        : [x0 + (x1 - x0) * part, y0 + (y1 - y0) * part + off];
    });
  };
  return (column, row) => {
    const south = edge(column, row, false);
    const east = edge(column + 1, row, true);
    const north = edge(column, row + 1, false);
    const west = edge(column, row, true);
    const backwards = (points: typeof north, end: readonly [number, number]) => [end, ...points.slice(1).reverse()];
    return Float64Array.from(
      [
        ...south,
        ...east,
        ...backwards(north, cornerAt(column + 1, row + 1)),
        ...backwards(west, cornerAt(column, row + 1)),
      ].flat(),
    );
  };
}

/** Towns are built up; farmland and green lie in belts with single fields and woods between. */
function coverAt(x: number, y: number, random: Random): Cover {
  const wave = Math.sin(9 * x + 3) + Math.cos(11 * y + 1);
  const dice = random();
  if (dice < 0.03) return 'water';
  if (wave > 0.6) return dice < 0.8 ? 'builtUp' : 'green';
  if (wave < -0.6) return dice < 0.6 ? 'farmland' : 'green';
  return dice < 0.45 ? 'green' : dice < 0.7 ? 'builtUp' : dice < 0.85 ? 'farmland' : 'none';
}

function square(x: number, y: number, width: number, height = width): LonLatMultiPolygon {
  const west = WEST + x;
  const south = SOUTH + y;
  return toLonLatMultiPolygon([
    [Float64Array.of(west, south, west + width, south, west + width, south + height, west, south + height)],
  ]);
}

function layer(role: LayerRole, polygons: readonly PolygonFeature[]): Layer {
  return {
    description: {
      id: identifier(role.toLowerCase()),
      title: role,
      role,
      file: `${role}.geojson`,
      format: 'geojson',
      source: 'made up',
      date: '2026',
      licence: 'CC0',
      attribution: 'none',
      accuracyMetres: 5,
      accuracyNote: 'made up',
      assumption: true,
    },
    polygons,
    lines: [],
    points: [],
  };
}

function rivers(sideMetres: number, random: Random): Layer['lines'] {
  return Array.from({ length: 12 }, (_, index) => {
    const points: number[] = [];
    let y = SOUTH + (sideMetres * (index + 0.5)) / 12;
    for (let x = WEST; x <= WEST + sideMetres; x += 60) {
      y += (random() - 0.5) * 60;
      points.push(x, y);
    }
    return { line: toLonLatLine(Float64Array.from(points)), properties: { name: index < 4 ? `Elv ${index}` : null } };
  });
}

/** Where each town lies, metres from the south-west corner. */
function townCentre(town: number, sideMetres: number): readonly [number, number] {
  return [sideMetres * (0.15 + 0.17 * town), sideMetres * (0.3 + 0.1 * (town % 3))];
}

function makeTowns(sideMetres: number): readonly Town[] {
  return Array.from({ length: TOWN_COUNT }, (_, town) => {
    const [x, y] = townCentre(town, sideMetres);
    return { id: identifier<TownId>(`town-${town}`), name: `By ${town}`, anchors: [], outline: square(x, y, 1600) };
  });
}

function makeStations(sideMetres: number, random: Random): readonly Station[] {
  return Array.from({ length: STATION_COUNT }, (_, index) => {
    const [x, y] = townCentre(index % TOWN_COUNT, sideMetres);
    return {
      id: identifier(`station-${index}`),
      name: `Stasjon ${index}`,
      mode: index % 3 === 0 ? 'train' : 'metro',
      line: `L${index % 4}`,
      status: { kind: 'inOperation' },
      position: toLonLat({ x: WEST + x + 3000 * random() - 700, y: SOUTH + y + 3000 * random() - 700 }),
      accuracyMetres: 15 + 40 * random(),
      departuresPerHour: 2 + Math.floor(12 * random()),
      source: 'made up',
    } satisfies Station;
  });
}

function makePopulation(sideMetres: number, random: Random): readonly PopulationCell[] {
  return Array.from({ length: 1200 }, () => {
    const corner = planarToStatisticsGrid({
      x: WEST + random() * (sideMetres - 300),
      y: SOUTH + random() * (sideMetres - 300),
    });
    return { eastMetres: corner.x, northMetres: corner.y, sizeMetres: 250, residents: Math.ceil(200 * random()) };
  });
}

function makeScenario(towns: readonly Town[], areaCount: number, random: Random): Scenario {
  const perTown = Math.ceil(areaCount / TOWN_COUNT);
  const across = Math.ceil(Math.sqrt(perTown));
  const areas: DevelopmentArea[] = [];
  for (const town of towns) {
    const [west, south] = town.outline[0]![0]![0]!;
    const [east, north] = town.outline[0]![0]![2]!;
    for (let index = 0; index < perTown && areas.length < areaCount; index += 1) {
      areas.push(makeArea(`${town.id}-${String(index).padStart(3, '0')}`, town.id, {
        west: west + ((east - west) * (index % across)) / across,
        south: south + ((north - south) * Math.floor(index / across)) / across,
        width: (east - west) / across,
        height: (north - south) / across,
      }, random));
    }
  }
  return {
    id: identifier<ScenarioId>('synthetic'),
    name: 'Prøvekommune',
    note: '',
    municipality: '9999',
    programme: {
      firstYear: 2026,
      lastYear: 2035,
      dwellingsPerYear: 825,
      townsShare: 0.875,
      shareByTown: new Map(towns.map(({ id }) => [id, 1 / towns.length])),
      lockedTowns: new Set(),
    },
    projects: new Map(),
    measures: new Map(),
    areas: new Map(areas.map((area) => [area.id, area])),
  };
}

interface Box {
  readonly west: number;
  readonly south: number;
  readonly width: number;
  readonly height: number;
}

function makeArea(id: string, town: TownId, { west, south, width, height }: Box, random: Random): DevelopmentArea {
  const ring = Array.from({ length: 20 }, (_, index): readonly [number, number] => {
    const angle = (2 * Math.PI * index) / 20;
    const radius = 0.35 + 0.13 * random();
    return [west + width * (0.5 + radius * Math.cos(angle)), south + height * (0.5 + radius * Math.sin(angle))];
  });
  return {
    id: identifier<AreaId>(id),
    name: id,
    origin: 'drawn',
    outline: [[[...ring, ring[0]!]]],
    town,
    typology: random() < 0.7 ? 'blokk' : 'rekkehus',
    developableShare: 0.6,
    dwellingsByPeriod: [10 * random(), 15 * random()],
    setByHand: false,
    phase: null,
    note: '',
  };
}

function parametersOf(towns: readonly Town[]): Dataset['parameters'] {
  return {
    municipality: { number: '9999', name: 'Prøvekommune' },
    openingView: { southWest: [10, 59], northEast: [11, 60] },
    growthAlternatives: { source: 'made up', alternatives: [] },
    usualProgramme: { firstYear: 2026, lastYear: 2035, townsShare: 0.875, source: 'made up' },
    towns: towns.map(({ id, name }) => ({ id, name, anchors: [], developableShare: 0.6, share: 1 / towns.length })),
    projects: [],
    waterBelts: {
      seaMetres: 100,
      namedWatercourseMetres: 30,
      namedWatercourses: ['Elv 0', 'Elv 1', 'Elv 2', 'Elv 3'],
      otherWaterMetres: 10,
      source: 'made up',
    },
    farmlandLossDaaPerYear: { value: 16, source: 'made up', assumption: true },
    defaultAreas: { gridMetres: 200, minimumDaa: 10, typology: 'blokk', source: 'made up' },
    ageSupportRatio: { source: 'made up', years: [] },
    hiddenLayers: [],
  };
}
