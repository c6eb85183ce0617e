import { describe, expect, it } from 'vitest';
import { columnText, figureText, listText, percentText, quantityText } from './figureText';

const plain = (text: string): string => text.replaceAll('\u00A0', ' ');

describe('figures in Norwegian', () => {
  it.each([
    [1.3, '1,3'],
    [1000, '1 000'],
    [0.75, '0,75'],
    [-2.5, '−2,5'],
    [-0, '0'],
    [Infinity, '∞'],
  ])('figureText(%s)', (value, text) => {
    expect(plain(figureText(value))).toBe(text);
  });

  it.each([
    [8250, '8 250'],
    [92.345, '92,3'],
    [3.4567, '3,46'],
    [0.0123456, '0,0123'],
    [0.5, '0,5'],
    [0, '0'],
    [-12.34, '−12,3'],
    [1e-12, '0'],
  ])('quantityText(%s) keeps three digits', (value, text) => {
    expect(plain(quantityText(value))).toBe(text);
  });

  it('columns have the decimals of their largest', () => {
    expect(columnText([1.234, 0.5, null])).toEqual(['1,23', '0,50', '']);
    expect(columnText([12.34, -0.01])).toEqual(['12,3', '0,0']);
    expect(columnText([1234.5, 1]).map(plain)).toEqual(['1 235', '1']);
  });

  it('shares and lists', () => {
    expect(plain(percentText(0.125))).toBe('12,5 %');
    expect(listText(['a'])).toBe('a');
    expect(listText(['a', 'b', 'c'])).toBe('a, b og c');
  });
});
