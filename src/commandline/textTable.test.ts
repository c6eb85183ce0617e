import { describe, expect, it } from 'vitest';
import { fixed, percent, withUnit } from './numbers';
import { textTable } from './textTable';

describe('textTable', () => {
  it('aligns columns, by characters and not by code units, and leaves no blanks at the end', () => {
    expect(textTable([['småby', 'antall', ''], ['å', '10'], ['🏠🏠', '9', 'x']])).toEqual(['småby  antall', 'å          10', '🏠🏠          9  x']);
    expect(textTable([['a', 'b'], ['ccc', 'd']], ['right', 'left'])).toEqual(['  a  b', 'ccc  d']);
    expect(textTable([])).toEqual([]);
  });
});

describe('numbers', () => {
  it('are Norwegian, with a dash for what is not known and no minus before zero', () => {
    expect(fixed(8250.25)).toBe('8\u00A0250,3');
    expect(fixed(null)).toBe('–');
    expect(fixed(-0.04)).toBe('0,0');
    expect(fixed(-0)).toBe('0,0');
    expect(fixed(-0.2)).toBe('−0,2');
    expect(percent(0.125)).toBe('12,5 %');
    expect(percent(null)).toBe('–');
    expect(withUnit(3, 'boliger', 0)).toBe('3 boliger');
    expect(withUnit(null, 'daa')).toBe('–');
  });
});
