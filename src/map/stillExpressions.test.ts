import { describe, expect, it } from 'vitest';
import { passes, type StillFeature, stillColour, stillNumber } from './stillExpressions';
import { byZoom, hasState } from './styleLayer';

const polygon: StillFeature = { geometryType: 'Polygon', properties: { mode: 'metro', colour: '#123456' } };

describe('a still picture of the style', () => {
  it('reads numbers that grow with the zoom, and holds them outside the given levels', () => {
    const width = byZoom([10, 2], [12, 6], [13, 7]);
    expect([9, 10, 11, 12.5, 15].map((zoom) => stillNumber(width, polygon, zoom, 1))).toEqual([2, 2, 4, 6.5, 7]);
  });

  it('falls back where something is left out, and gives up where it does not understand', () => {
    expect(stillNumber(undefined, polygon, 12, 0.8)).toBe(0.8);
    expect(stillNumber(['sqrt', 4], polygon, 12, 0.8)).toBeNull();
    expect(stillColour(['get', 'colour'], polygon, 12)).toBe('#123456');
    expect(stillColour(['get', 'missing'], polygon, 12)).toBeNull();
  });

  it('has nothing hovered or selected', () => {
    expect(stillNumber(['case', hasState('hover'), 1, 0.4], polygon, 12, 1)).toBe(0.4);
    expect(stillNumber(['case', ['>', 1, 0], 1, 0.4], polygon, 12, 1)).toBeNull();
    expect(stillNumber(['case', ['any', hasState('a'), ['has', 'mode']], 1, 0], polygon, 12, 1)).toBe(1);
  });

  it('filters by geometry and attributes, and leaves out what it does not understand', () => {
    expect(passes(undefined, polygon, 12)).toBe(true);
    expect(passes(['==', ['geometry-type'], 'LineString'], polygon, 12)).toBe(false);
    expect(passes(['all', ['==', ['get', 'mode'], 'metro'], ['in', ['get', 'colour'], ['literal', ['#123456']]]], polygon, 12)).toBe(true);
    expect(passes(['within', {}], polygon, 12)).toBe(false);
  });
});
