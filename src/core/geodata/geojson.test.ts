import { describe, expect, it } from 'vitest';
import { readFeatures } from './geojson';

function collection(...geometries: readonly unknown[]): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: geometries.map((geometry, index) => ({ type: 'Feature', properties: { index, list: [1] }, geometry })),
  });
}

function problemOf(text: string): string {
  const features = readFeatures('a.geojson', text);
  return features.kind === 'invalid' ? features.problems.join('\n') : 'no problem';
}

const square = [[10, 60], [10.1, 60], [10.1, 60.1], [10, 60.1], [10, 60]];
const hole = [[10.02, 60.02], [10.02, 60.04], [10.04, 60.04], [10.02, 60.02]];

describe('GeoJSON', () => {
  it('turns exteriors counter-clockwise and holes clockwise', () => {
    const right = { type: 'Polygon', coordinates: [square, hole] };
    const wrong = { type: 'Polygon', coordinates: [square.toReversed(), hole.toReversed()] };
    const features = readFeatures('a.geojson', collection(right, wrong));
    expect(features).toMatchObject({
      kind: 'valid',
      value: { polygons: [{ outline: [[square, hole]] }, { outline: [[square, hole]], properties: { index: 1, list: '[1]' } }] },
    });
  });

  it('reads all kinds of geometry, one feature for each part of a multi-line or multi-point', () => {
    const features = readFeatures(
      'a.geojson',
      collection(
        { type: 'MultiPolygon', coordinates: [[square], [hole]] },
        { type: 'LineString', coordinates: [[10, 60, 5], [11, 60, 6]] },
        { type: 'MultiLineString', coordinates: [square, hole] },
        { type: 'Point', coordinates: [10, 60] },
        { type: 'MultiPoint', coordinates: [[10, 60], [11, 60]] },
        null,
      ),
    );
    expect(features.kind === 'valid' && [features.value.polygons.length, features.value.lines.length, features.value.points.length]).toEqual([1, 3, 3]);
    expect(features).toMatchObject({ value: { lines: [{ line: [[10, 60], [11, 60]] }, {}, {}] } });
  });

  it('says in which object what is wrong', () => {
    expect(problemOf('{')).toContain('a.geojson er ikke gyldig JSON');
    expect(problemOf('{"type":"Feature"}')).toContain('felt «features»: mangler');
    expect(problemOf(collection(null, { type: 'Polygon', coordinates: [square.slice(0, 4)] }))).toContain('objekt 2: en ring er ikke lukket');
    expect(problemOf(collection({ type: 'Polygon', coordinates: [[[10, 60], [10, 61], [10, 60]]] }))).toContain('færre enn fire');
    expect(problemOf(collection({ type: 'Polygon', coordinates: [] }))).toContain('mangler ytre ring');
    expect(problemOf(collection({ type: 'Polygon', coordinates: square }))).toContain('objekt 1');
    expect(problemOf(collection({ type: 'Point', coordinates: [583_000, 6_640_000] }))).toContain('WGS84');
    expect(problemOf(collection({ type: 'Point', coordinates: ['10', 60] }))).toContain('ikke to tall');
    expect(problemOf(collection({ type: 'LineString', coordinates: [[10, 60]] }))).toContain('færre enn to');
    expect(problemOf(collection({ type: 'GeometryCollection', geometries: [] }))).toContain('features[0].geometry.type');
  });
});
