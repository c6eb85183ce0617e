import { describe, expect, it } from 'vitest';
import { PlaceBuilder, rectangle } from '../../tests/support/placeBuilder';
import { opacityChanges } from './styleLayer';
import { buildStyle } from './style';

const place = new PlaceBuilder()
  .withPolygons('farmland', [rectangle(0, 0, 500, 500)])
  .withPolygons('green', [rectangle(600, 0, 500, 500)])
  .withPolygons('marka', [rectangle(600, 600, 500, 500)])
  .withPolygons('builtUp', [rectangle(600, 0, 500, 500)])
  .withRiver('Storelva', [0, 0, 1000, 1000])
  .withStation('Torget', 500, 500)
  .build();
const { specification, layers } = buildStyle(place);

describe('style', () => {
  it('holds nothing that would be fetched', () => {
    expect(specification.glyphs).toBeUndefined();
    expect(specification.sprite).toBeUndefined();
    expect(JSON.stringify(specification)).not.toMatch(/https?:|\/\//u);
    for (const source of Object.values(specification.sources)) {
      expect(source.type === 'geojson' && typeof source.data === 'object').toBe(true);
    }
  });

  it('draws each layer once, from a source that is there', () => {
    const ids = layers.map(({ spec }) => spec.id);
    expect(new Set(ids).size).toBe(ids.length);
    const drawnFrom = layers.flatMap(({ spec }) => ('source' in spec ? [spec.source] : []));
    expect(drawnFrom.filter((source) => specification.sources[source] === undefined)).toEqual([]);
  });

  it('draws areas beneath water, roads and rail, and names above all of them', () => {
    const at = (id: string): number => layers.findIndex(({ spec }) => spec.id === id);
    expect(at('areas:fill')).toBeLessThan(at('sea'));
    expect(at('sea')).toBeLessThan(at('veil'));
    expect(at('veil')).toBeLessThan(at('towns:line'));
    expect(at('towns:line')).toBeLessThan(at('stations'));
    expect(at('stations')).toBeLessThan(at('town-names'));
  });

  it('is drawn also of a place with nothing but its boundary', () => {
    const bare = buildStyle(new PlaceBuilder({ withLand: false }).build());
    expect(bare.layers.some(({ spec }) => spec.id === 'boundary')).toBe(true);
  });

  it('multiplies the opacity of a group into that of its layers', () => {
    const plain = layers.find(({ group, spec }) => group === 'green' && spec.type === 'fill' && spec.paint?.['fill-opacity'] === 0.62);
    if (plain === undefined) throw new Error('Marka is not drawn.');
    expect(opacityChanges(plain.spec, 0.5)).toEqual([{ property: 'fill-opacity', value: 0.31 }]);
    const byState = layers.find(({ spec }) => spec.id === 'areas:forbidden');
    expect(byState && opacityChanges(byState.spec, 0.5)[0]?.value).toEqual([
      '*',
      0.5,
      ['case', ['boolean', ['feature-state', 'forbidden'], false], 1, 0],
    ]);
  });

  it('keeps zoom out of opacities, which could not be multiplied then', () => {
    for (const { spec } of layers) {
      const opacities = Object.entries(spec.paint ?? {}).filter(([property]) => property.endsWith('-opacity'));
      expect(JSON.stringify(opacities)).not.toContain('"zoom"');
    }
  });
});
