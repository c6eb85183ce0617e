import path from 'node:path';
import { readPlace } from '../../../src/commandline/readPlace';
import { identifier, type ScenarioId } from '../../../src/core/domain/identifiers';
import type { Scenario } from '../../../src/core/domain/scenario';
import { writeScenarioFile } from '../../../src/core/exchange/scenarioFile';
import { PlaceGround } from '../../../src/core/geodata/placeGround';
import { multiPolygonBounds } from '../../../src/core/geometry/area';
import { toLonLatMultiPolygon, toPlanarMultiPolygon } from '../../../src/core/geometry/projection';
import type { LonLatMultiPolygon } from '../../../src/core/geometry/shapes';
import { addArea } from '../../../src/core/operations/drawnAreas';
import { applyMoment } from '../../../src/core/operations/moment';
import { newScenario } from '../../../src/core/operations/newScenario';

const SIDE_METRES = 60;
const APART_METRES = 250;

function square(x: number, y: number): LonLatMultiPolygon {
  return toLonLatMultiPolygon([[Float64Array.of(x, y, x + SIDE_METRES, y, x + SIDE_METRES, y + SIDE_METRES, x, y + SIDE_METRES)]]);
}

/** A scenario of the shipped place with its own areas and as many that are drawn, as a file. */
export function scenarioWithDrawnAreas(repository: string, drawn: number): { readonly text: string; readonly areas: number } {
  const place = readPlace(path.join(repository, 'geodata'));
  if (place.kind === 'failed') throw new Error(place.problems.join('\n'));
  const dataset = place.value;
  const ground = new PlaceGround(dataset);
  let scenario: Scenario = newScenario(dataset, {
    id: identifier<ScenarioId>('mange-felt'),
    name: 'Mange felt',
    programme: { dwellingsPerYear: 825 },
  });
  const shipped = scenario.areas.size;
  const bounds = multiPolygonBounds(dataset.towns.flatMap(({ outline }) => toPlanarMultiPolygon(outline)));
  if (!bounds) throw new Error('The place has no towns.');
  for (let x = bounds.minX; x < bounds.maxX; x += APART_METRES) {
    for (let y = bounds.minY; y < bounds.maxY; y += APART_METRES) {
      if (scenario.areas.size >= shipped + drawn) return { text: writeScenarioFile(scenario, dataset), areas: scenario.areas.size };
      const outcome = addArea(scenario, { dataset, facts: new Map() }, ground, { outline: square(x, y), typology: 'rekkehus', developableShare: 1 });
      if (outcome.kind === 'moment') scenario = applyMoment(scenario, outcome.moment).scenario;
    }
  }
  throw new Error(`There is no room for ${drawn} areas.`);
}
