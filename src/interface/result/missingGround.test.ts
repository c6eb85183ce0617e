import { describe, expect, it } from 'vitest';
import type { LayerDescription, LayerRole } from '../../core/domain/catalogue';
import type { Layer } from '../../core/domain/dataset';
import { identifier, type LayerId } from '../../core/domain/identifiers';
import { RESULT_WORDS } from '../words/result';
import { missingGround } from './missingGround';

function layer(role: LayerRole, accuracyMetres: number | null, file: string, lines: Layer['lines'] = []): Layer {
  const description: LayerDescription = {
    id: identifier<LayerId>(`${file}-${role}`),
    title: role,
    role,
    file,
    format: 'geojson',
    source: '',
    date: '',
    licence: '',
    attribution: '',
    accuracyMetres,
    accuracyNote: '',
    assumption: false,
  };
  return { description, polygons: [], lines, points: [] };
}

const STREAM: Layer['lines'] = [{ line: [[10, 60], [11, 60]], properties: {} }];
const COARSE = [layer('farmland', 500, 'n1000'), layer('green', 500, 'n1000'), layer('water', 500, 'n1000', STREAM)];
const AR5 = [layer('farmland', 2, 'ar5'), layer('green', 2, 'ar5'), layer('water', 2, 'ar5')];

describe('what is missing to tell plans in the built-up area apart', () => {
  it('is everything on coarse data', () => {
    expect(missingGround(COARSE)).toEqual(['landResource', 'parks', 'streams']);
    expect(missingGround([layer('farmland', null, 'x')])).toContain('landResource');
  });

  it('is parks and streams once a land resource map is there: it has neither', () => {
    expect(missingGround([...COARSE, ...AR5])).toEqual(['parks', 'streams']);
  });

  it('is nothing when they are there too', () => {
    const all = [...AR5, layer('green', 5, 'parker'), layer('water', 5, 'elvis', STREAM)];
    expect(missingGround(all)).toEqual([]);
    expect(missingGround([...COARSE, layer('green', 5, 'parker'), layer('water', 5, 'elvis', STREAM)])).toEqual(['landResource']);
  });

  it('is told one by one', () => {
    expect(RESULT_WORDS.hardlyDiffers(['landResource', 'parks', 'streams'])).toContain('AR5, parker og detaljert vann');
    expect(RESULT_WORDS.hardlyDiffers(['parks', 'streams'])).toContain('Det trengs parker og detaljert vann');
    expect(RESULT_WORDS.hardlyDiffers(['streams'])).toContain('Det trengs detaljert vann for');
  });
});
