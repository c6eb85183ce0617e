import { describe, expect, it } from 'vitest';
import { PlaceBuilder, rectangle } from '../../tests/support/placeBuilder';
import { identifier } from '../core/domain/identifiers';
import type { Conflict } from '../core/scoring/evaluation';
import { layerFeatureId, layerSource, SOURCES } from './sourceIds';
import { targetsOf } from './targets';

const place = new PlaceBuilder()
  .withPolygons('farmland', [rectangle(0, 0, 500, 500), rectangle(600, 0, 500, 500)])
  .withRiver('Storelva', [0, 0, 1000, 1000])
  .build();
const layerOf = (role: string): ReturnType<typeof identifier> => {
  const layer = place.layers.find(({ description }) => description.role === role);
  if (layer === undefined) throw new Error(`No layer of role ${role}.`);
  return layer.description.id;
};
const farmland = { source: layerSource(identifier(layerOf('farmland'))), id: layerFeatureId('polygon', 1) };
const river = { source: layerSource(identifier(layerOf('water'))), id: layerFeatureId('line', 0) };
const conflict: Conflict = {
  kind: 'farmland', severity: 'warning', area: identifier('a'), areaDaa: 1, position: [10, 60], layers: [],
};

describe('targets under the pointer', () => {
  it('names features of the data set with their own properties', () => {
    expect(targetsOf(place, [], [river])).toEqual([
      { kind: 'layerFeature', layer: layerOf('water'), geometry: 'line', index: 0, properties: { name: 'Storelva' } },
    ]);
  });

  it('means small things before large, whatever is drawn on top', () => {
    const found = [
      farmland,
      { source: SOURCES.towns, id: 'byen' },
      river,
      { source: SOURCES.areas, id: 'a' },
      { source: SOURCES.stations, id: 's' },
      { source: SOURCES.conflicts, id: '0' },
    ];
    expect(targetsOf(place, [conflict], found).map((target) => (target.kind === 'layerFeature' ? target.geometry : target.kind))).toEqual([
      'conflict', 'station', 'area', 'line', 'town', 'polygon',
    ]);
  });

  it('counts a feature once though several style layers draw it', () => {
    expect(targetsOf(place, [], [farmland, farmland, farmland])).toHaveLength(1);
  });

  it('passes over what it does not know', () => {
    expect(targetsOf(place, [], [{ source: 'veil', id: 'x' }, { source: SOURCES.conflicts, id: '7' }, { ...farmland, id: 'p99' }])).toEqual([]);
  });
});
