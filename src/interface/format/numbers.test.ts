import { describe, expect, test } from 'vitest';
import {
  countOf,
  formatDistance,
  formatNumber,
  formatQuantity,
  formatShare,
  formatUpTo,
  formatYears,
  parseNumber,
} from './numbers';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/gu, ' ');

describe('Norwegian numbers', () => {
  test('thousands are parted by a space that does not break', () => {
    expect(formatNumber(8250)).toMatch(/^8[\u00a0\u202f]250$/u);
    expect(plain(formatNumber(128982))).toBe('128 982');
  });

  test('decimals come after a comma', () => {
    expect(formatNumber(65.49, 1)).toBe('65,5');
    expect(formatNumber(65, 1)).toBe('65,0');
  });

  test('what rounds to nothing carries no sign', () => {
    expect(formatNumber(-0.2)).toBe('0');
    expect(formatNumber(-0)).toBe('0');
    expect(formatNumber(-3)).toBe('−3');
  });

  test('a number that is not known is a dash, never 0 or NaN', () => {
    for (const value of [null, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(formatNumber(value)).toBe('–');
      expect(formatUpTo(value, 1)).toBe('–');
      expect(formatQuantity(value)).toBe('–');
      expect(plain(formatShare(value))).toBe('– %');
    }
  });

  test('per cent has a decimal only where it says something', () => {
    expect(plain(formatShare(0.125))).toBe('12,5 %');
    expect(plain(formatShare(0.2))).toBe('20 %');
    expect(plain(formatShare(0.17647))).toBe('17,6 %');
    expect(plain(formatShare(0.16, 0))).toBe('16 %');
  });

  test('ending zeros are left out', () => {
    expect(formatUpTo(6.04, 1)).toBe('6');
    expect(formatUpTo(6.06, 1)).toBe('6,1');
    expect(formatUpTo(0.25, 2)).toBe('0,25');
  });

  test('decimals follow the size of a quantity', () => {
    expect(formatQuantity(0)).toBe('0');
    expect(formatQuantity(0.001)).toBe('< 0,01');
    expect(formatQuantity(0.42)).toBe('0,42');
    expect(formatQuantity(6.72)).toBe('6,7');
    expect(formatQuantity(99.96)).toBe('100');
    expect(plain(formatQuantity(1640.4))).toBe('1 640');
  });

  test('one and many', () => {
    expect(plain(countOf(1, 'bolig', 'boliger'))).toBe('1 bolig');
    expect(plain(countOf(1.4, 'bolig', 'boliger'))).toBe('1 bolig');
    expect(plain(countOf(8250, 'bolig', 'boliger'))).toBe('8 250 boliger');
    expect(plain(countOf(0, 'bolig', 'boliger'))).toBe('0 boliger');
  });

  test('years and distances', () => {
    expect(formatYears({ firstYear: 2026, lastYear: 2035 })).toBe('2026–2035');
    expect(formatYears({ firstYear: 2030, lastYear: 2030 })).toBe('2030');
    expect(plain(formatDistance(500))).toBe('500 m');
    expect(plain(formatDistance(999))).toBe('1 km');
    expect(plain(formatDistance(1340))).toBe('1,3 km');
  });
});

describe('reading a number', () => {
  test.each([
    ['20', 20],
    ['12,5', 12.5],
    ['12.5 %', 12.5],
    [' 8 250 ', 8250],
    ['8\u00a0250', 8250],
    ['−4', -4],
    [',5', 0.5],
  ])('%s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  test.each(['', 'tjue', '1,2,3', '12a', '-', '%', '1e3'])('%s is none', (text) => {
    expect(parseNumber(text)).toBeNull();
  });

  test('reads back what is written', () => {
    for (const value of [0, 7, 825, 8250, 1234567]) expect(parseNumber(formatNumber(value))).toBe(value);
    expect(parseNumber(formatShare(0.125))).toBe(12.5);
  });
});
