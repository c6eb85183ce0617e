import { describe, expect, it } from 'vitest';
import { droppedFixture, HEAVY, NEAR } from '../../tests/support/importFiles';
import { placeLayer } from '../core/import/placeLayer';
import { readFiles } from '../core/import/readFiles';
import { recogniseRole } from '../core/import/recogniseRole';
import { convertForeign } from './convertForeign';

describe('what only GDAL reads', () => {
  it.each(['patches.gml', 'patches-geodatabase.zip'])('is read in Node: %s', async (name) => {
    const reading = await readFiles([droppedFixture(name)], { ...HEAVY, convertForeign });
    if (reading.kind === 'failed') throw new Error(reading.problem);
    const [layer, ...others] = reading.layers.map((raw) => placeLayer(raw, { near: NEAR, chosen: null }));
    if (!layer) throw new Error('There is no layer.');
    expect(others).toEqual([]);
    expect(layer.summary.polygons).toBe(4);
    expect(layer.summary.areaDaa).toBeCloseTo(100, 1);
    expect(recogniseRole(layer).reason).toContain('AR5-koder');
  });

  it('is refused in words where GDAL does not know it either', async () => {
    const [name, bytes] = ['gåte.xyz', new TextEncoder().encode('<hemmelig/>')] as const;
    expect(await readFiles([{ name, bytes }], { ...HEAVY, convertForeign })).toMatchObject({
      kind: 'failed',
      problem: expect.stringContaining('«gåte.xyz» kunne ikke leses av GDAL (filen kan ikke åpnes)') as string,
    });
  });
});
