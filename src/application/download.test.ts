import { expect, test } from 'vitest';
import { safeFileName } from './download';

test.each([
  ['Høy vekst, 825 i året', 'høy-vekst-825-i-året.json'],
  ['../../etc/passwd', 'etc-passwd.json'],
  ['CON: a|b?*', 'con-a-b.json'],
  ['  ', 'scenario.json'],
])('the file of %s is called %s', (name, expected) => {
  expect(safeFileName(name, 'json')).toBe(expected);
});

test('a long name is cut', () => {
  expect(safeFileName('å'.repeat(300), 'png')).toBe(`${'å'.repeat(80)}.png`);
});
