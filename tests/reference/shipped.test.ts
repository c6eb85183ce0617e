import { describe, expect, it } from 'vitest';
import { readFolder } from '../../src/commandline/readFolder';
import type { LayerRole } from '../../src/core/domain/catalogue';
import { layersOf, type Dataset } from '../../src/core/domain/dataset';
import { identifier, type AreaId } from '../../src/core/domain/identifiers';
import { readDataset } from '../../src/core/geodata/readDataset';
import { multiPolygonArea, multiPolygonBounds } from '../../src/core/geometry/area';
import { outlineFaults, toLonLatMultiPolygon, toPlanarLine, toPlanarMultiPolygon } from '../../src/core/geometry/projection';
import type { LonLatMultiPolygon, PlanarMultiPolygon } from '../../src/core/geometry/shapes';
import { waterBelts } from '../../src/core/scoring/belts';
import { LAND_CLASSES } from '../../src/core/scoring/evaluation';
import { createEvaluator } from '../../src/core/scoring/evaluator';
import { buildGround } from '../../src/core/scoring/ground';
import { developmentArea, scenarioOf } from '../support/placeBuilder';
import {
  areaOf,
  bufferOf,
  differenceOf,
  fromLine,
  fromPolygons,
  intersectionOf,
  madeValid,
  toPolygons,
  unionOf,
  using,
  type GeosGeometry,
} from './geos';
import { relativeError, TOLERANCE } from './relativeError';

const ROUNDING_SQUARE_METRES = 0.01;

function shipped(): Dataset {
  const reading = readDataset(readFolder('geodata'));
  if (reading.kind === 'failed') throw new Error(reading.problems.join('\n'));
  return reading.dataset;
}

const dataset = shipped();

function outlinesOf(role: LayerRole): readonly LonLatMultiPolygon[] {
  return layersOf(dataset, role).flatMap((layer) => layer.polygons.map(({ outline }) => outline));
}

/** All ground of a role as GEOS joins it. */
function groundOf(role: LayerRole): GeosGeometry {
  const raw = fromPolygons(outlinesOf(role).flatMap(toPlanarMultiPolygon));
  const valid = madeValid(raw);
  return using([raw, valid], () => unionOf(valid));
}

const ground = {
  land: groundOf('land'),
  lake: groundOf('water'),
  farmland: groundOf('farmland'),
  marka: groundOf('marka'),
  green: groundOf('green'),
  builtUp: groundOf('builtUp'),
};

/** Ground of an outline by class, in order of precedence, as GEOS cuts it: one class after the other. */
function accountOf(outline: PlanarMultiPolygon): readonly number[] {
  const made = [fromPolygons(outline)];
  const keep = (geometry: GeosGeometry): GeosGeometry => {
    made.push(geometry);
    return geometry;
  };
  return using(made, () => {
    const whole = made[0]!;
    let rest = keep(intersectionOf(whole, ground.land));
    const areas = [areaOf(whole) - areaOf(rest)];
    for (const layer of [ground.lake, ground.farmland, ground.marka, ground.green, ground.builtUp]) {
      areas.push(areaOf(keep(intersectionOf(rest, layer))));
      rest = keep(differenceOf(rest, layer));
    }
    return [...areas, areaOf(rest)];
  });
}

/** Many-cornered outlines of all sizes over the whole place and up to a kilometre outside it, by a fixed sequence. */
function outlinesAllOver(): readonly LonLatMultiPolygon[] {
  const bounds = multiPolygonBounds(outlinesOf('municipality').flatMap(toPlanarMultiPolygon))!;
  const golden = (step: number, times: number): number => (times * step) % 1;
  return Array.from({ length: 120 }, (_, index) => {
    const x = bounds.minX + golden(0.618034, index) * (bounds.maxX - bounds.minX);
    const y = bounds.minY + golden(0.754878, index) * (bounds.maxY - bounds.minY);
    const corners = 3 + (index % 30);
    const vertices = Array.from({ length: corners }, (__, corner) => {
      const radius = (60 + 7.5 * index) * (0.4 + 0.6 * golden(0.569840, corner + index));
      const angle = (2 * Math.PI * corner) / corners;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    });
    return toLonLatMultiPolygon([[Float64Array.from(vertices.flat())]]);
  });
}

