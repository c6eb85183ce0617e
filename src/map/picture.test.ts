import { describe, expect, it } from 'vitest';
import { PlaceBuilder, rectangle } from '../../tests/support/placeBuilder';
import { rightsHolders, sourceLines } from './attributionControl';
import { PAGE, placeLegend, wrapText } from './imageLayout';
import { layerGroupsOf } from './layerGroups';
import { rampLabel } from './legendDrawing';
import { metresPerPixel, scaleBar } from './scaleBar';

describe('scale bar', () => {
  it('is the longest round length that fits', () => {
    expect(scaleBar(10, 220)).toEqual({ metres: 2000, pixels: 200, text: '2 km' });
    expect(scaleBar(1, 99)).toEqual({ metres: 50, pixels: 50, text: '50 m' });
    expect(scaleBar(4, 250)).toEqual({ metres: 1000, pixels: 250, text: '1 km' });
    expect(scaleBar(6, 220).text).toBe('1 km');
  });

  it('knows that Web Mercator stretches towards the pole', () => {
    expect(metresPerPixel(0, 0)).toBeCloseTo(78_271.517, 3);
    expect(metresPerPixel(10, 60)).toBeCloseTo(78_271.517 / 1024 / 2, 3);
  });
});

describe('exported picture', () => {
  const place = new PlaceBuilder().withPolygons('farmland', [rectangle(0, 0, 500, 500)]).withStation('Torget', 500, 500).build();

  it('sets the whole legend inside the page without overlap', () => {
    const groups = layerGroupsOf(place);
    const { items, bottom } = placeLegend(groups, 1000);
    expect(items.filter(({ kind }) => kind === 'entry')).toHaveLength(groups.flatMap(({ legend }) => legend).length);
    expect(new Set(items.map(({ x, y }) => `${x} ${y}`)).size).toBe(items.length);
    for (const { x, y } of items) {
      expect(x + PAGE.columnWide).toBeLessThanOrEqual(PAGE.wide - PAGE.margin + 1);
      expect(y).toBeLessThan(bottom);
    }
    expect(placeLegend([], 1000)).toEqual({ items: [], bottom: 1000 });
  });

  it('breaks lines at spaces and loses no word', () => {
    const text = 'Kilder: Kartverket, SSB og OpenStreetMap-bidragsytere';
    const lines = wrapText(text, 20, (part) => part.length);
    expect(lines.join(' ')).toBe(text);
    expect(lines.slice(0, -1).every((line) => line.length <= 20)).toBe(true);
    expect(wrapText('', 20, (part) => part.length)).toEqual([]);
  });

  it('names each rights holder once and every source with its date', () => {
    const [first] = place.layers;
    if (first === undefined) throw new Error('The place has no layer.');
    const layer = (attribution: string): typeof first => ({ ...first, description: { ...first.description, attribution } });
    expect(rightsHolders({ layers: [layer('© Ola, Kari'), layer('© Ola; © Per')] })).toEqual(['© Ola', 'Kari', '© Per']);
    expect(sourceLines({ layers: [first] })[0]).toContain('2026');
  });

  it('writes ramp values in Norwegian', () => {
    expect([0.5, 16, -0.25].map(rampLabel)).toEqual(['0,5', '16', '−0,25']);
  });
});
