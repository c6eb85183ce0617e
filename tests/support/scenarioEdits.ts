import type { Dataset } from '../../src/core/domain/dataset';
import type { DevelopmentArea } from '../../src/core/domain/developmentArea';
import { identifier, type AreaId, type MeasureId, type ProjectId } from '../../src/core/domain/identifiers';
import type { Measure, Measures } from '../../src/core/domain/measure';
import type { Scenario } from '../../src/core/domain/scenario';
import { TYPOLOGY_IDS } from '../../src/core/domain/typology';
import type { LonLat, LonLatMultiPolygon } from '../../src/core/geometry/shapes';
import type { Random } from '../../src/core/scoring/uncertainty/random';
import { addedGreen, addedStation, protection, stationChange } from './measures';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf, TOWN } from './placeBuilder';
import { townOutlineMeasure } from './townOutline';

/*
 * Everything that a planner does to a scenario, drawn at random, on a made-up place: what is evaluated step by step is held
 * against what is evaluated from scratch.
 */

const PROJECT = identifier<ProjectId>('banen');

/** A place with every kind of ground. */
export const EDITED_PLACE: Dataset = new PlaceBuilder()
  .withPolygons('farmland', [rectangle(2000, 0, 1000, 1000)])
  .withPolygons('green', [rectangle(2500, 500, 900, 900), rectangle(200, 1500, 300, 200), rectangle(800, 1500, 300, 200)])
  .withPolygons('marka', [rectangle(0, 3500, 4000, 500)])
  .withPolygons('builtUp', [rectangle(0, 0, 2000, 2000)])
  .withPolygons('water', [rectangle(1500, 2500, 200, 200)])
  .withRiver('Storelva', [0, 2200, 4000, 2300])
  .withStation('stasjon', 500, 500)
  .withStation('ny', 2500, 1500, {
    line: 'L2',
    mode: 'metro',
    status: { kind: 'underConstruction', project: PROJECT, openingYear: 2031 },
  })
  .withResidents(3000, 3000, 80)
  .withResidents(250, 250, 120)
  .withResidents(900, 700, 60)
  .withResidents(1800, 2800, 30)
  .build();

type Edit = (scenario: Scenario, random: Random) => Scenario;

const below = (random: Random, limit: number): number => Math.floor(random() * limit);

function outline(random: Random, largest = 300): LonLatMultiPolygon {
  const side = (): number => 10 + random() * (largest - 10);
  return rectangle(random() * 3700, random() * 3700, side(), side());
}

function withArea(scenario: Scenario, area: DevelopmentArea): Scenario {
  return { ...scenario, areas: new Map(scenario.areas).set(area.id, area) };
}

function onArea(edit: (area: DevelopmentArea, random: Random) => Partial<DevelopmentArea>): Edit {
  return (scenario, random) => {
    const areas = [...scenario.areas.values()];
    const area = areas[below(random, areas.length)];
    return area ? withArea(scenario, { ...area, ...edit(area, random) }) : scenario;
  };
}

function movedVertex(polygons: LonLatMultiPolygon, random: Random): LonLatMultiPolygon {
  const [ring] = polygons[0] ?? [];
  if (!ring) return polygons;
  const vertex = 1 + below(random, ring.length - 2);
  const moved = ring.map((position, index): readonly [number, number] =>
    index === vertex ? [position[0] + (random() - 0.5) * 0.002, position[1] + (random() - 0.5) * 0.001] : position,
  );
  return [[moved]];
}

function anyPosition(random: Random): LonLat {
  return rectangle(random() * 4000, random() * 4000, 1, 1)[0]![0]![0]!;
}

function onMeasures(edit: (measures: Measures, ids: readonly MeasureId[], random: Random) => Measures): Edit {
  return (scenario, random) => ({ ...scenario, measures: edit(scenario.measures, [...scenario.measures.keys()], random) });
}

function withMeasure(make: (random: Random) => Measure): Edit {
  return onMeasures((measures, _, random) => {
    const measure = make(random);
    return new Map(measures).set(measure.id, measure);
  });
}

const EDITS: readonly Edit[] = [
  onArea((_, random) => ({ dwellingsByPeriod: [random() * 80, random() * 80] })),
  onArea((_, random) => ({ dwellingsByPeriod: [0, random() < 0.5 ? 0 : 20] })),
  onArea((area, random) => ({ outline: movedVertex(area.outline, random) })),
  onArea((_, random) => ({ typology: TYPOLOGY_IDS[below(random, TYPOLOGY_IDS.length)] ?? 'blokk' })),
  onArea((_, random) => ({ developableShare: 0.05 + 0.95 * random() })),
  onArea((_, random) => ({ town: random() < 0.5 ? TOWN : null })),
  (scenario, random) =>
    withArea(scenario, developmentArea(`felt-${below(random, 30)}`, outline(random), random() * 90)),
  (scenario, random) => {
    const areas = new Map(scenario.areas);
    areas.delete([...areas.keys()][below(random, areas.size)] ?? identifier<AreaId>('ingen'));
    return { ...scenario, areas };
  },
  (scenario, random) => ({ ...scenario, projects: new Map([[PROJECT, random() < 0.5]]) }),
  (scenario, random) => ({ ...scenario, programme: { ...scenario.programme, townsShare: random() } }),
  (scenario, random) => ({ ...scenario, programme: { ...scenario.programme, dwellingsPerYear: below(random, 60) } }),
  withMeasure((random) => townOutlineMeasure(TOWN, rectangle(0, 0, 500 + random() * 1500, 800))),
  withMeasure((random) => stationChange(`endring-${below(random, 2)}`, random() < 0.5 ? 'stasjon' : 'ny', {
    position: random() < 0.5 ? null : anyPosition(random),
    departuresPerHour: random() < 0.5 ? null : below(random, 12),
  })),
  withMeasure((random) => addedStation(`stasjon-${below(random, 2)}`, anyPosition(random), {
    line: random() < 0.5 ? 'L1' : 'L9',
    mode: random() < 0.5 ? 'train' : 'metro',
    openingYear: 2024 + below(random, 12),
  })),
  withMeasure((random) => addedGreen(`park-${below(random, 2)}`, outline(random, 700))),
  withMeasure((random) => protection(`vern-${below(random, 2)}`, outline(random, 700))),
  onMeasures((measures, ids, random) => {
    const id = ids[below(random, ids.length)];
    const measure = id && measures.get(id);
    return measure ? new Map(measures).set(measure.id, { ...measure, counted: !measure.counted }) : measures;
  }),
  onMeasures((measures, ids, random) => {
    const rest = new Map(measures);
    const id = ids[below(random, ids.length)];
    if (id) rest.delete(id);
    return rest;
  }),
];

/** The scenario that edits start from. */
export function firstScenario(random: Random): Scenario {
  return scenarioOf([developmentArea('felt-0', outline(random), 40)]);
}

/** The scenario after one edit. */
export function editedScenario(scenario: Scenario, random: Random): Scenario {
  return EDITS[below(random, EDITS.length)]!(scenario, random);
}
