import { describe, expect, it } from 'vitest';
import { PlaceBuilder } from '../../tests/support/placeBuilder';
import type { Dataset, FeatureProperties, Layer } from '../core/domain/dataset';
import { identifier, type LayerId, type ProjectId } from '../core/domain/identifiers';
import type { Station } from '../core/domain/station';
import { trackFeatures } from './layerFeatures';
import { layerGroupsOf } from './layerGroups';
import { PALETTE } from './palette';
import { describeRail } from './rail';
import { stationFeatures, stationImages } from './stationFeatures';

const PROJECT = identifier<ProjectId>('newLine');
const PLANNED: Station['status'] = { kind: 'underConstruction', project: PROJECT, openingYear: 2029 };

function railPlace(lines: readonly FeatureProperties[]): Dataset {
  const place = new PlaceBuilder()
    .withStation('Nord', 100, 100, { mode: 'metro', line: '10' })
    .withStation('Torget', 900, 900, { mode: 'metro', line: 'Nybanen', status: PLANNED })
    .withStation('Torget tog', 1000, 900, { name: 'Torget' })
    .build();
  const [some] = place.layers;
  if (some === undefined) throw new Error('The place has no layer to take after.');
  const rail: Layer = {
    description: { ...some.description, id: identifier<LayerId>('rail'), role: 'railLine' },
    polygons: [],
    points: [],
    lines: lines.map((properties) => ({ line: [[10, 60], [10.1, 60]], properties })),
  };
  return {
    ...place,
    layers: [...place.layers, rail],
    parameters: { ...place.parameters, projects: [{ id: PROJECT, name: 'Nybanen', openingYear: 2029 }] },
  };
}

const LINES = [
  { name: 'Jernbane', mode: 'train', line: null, project: null },
  { name: 'Sørbanen', mode: 'metro', line: '10', project: null },
  { name: 'Vestbanen', mode: 'metro', line: '2', project: null },
  { name: 'Nybanen', mode: 'metro', line: 'Nybanen', project: 'newLine' },
];
const place = railPlace(LINES);
const rail = describeRail(place);
const railLayer = place.layers.find(({ description }) => description.role === 'railLine');
if (railLayer === undefined) throw new Error('The place has no rail.');

const moment = (year: number | null, on = true): Parameters<typeof stationFeatures>[2] => ({
  year,
  projects: new Map(on ? [] : [[PROJECT, false]]),
});
const states = (at: ReturnType<typeof moment>): readonly unknown[] =>
  trackFeatures(place, rail, railLayer, at).features.map(({ properties }) => properties['state']);
const stationState = (at: ReturnType<typeof moment>): unknown =>
  stationFeatures(place, rail, at).features.find(({ properties }) => properties.id === 'Torget')?.properties['state'];

describe('rail', () => {
  it('lists metro lines in the order of their numbers, each in a colour of its own', () => {
    expect(rail.metroLines.map(({ title }) => title)).toEqual(['Vestbanen (linje 2)', 'Sørbanen (linje 10)', 'Nybanen']);
    expect(new Set(rail.metroLines.map(({ colour }) => colour)).size).toBe(3);
    expect(rail.lines.map(({ colour }) => colour)[0]).toBe(PALETTE.railway);
    expect(rail.lines[1]?.colour).toBe(rail.metroLines[1]?.colour);
  });

  it('gives stations the colour of their line', () => {
    const [nord, torget, train] = place.stations;
    if (!nord || !torget || !train) throw new Error('The place lacks stations.');
    expect(rail.stationColour(nord)).toBe(rail.metroLines[1]?.colour);
    expect(rail.stationColour(torget)).toBe(rail.metroLines[2]?.colour);
    expect(rail.stationColour(train)).toBe(PALETTE.station);
  });

  it('draws a project as planned today and before its year, open from then on, and greyed when left out', () => {
    expect(states(moment(null))).toEqual(['open', 'open', 'open', 'planned']);
    expect(states(moment(2028)).at(-1)).toBe('planned');
    expect(states(moment(2029)).at(-1)).toBe('open');
    expect(states(moment(2035, false)).at(-1)).toBe('leftOut');
    expect([null, 2028, 2029].map((year) => stationState(moment(year)))).toEqual(['planned', 'planned', 'open']);
    expect(stationState(moment(2035, false))).toBe('leftOut');
  });

  it('has an image for every station in every state', () => {
    const images = stationImages(place.stations, rail);
    for (const at of [moment(null), moment(2035), moment(2035, false)]) {
      for (const { properties } of stationFeatures(place, rail, at).features) expect(images.has(`${properties['icon']}`)).toBe(true);
    }
  });

  it('writes the name that neighbours share once, at the train station', () => {
    const labels = stationFeatures(place, rail, moment(null)).features.map(({ properties }) => [properties.id, properties['label']]);
    expect(Object.fromEntries(labels)).toEqual({ 'Torget tog': 'Torget', Nord: 'Nord', Torget: '' });
  });

  it('tells in the legend what is being built', () => {
    const group = layerGroupsOf(place).find(({ id }) => id === 'rail');
    expect(group?.layers).toEqual(['rail']);
    const texts = group?.legend.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['Jernbane', 'Nybanen (under bygging)', 'Togstasjon', 'T-banestasjon', 'Stasjon under bygging']));
  });
});
