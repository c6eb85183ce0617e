import { describe, expect, it } from 'vitest';
import { PlaceBuilder, rectangle } from '../../tests/support/placeBuilder';
import type { Dataset, FeatureProperties, Layer } from '../core/domain/dataset';
import { identifier, type LayerId } from '../core/domain/identifiers';
import { placeNameFeatures } from './placeFeatures';

function placeWith(names: readonly FeatureProperties[]): Dataset {
  const place = new PlaceBuilder().withStation('Haug', 500, 500).build();
  const [some] = place.layers;
  if (some === undefined) throw new Error('The place has no layer to take after.');
  const parts: Layer = {
    ...some,
    description: { ...some.description, id: identifier<LayerId>('parts'), role: 'reference' },
    polygons: names.map((properties, index) => ({ outline: rectangle(index * 300, 1500, 200, 200), properties })),
  };
  return { ...place, layers: [...place.layers, parts] };
}

describe('place names', () => {
  it('tells parts, parts with a station of that name, and neighbours apart; towns and the municipality itself are named elsewhere', () => {
    const place = placeWith([
      { name: 'Øvre' },
      { name: 'Haug' },
      { name: 'Byen' },
      { name: 'Nabo', number: '1111' },
      { name: 'Prøve', number: '9999' },
      { name: null },
    ]);
    expect(placeNameFeatures(place).features.map(({ properties }) => [properties['name'], properties['rank']])).toEqual([
      ['Øvre', 'part'],
      ['Haug', 'partWithStation'],
      ['Nabo', 'neighbour'],
    ]);
  });

  it('puts the name of a part that takes in the sea on land', () => {
    const place = placeWith([{ name: 'Kysten' }]);
    const wide = { outline: rectangle(2000, 500, 6000, 200), properties: { name: 'Kysten' } };
    const layers = place.layers.map((layer) => (layer.description.role === 'reference' ? { ...layer, polygons: [wide] } : layer));
    const [feature] = placeNameFeatures({ ...place, layers }).features;
    const eastOfLand = rectangle(4500, 500, 1, 1)[0]?.[0]?.[0]?.[0] ?? 0;
    expect(feature?.geometry).toMatchObject({ type: 'Point' });
    expect(feature?.geometry.type === 'Point' ? (feature.geometry.coordinates[0] ?? Infinity) : Infinity).toBeLessThan(eastOfLand);
  });
});
