import { describe, expect, it } from 'vitest';
import { PlaceBuilder, rectangle } from '../../tests/support/placeBuilder';
import { groupOfLayer, initialLayerSettings, layerGroupsOf } from './layerGroups';

const place = new PlaceBuilder()
  .withPolygons('farmland', [rectangle(0, 0, 500, 500)])
  .withPolygons('green', [rectangle(600, 0, 500, 500)])
  .withRiver('Storelva', [0, 0, 1000, 1000])
  .build();
const idOf = (role: string): string =>
  place.layers.find(({ description }) => description.role === role)?.description.id ?? '';

describe('layer groups', () => {
  it('puts each layer in one group, and leaves out groups without anything to show', () => {
    const groups = layerGroupsOf(place);
    expect(groups.map(({ id }) => id)).toEqual(['areas', 'towns', 'green', 'water', 'farmland', 'names']);
    const members = groups.flatMap(({ layers }) => layers);
    expect(new Set(members).size).toBe(members.length);
    expect(members.toSorted()).toEqual(
      place.layers.filter((layer) => groupOfLayer(layer) !== null).map(({ description }) => description.id).toSorted(),
    );
    expect(groups.every(({ legend, title }) => legend.length > 0 && title !== '')).toBe(true);
  });

  it('opens with the groups off whose layers the place hides', () => {
    const hiding = { ...place, parameters: { ...place.parameters, hiddenLayers: place.layers.filter(({ description }) => description.id === idOf('farmland')).map(({ description }) => description.id) } };
    const settings = initialLayerSettings(layerGroupsOf(hiding));
    expect(settings.get('farmland')).toEqual({ visible: false, opacity: 1 });
    expect(settings.get('water')).toEqual({ visible: true, opacity: 1 });
  });
});
