import { describe, expect, it } from 'vitest';
import { PlaceBuilder, rectangle } from '../../tests/support/placeBuilder';
import type { Dataset, Layer } from '../core/domain/dataset';
import { identifier, type LayerId } from '../core/domain/identifiers';
import { exchangeStyle, type ExchangedMap } from './exchangeStyle';
import { layerSource, SOURCES } from './sourceIds';
import { buildStyle, type MapStyle } from './style';

const PLACE = new PlaceBuilder()
  .withPolygons('land', [rectangle(0, 0, 5000, 5000)])
  .withPolygons('farmland', [rectangle(0, 0, 500, 500)])
  .withPolygons('green', [rectangle(600, 0, 500, 500)])
  .withRiver('Storelva', [0, 0, 1000, 1000])
  .withStation('Torget', 500, 500)
  .build();

/** A map that keeps what it is told, and refuses what MapLibre would. */
class ToldMap implements ExchangedMap {
  readonly sources = new Map<string, unknown>();
  readonly done: string[] = [];
  order: string[] = [];

  constructor({ specification, layers }: MapStyle) {
    for (const [id, source] of Object.entries(specification.sources)) this.sources.set(id, source);
    this.order = layers.map(({ spec }) => spec.id);
  }

  addSource: ExchangedMap['addSource'] = (id, source) => {
    if (this.sources.has(id)) throw new Error(`There is a source ${id} already.`);
    this.sources.set(id, source);
    this.done.push(`source ${id}`);
    return this as never;
  };

  removeSource: ExchangedMap['removeSource'] = (id) => {
    if (!this.sources.delete(id)) throw new Error(`There is no source ${id}.`);
    return this as never;
  };

  addLayer: ExchangedMap['addLayer'] = (layer, beneath) => {
    if ('source' in layer && typeof layer.source === 'string' && !this.sources.has(layer.source)) throw new Error(`${layer.id} has no source.`);
    const place = beneath === undefined ? this.order.length : this.order.indexOf(beneath);
    if (place < 0) throw new Error(`There is no layer ${beneath}.`);
    this.order.splice(place, 0, layer.id);
    return this as never;
  };

  removeLayer: ExchangedMap['removeLayer'] = (id) => {
    if (!this.order.includes(id)) throw new Error(`There is no layer ${id}.`);
    this.order = this.order.filter((other) => other !== id);
    return this as never;
  };

  getLayersOrder = (): string[] => [...this.order];

  getSource = (id: string): unknown => (this.sources.has(id) ? { setData: (): number => this.done.push(`data ${id}`) } : undefined);
}

/** The place with a layer of the user's own in the farmland role, in place of what was there. */
function withOwn(place: Dataset, id: string): Dataset {
  const sample = place.layers.find(({ description }) => description.role === 'farmland');
  if (!sample) throw new Error('There is no farmland.');
  const own: Layer = { ...sample, drawnApart: true, description: { ...sample.description, id: identifier<LayerId>(id) } };
  return { ...place, layers: [...place.layers.filter((layer) => layer !== sample), own] };
}

const BEFORE = buildStyle(PLACE);
const OWN = withOwn(PLACE, 'ar5');

describe('another style on a map that is drawn', () => {
  it('has the sources and the order of layers that a map built from it would have', () => {
    const after = buildStyle(OWN, BEFORE);
    const map = new ToldMap(BEFORE);
    exchangeStyle(map, BEFORE, after);
    expect(map.order).toEqual(after.layers.map(({ spec }) => spec.id));
    expect([...map.sources.keys()].toSorted()).toEqual(Object.keys(after.specification.sources).toSorted());
    exchangeStyle(map, after, BEFORE);
    expect(map.order).toEqual(BEFORE.layers.map(({ spec }) => spec.id));
  });

  it('is told of nothing but what is new', () => {
    const after = buildStyle(OWN, BEFORE);
    const map = new ToldMap(BEFORE);
    exchangeStyle(map, BEFORE, after);
    expect(map.done).toEqual([`source ${layerSource(identifier<LayerId>('ar5'))}`]);
    expect(after.specification.sources[layerSource(identifier<LayerId>('ar5'))]).toMatchObject({ type: 'vector', tiles: ['own-layer://ar5/{z}/{x}/{y}'] });
    expect(after.ground).toBe(BEFORE.ground);
    expect(after.specification.sources[SOURCES.sea]).toBe(BEFORE.specification.sources[SOURCES.sea]);
  });

  it('is told of data that changed under the same name', () => {
    const land = PLACE.layers.map((layer) => (layer.description.role === 'land' ? { ...layer } : layer));
    const third = buildStyle({ ...PLACE, layers: land }, BEFORE);
    const other = new ToldMap(BEFORE);
    exchangeStyle(other, BEFORE, third);
    expect(other.done).toContain(`data ${SOURCES.sea}`);
    expect(other.done.some((told) => told.startsWith('source'))).toBe(false);
  });

  it('leaves pictures that lie on the ground above all land', () => {
    const after = buildStyle(OWN, BEFORE);
    const map = new ToldMap(BEFORE);
    map.order.splice(map.order.indexOf('areas:fill'), 0, 'raster:x', 'online:y');
    exchangeStyle(map, BEFORE, after);
    const at = (id: string): number => map.order.indexOf(id);
    const own = map.order.filter((id) => id.includes('ar5') && at(id) < at('areas:fill'));
    expect(own.length).toBeGreaterThan(0);
    for (const id of own) expect(at(id)).toBeLessThan(at('raster:x'));
    expect(at('online:y')).toBe(at('areas:fill') - 1);
  });
});
