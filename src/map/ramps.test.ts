import { describe, expect, it } from 'vitest';
import { DENSITY_RAMP, DIFFERENCE_RAMP, rampColour, rampExpression } from './ramps';

/** Relative luminance, WCAG 2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('colour ramps', () => {
  it('mixes between stops and holds the ends', () => {
    const ramp = [[0, '#000000'], [10, '#ff8040']] as const;
    expect(rampColour(ramp, 5)).toBe('#804020');
    expect(rampColour(ramp, -1)).toBe('#000000');
    expect(rampColour(ramp, 11)).toBe('#ff8040');
    expect(rampColour(ramp, 10)).toBe('#ff8040');
  });

  it('darkens with every step of density, so that grey print still orders the areas', () => {
    const lights = DENSITY_RAMP.map(([, colour]) => luminance(colour));
    for (let index = 1; index < lights.length; index += 1) expect(lights[index]).toBeLessThan((lights[index - 1] ?? 0) * 0.85);
  });

  it('darkens from zero to both sides for differences', () => {
    const zero = DIFFERENCE_RAMP.findIndex(([value]) => value === 0);
    const lights = DIFFERENCE_RAMP.map(([, colour]) => luminance(colour));
    expect(lights.slice(0, zero + 1)).toEqual(lights.slice(0, zero + 1).toSorted((one, other) => one - other));
    expect(lights.slice(zero)).toEqual(lights.slice(zero).toSorted((one, other) => other - one));
  });

  it('becomes an interpolation with all its stops', () => {
    expect(rampExpression([[0, '#000000'], [2, '#ffffff']], ['get', 'x'])).toEqual([
      'interpolate',
      ['linear'],
      ['get', 'x'],
      0,
      '#000000',
      2,
      '#ffffff',
    ]);
  });
});
