import { describe, expect, it } from 'vitest';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf, TOWN } from '../../tests/support/placeBuilder';
import { identifier, type AreaId } from '../core/domain/identifiers';
import type { AreaFacts, Conflict } from '../core/scoring/evaluation';
import type { MapSurface } from './mapSurface';
import { createScenarioPainter, type ScenarioPainter } from './scenarioPainter';
import { layerSource } from './sourceIds';
import { buildStyle } from './style';
import { townOutline } from '../../tests/support/townOutline';

const place = new PlaceBuilder().withPolygons('farmland', [rectangle(0, 0, 500, 500)]).withStation('Torget', 500, 500).build();
const style = buildStyle(place);
const farmland = place.layers.find(({ description }) => description.role === 'farmland')?.description.id ?? identifier('none');

/** Keeps what was done, one line for each call, and the state that features end up with. */
class RecordingSurface implements MapSurface {
  calls: string[] = [];
  readonly states = new Map<string, Record<string, number | boolean>>();
  readonly setData: MapSurface['setData'] = (source, { features }) => this.calls.push(`data ${source} ${features.length}`);
  readonly setState: MapSurface['setState'] = (source, feature, state) => {
    this.calls.push(`state ${source} ${feature}`);
    this.states.set(feature, { ...this.states.get(feature), ...state });
  };
  readonly setOpacity: MapSurface['setOpacity'] = (layer, property, value) =>
    this.calls.push(`opacity ${layer} ${property} ${JSON.stringify(value)}`);
  readonly setVisible: MapSurface['setVisible'] = (layer, visible) => this.calls.push(`visible ${layer} ${visible}`);

  /** The calls since the last time. */
  take(): readonly string[] {
    const taken = this.calls;
    this.calls = [];
    return taken;
  }
}

function start(): { readonly surface: RecordingSurface; readonly painter: ScenarioPainter } {
  const surface = new RecordingSurface();
  return { surface, painter: createScenarioPainter(surface, style) };
}

const ground: AreaFacts['groundDaa'] = { sea: 0, lake: 0, farmland: 0, marka: 0, green: 0, builtUp: 0, other: 0 };
const facts = new Map(
  ['a', 'b'].map((name) => [identifier<AreaId>(name), { landDaa: 10, capacity: 100, meanDepartureMinutes: 5, groundDaa: ground }]),
);
const outlines = { a: rectangle(0, 0, 100, 100), b: rectangle(200, 0, 100, 100) };
const withDwellings = (a: number, b: number): ReturnType<typeof scenarioOf> =>
  scenarioOf([developmentArea('a', outlines.a, a), developmentArea('b', outlines.b, b)]);
const conflict: Conflict = {
  kind: 'farmland', severity: 'warning', area: identifier<AreaId>('a'), areaDaa: 3, position: [10, 60], layers: [farmland],
};

describe('painting a scenario', () => {
  it('hands over outlines once, and only state while dwellings change', () => {
    const { surface, painter } = start();
    painter.showScenario(withDwellings(20, 30), null, facts);
    expect(surface.take()).toEqual(['data areas 2', 'state areas a', 'state areas b']);
    painter.showScenario(withDwellings(40, 30), null, facts);
    expect(surface.take()).toEqual(['state areas a']);
    expect(surface.states.get('a')).toEqual({ density: 4, overCapacity: false, forbidden: false });
    painter.showScenario(withDwellings(40, 30), null, facts);
    expect(surface.take()).toEqual([]);
  });

  it('draws what sets two apart once, and takes it away again', () => {
    const { surface, painter } = start();
    const pieces = [
      { id: 'one', outline: outlines.a, difference: -2 },
      { id: 'two', outline: outlines.b, difference: 0 },
    ];
    painter.showDifference(null);
    expect(surface.take()).toEqual([]);
    painter.showDifference(pieces);
    painter.showDifference(pieces);
    expect(surface.take()).toEqual(['data difference 2']);
    painter.showDifference(null);
    expect(surface.take()).toEqual(['data difference 0']);
  });

  it('hands over outlines again when an area is added, redrawn or gone', () => {
    const { surface, painter } = start();
    painter.showScenario(withDwellings(20, 30), null, facts);
    surface.take();
    painter.showScenario(scenarioOf([developmentArea('a', outlines.a, 20)]), null, facts);
    expect(surface.take()).toEqual(['data areas 1']);
    painter.showScenario(scenarioOf([developmentArea('a', outlines.b, 20)]), null, facts);
    expect(surface.take()).toEqual(['data areas 1']);
    painter.showScenario(withDwellings(20, 30), null, facts);
    expect(surface.take()).toEqual(['data areas 2', 'state areas b']);
  });

  it('draws a town anew where the scenario gives it another outline', () => {
    const { surface, painter } = start();
    const scenario = { ...withDwellings(1, 1), measures: townOutline(TOWN, rectangle(0, 0, 300, 300)) };
    painter.showScenario(scenario, null, null);
    expect(surface.take().slice(1, 3)).toEqual(['data towns 1', 'data town-names 1']);
    painter.showScenario(scenario, null, null);
    expect(surface.take()).toEqual([]);
  });

  it('draws stations anew when a period opens or a project is left out', () => {
    const { surface, painter } = start();
    painter.showScenario(withDwellings(1, 1), null, null);
    surface.take();
    painter.showScenario(withDwellings(1, 1), null, null, 1);
    expect(surface.take()).toEqual(['data stations 1']);
  });

  it('unselects what is no longer selected', () => {
    const { surface, painter } = start();
    painter.select(new Set([identifier<AreaId>('a'), identifier<AreaId>('b')]));
    painter.select(new Set([identifier<AreaId>('b')]));
    expect(surface.states).toEqual(new Map([['a', { selected: false }], ['b', { selected: true }]]));
    painter.highlightTown(TOWN);
    painter.highlightTown(null);
    expect(surface.states.get(TOWN)).toEqual({ highlighted: false });
  });

  it('lights up the conflict and its layer while it is focused', () => {
    const { surface, painter } = start();
    painter.showConflicts([conflict], conflict);
    const highlight = style.layers.find(({ highlights }) => highlights === layerSource(farmland))?.spec.id;
    expect(surface.take()).toEqual(expect.arrayContaining(['data conflicts 1', 'state areas a', `visible ${highlight} true`]));
    expect(surface.states.get('a')).toEqual({ lit: true });
    painter.showConflicts([{ ...conflict }], null);
    expect(surface.take()).toContain(`visible ${highlight} false`);
    expect(surface.states.get('a')).toEqual({ lit: false });
    painter.showConflicts([{ ...conflict }], null);
    expect(surface.take()).toEqual([]);
  });

  it('switches and fades a group with all its layers, and nothing that did not change', () => {
    const { surface, painter } = start();
    const farmlandLayers = style.layers.filter(({ group }) => group === 'farmland').map(({ spec }) => spec.id);
    painter.showLayers(new Map([['farmland', { visible: true, opacity: 1 }]]));
    expect(surface.take()).toEqual([]);
    painter.showLayers(new Map([['farmland', { visible: false, opacity: 0.5 }]]));
    const calls = surface.take();
    for (const layer of farmlandLayers) expect(calls).toContain(`visible ${layer} false`);
    expect(calls.filter((call) => call.startsWith('opacity'))).toHaveLength(farmlandLayers.length);
    painter.showLayers(new Map([['farmland', { visible: true, opacity: 1 }]]));
    expect(surface.take()).toHaveLength(2 * farmlandLayers.length);
  });
});
