import { expect, it } from 'vitest';
import { differencesFrom, madeUpNumbers, NUMBER_FILES } from './toldNumbers';

it('numbers of edited scenarios on made-up places, their explanations and draws, are what they have been', () => {
  expect(differencesFrom(NUMBER_FILES.madeUp, madeUpNumbers())).toEqual([]);
});
