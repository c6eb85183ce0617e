import { expect, it } from 'vitest';
import { differencesFrom, NUMBER_FILES, shippedNumbers } from './toldNumbers';

it('numbers of the shipped scenarios, and their draws, are what they have been', () => {
  expect(differencesFrom(NUMBER_FILES.shipped, shippedNumbers())).toEqual([]);
});
