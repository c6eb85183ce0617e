import { describe, expect, it } from 'vitest';
import { hatchImage, type MapImage, stationImage, stippleImage, warningImage } from './images';

function pixel(image: MapImage, column: number, row: number): readonly number[] {
  const at = (((row + image.height) % image.height) * image.width + ((column + image.width) % image.width)) * 4;
  return Array.from(image.data.subarray(at, at + 4));
}

const opacity = (image: MapImage, column: number, row: number): number => pixel(image, column, row)[3] ?? 0;

describe('images drawn for the map', () => {
  it('hatches seamlessly along its diagonal', () => {
    for (const rising of [true, false]) {
      const image = hatchImage('#d3b566', 4, 0.8, rising);
      for (let step = 0; step < 8; step += 1) {
        const along = rising ? -step : step;
        expect(opacity(image, along, step)).toBe(opacity(image, 0, 0));
        expect(opacity(image, along + 3, step)).toBe(opacity(image, 3, 0));
      }
      const covered = image.data.filter((value, index) => index % 4 === 3 && value > 0).length;
      expect(covered).toBeGreaterThan(0);
      expect(covered).toBeLessThan(image.width * image.height);
    }
  });

  it('covers with a hatch what its width says', () => {
    const image = hatchImage('#000000', 8, 2, true);
    const mean = image.data.reduce((sum, value, index) => sum + (index % 4 === 3 ? value / 255 : 0), 0) / (image.width * image.height);
    expect(mean).toBeCloseTo((2 * Math.SQRT2) / 8, 1);
  });

  it('stipples two dots in the colour given', () => {
    const image = stippleImage('#336699', 8, 1);
    expect(pixel(image, 4, 4)).toEqual([0x33, 0x66, 0x99, 255]);
    expect(pixel(image, 12, 12)).toEqual([0x33, 0x66, 0x99, 255]);
    expect(opacity(image, 12, 4)).toBe(0);
  });

  it('tells solid from hollow stations and round from square ones', () => {
    const solid = stationImage('circle', '#ffffff', '#112233', '#fbf9f4', true);
    const hollow = stationImage('circle', '#ffffff', '#112233', '#fbf9f4', false);
    const square = stationImage('square', '#ffffff', '#112233', '#fbf9f4', true);
    const whites = (image: MapImage): number =>
      Array.from({ length: image.width }, (_, column) => pixel(image, column, image.height / 2)).filter(([red = 0]) => red === 255).length;
    expect(whites(hollow)).toBeGreaterThan(whites(solid) + 2);
    expect(opacity(square, 9, 9)).toBe(255);
    expect(opacity(solid, 7, 7)).toBe(0);
  });

  it('puts a mark in the middle of a warning', () => {
    const image = warningImage('#b3261e', '#ffffff', '#fbf9f4');
    expect(pixel(image, 26, 26)).toEqual([255, 255, 255, 255]);
    expect(pixel(image, 18, 38)).toEqual([0xb3, 0x26, 0x1e, 255]);
    expect(opacity(image, 1, 1)).toBe(0);
  });
});
