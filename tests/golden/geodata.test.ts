import { describe, expect, it } from 'vitest';
import { readFolder } from '../../src/commandline/readFolder';
import { derivedFiles } from '../../src/core/geodata/derivedFiles';
import { readDataset } from '../../src/core/geodata/readDataset';
import type { LayerRole } from '../../src/core/domain/catalogue';
import { layersOf, type Dataset } from '../../src/core/domain/dataset';
import { multiPolygonArea } from '../../src/core/geometry/area';
import { difference, intersection } from '../../src/core/geometry/booleans';
import { toPlanarMultiPolygon } from '../../src/core/geometry/projection';
import type { PlanarMultiPolygon } from '../../src/core/geometry/shapes';
import { SQUARE_METRES_PER_DAA, TYPOLOGIES } from '../../src/core/method/parameters';

const files = readFolder('geodata');

function shippedDataset(): Dataset {
  const reading = readDataset(files);
  if (reading.kind === 'failed') throw new Error(reading.problems.join('\n'));
  return reading.dataset;
}

const dataset = shippedDataset();

describe('shipped geodata', () => {
  it('have nothing wrong with them', () => {
    expect(dataset.problems).toEqual([]);
    expect(dataset.layers).toHaveLength(19);
    expect(dataset.stations.filter((station) => station.status.kind === 'inOperation')).toHaveLength(18);
    expect(dataset.stations.filter((station) => station.status.kind === 'underConstruction')).toHaveLength(4);
    expect(layersOf(dataset, 'reference').flatMap((layer) => layer.points)).toHaveLength(110);
  });

  it('count the residents of the municipality', () => {
    const residents = dataset.population.reduce((sum, cell) => sum + cell.residents, 0);
    expect(residents).toBeCloseTo(130_000, -2);
  });

  it('hold the known areas', () => {
    const ground = (role: LayerRole): PlanarMultiPolygon =>
      layersOf(dataset, role).flatMap((layer) =>
        layer.polygons.flatMap((feature) => toPlanarMultiPolygon(feature.outline)),
      );
    const areaKm2 = (role: LayerRole): number =>
      multiPolygonArea(intersection(ground(role), ground('municipality'))) / 1e6;
    expect(areaKm2('farmland')).toBeCloseTo(9.9, 1);
    expect(areaKm2('marka')).toBeCloseTo(112, 0);
  });

  it('keep what OpenStreetMap knows in files of their own, with its licence and name', () => {
    for (const { description } of dataset.layers) {
      const text = files.get(description.file) ?? '';
      const restsOnStations = description.role === 'town' || description.role === 'defaultArea';
      const usesOpenStreetMap = restsOnStations || /openstreetmap/iu.test(`${text}${description.source}`);
      expect(description.licence.startsWith('ODbL'), description.id).toBe(usesOpenStreetMap);
      expect(description.attribution.includes('OpenStreetMap'), description.id).toBe(usesOpenStreetMap);
    }
  });

  it('call our own content an assumption', () => {
    const assumed = dataset.layers.filter((layer) => layer.description.assumption).map((layer) => layer.description.role);
    expect(assumed).toEqual(['town', 'defaultArea']);
  });

  it('are byte for byte what the script derives from the other files', () => {
    const derived = derivedFiles(files);
    if (derived.kind === 'invalid') throw new Error(derived.problems.join('\n'));
    expect([...derived.value.keys()]).toEqual(['towns.geojson', 'default-areas.geojson']);
    for (const [file, text] of derived.value) expect(files.get(file) === text, file).toBe(true);
  });
});

describe('shipped default areas', () => {
  const outlines = dataset.defaultAreas.map((area) => toPlanarMultiPolygon(area.outline));

  it('have the capacities that the method names', () => {
    expect(dataset.defaultAreas).toHaveLength(318);
    const capacities = dataset.parameters.towns.map(({ id }) =>
      dataset.defaultAreas.reduce((sum, area, index) => {
        if (area.town !== id) return sum;
        const daa = multiPolygonArea(outlines[index] ?? []) / SQUARE_METRES_PER_DAA;
        return sum + daa * area.developableShare * TYPOLOGIES[area.typology].dwellingsPerDaa;
      }, 0),
    );
    expect(capacities.map(Math.round)).toEqual([1640, 2362, 1779, 1587, 9568]);
    expect(Math.round(capacities.reduce((sum, capacity) => sum + capacity, 0))).toBe(16_936);
  });

  it('do not overlap beyond slivers of a millimetre', () => {
    for (const [index, outline] of outlines.entries()) {
      const later = outlines.slice(index + 1).flat();
      // A rim of at most 800 m, off by a millimetre or two.
      expect(multiPolygonArea(intersection(outline, later)), dataset.defaultAreas[index]?.id).toBeLessThan(1.5);
    }
  });

  it('lie in their towns', () => {
    const towns = new Map(dataset.towns.map((town) => [town.id, toPlanarMultiPolygon(town.outline)]));
    const astray = dataset.defaultAreas.map((area, index) =>
      multiPolygonArea(difference(outlines[index] ?? [], towns.get(area.town) ?? [])),
    );
    expect(Math.max(...astray)).toBeLessThan(1.5);
  });
});
