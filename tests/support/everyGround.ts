import type { Dataset } from '../../src/core/domain/dataset';
import { identifier, type ProjectId, type TownId } from '../../src/core/domain/identifiers';
import type { Scenario } from '../../src/core/domain/scenario';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf, TOWN } from './placeBuilder';

const OTHER_TOWN = identifier<TownId>('tunet');
const LINE_TO_COME = { kind: 'underConstruction', project: identifier<ProjectId>('banen'), openingYear: 2031 } as const;

const PLACE = new PlaceBuilder({ withLand: false })
  // Sea in the south, as far as the municipality goes.
  .withPolygons('land', [rectangle(-500, 150, 5000, 4500)], 5)
  .withPolygons('farmland', [rectangle(2000, 300, 1000, 1000), rectangle(300, 2700, 700, 350)], 20)
  .withPolygons('green', [rectangle(2500, 800, 900, 900), rectangle(200, 1500, 300, 200), rectangle(800, 1500, 300, 200), rectangle(3500, 2500, 200, 1100)])
  .withPolygons('marka', [rectangle(0, 3500, 4000, 500)])
  .withPolygons('builtUp', [rectangle(0, 150, 2000, 1850), rectangle(2700, 2700, 500, 500)])
  .withPolygons('water', [rectangle(1500, 2500, 200, 200)])
  .withPolygons('natureReserve', [rectangle(2600, 900, 300, 300)])
  .withPolygons('flood', [rectangle(0, 2150, 4000, 120)])
  .withPolygons('quickClay', [rectangle(1100, 300, 500, 300)])
  .withPolygons('noise', [rectangle(400, 150, 150, 3000)])
  .withPolygons('valuableNature', [rectangle(3300, 1300, 400, 400)])
  .withRiver('Storelva', [0, 2200, 4000, 2300])
  .withRiver(null, [3100, 0, 3250, 2240])
  .withStation('stasjon', 500, 500)
  .withStation('holdeplass', 1400, 1500, { line: 'L3', mode: 'metro', departuresPerHour: 6, accuracyMetres: 40 })
  .withStation('nedlagt', 3000, 3000, { line: 'L4', departuresPerHour: 0 })
  .withStation('ny', 2900, 2900, { line: 'L2', mode: 'metro', status: LINE_TO_COME })
  .withResidents(3000, 3000, 80)
  .withResidents(250, 250, 120)
  .withResidents(900, 700, 60)
  .withResidents(1800, 2800, 30)
  .withResidents(2750, 2750, 200)
  .withResidents(3250, 500, 11, 1000)
  .build();

/** A place with two towns, sea, and all that is looked for in the ground. */
export const EVERY_GROUND: Dataset = {
  ...PLACE,
  towns: [...PLACE.towns, { id: OTHER_TOWN, name: 'Tunet', anchors: [], outline: rectangle(2600, 2600, 700, 700) }],
  parameters: {
    ...PLACE.parameters,
    towns: [
      { id: TOWN, name: 'Byen', anchors: [], developableShare: 0.5, share: 0.7 },
      { id: OTHER_TOWN, name: 'Tunet', anchors: [], developableShare: 0.3, share: 0.3 },
    ],
  },
};

/** Areas that meet sea, belts, zones, farmland, green and Marka. */
const AREAS = [
  developmentArea('ved sjøen', rectangle(150, 60, 300, 240), 40),
  developmentArea('ved bekken', rectangle(900, 2100, 260, 300), 25, { typology: 'rekkehus' }),
  developmentArea('i dalen', rectangle(2550, 850, 400, 300), 30, { typology: 'rekkehus', developableShare: 0.4 }),
  developmentArea('i parken', rectangle(250, 1450, 200, 200), 12),
  developmentArea('ved Marka', rectangle(3450, 3300, 300, 300), 18, { typology: 'småhus' }),
  developmentArea('i tunet', rectangle(2650, 2750, 300, 200), 50, { developableShare: 0.8 }),
];

/** A scenario on it, with these areas besides its own: dwellings in both towns and outside, in both periods. */
export function inBothTowns(scenario: Scenario): Scenario {
  const areas = [...AREAS, ...scenario.areas.values()].map((area, index) => ({
    ...area,
    town: [TOWN, OTHER_TOWN, null][index % 3]!,
    dwellingsByPeriod: [area.dwellingsByPeriod[0] ?? 0, index + (area.dwellingsByPeriod[1] ?? 0)],
  }));
  const shareByTown = new Map([[TOWN, 0.7], [OTHER_TOWN, 0.3]]);
  return {
    ...scenarioOf(areas, { ...scenario.programme, townsShare: 0.8, shareByTown, dwellingsPerYear: 30 }),
    projects: scenario.projects,
    measures: scenario.measures,
  };
}