/** For each outline, the farthest that any class is from the reference. */
function errorsOf(outlines: readonly LonLatMultiPolygon[]): readonly number[] {
  const areas = outlines.map((outline, index) => developmentArea(`felt-${String(index).padStart(4, '0')}`, outline, 1));
  const { facts } = createEvaluator(dataset).evaluate(scenarioOf(areas));
  return areas.map((area) => {
    const reference = accountOf(toPlanarMultiPolygon(area.outline));
    const ours = facts.get(identifier<AreaId>(area.id))!.groundDaa;
    return Math.max(
      ...LAND_CLASSES.map((landClass, index) =>
        relativeError(1000 * ours[landClass], reference[index]!, ROUNDING_SQUARE_METRES),
      ),
    );
  });
}

describe('shipped geodata, against GEOS', () => {
  it('give each default area the same ground by class', () => {
    const errors = errorsOf(dataset.defaultAreas.map(({ outline }) => outline));
    expect(errors).toHaveLength(318);
    expect(Math.max(...errors)).toBeLessThan(TOLERANCE);
  });

  it('give outlines all over the place the same ground by class', () => {
    const errors = errorsOf(outlinesAllOver());
    expect(errors).toHaveLength(120);
    expect(Math.max(...errors)).toBeLessThan(TOLERANCE);
  });

  it('have the same areas in all, layer by layer', () => {
    for (const role of ['municipality', 'land', 'water', 'farmland', 'marka', 'green', 'builtUp', 'town'] as const) {
      for (const outline of outlinesOf(role)) {
        const planar = toPlanarMultiPolygon(outline);
        const geometry = fromPolygons(planar);
        expect(relativeError(multiPolygonArea(planar), using([geometry], () => areaOf(geometry)))).toBeLessThan(1e-9);
      }
    }
  });

  it('need no mending but for one spike in what is shown for reference', () => {
    const faults = dataset.layers.flatMap((layer) =>
      layer.polygons.flatMap(({ outline }) => outlineFaults(outline).map((fault) => `${layer.description.id} ${fault}`)),
    );
    expect(faults).toEqual(['sub-areas spikes', 'sub-areas repeatedVertices']);
    expect(dataset.defaultAreas.flatMap(({ outline }) => outlineFaults(outline))).toEqual([]);
    expect(dataset.towns.flatMap(({ outline }) => outlineFaults(outline))).toEqual([]);
  });

  it('have belts of the same area along the water', () => {
    const { bounds } = buildGround(dataset);
    const belts = waterBelts(dataset, dataset.parameters.waterBelts, bounds);
    const widths = dataset.parameters.waterBelts;
    const lines = layersOf(dataset, 'water').flatMap((layer) => layer.lines);
    const buffers = [
      ...lines.map(({ line, properties }) => {
        const name = properties['name'];
        const named = typeof name === 'string' && widths.namedWatercourses.includes(name);
        const geometry = fromLine(toPlanarLine(line));
        return using([geometry], () => bufferOf(geometry, named ? widths.namedWatercourseMetres : widths.otherWaterMetres));
      }),
      ...[ground.lake].map((lake) => bufferOf(lake, widths.otherWaterMetres)),
    ];
    const joined = fromPolygons(using(buffers, () => buffers.flatMap(toPolygons)));
    const valid = madeValid(joined);
    const union = unionOf(valid);
    const reference = using([joined, valid, union], () => areaOf(union));
    expect(relativeError(multiPolygonArea(belts.watercourse), reference)).toBeLessThan(TOLERANCE);
  });
});
