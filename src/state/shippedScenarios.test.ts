import { expect, test } from 'vitest';
import { emptyScenario, threeTowns } from '../../tests/support/townsPlace';
import type { Programme } from '../core/domain/programme';
import type { Scenario } from '../core/domain/scenario';
import { inListOrder, openingScenario } from './shippedScenarios';

const { parameters, ...rest } = threeTowns();
const usual = emptyScenario({ parameters, ...rest });

function scenario(name: string, programme: Partial<Programme> = {}): Scenario {
  return { ...usual, name, programme: { ...usual.programme, ...programme } };
}

const high = scenario('Høy', { dwellingsPerYear: 825 });
const low = scenario('Lav', { dwellingsPerYear: 400 });
const other = scenario('Ås', { dwellingsPerYear: 2000, townsShare: 1 });
const another = scenario('Annet', { lastYear: 2050 });

test('the usual programmes come first by growth, then the others by their Norwegian names', () => {
  expect(inListOrder([other, high, another, low], parameters)).toEqual([low, high, another, other]);
});

test('a first visit opens with the usual programme of most growth', () => {
  expect(openingScenario([other, low, high], parameters)).toBe(high);
});

test('without usual programmes, with the most growth of those there are', () => {
  expect(openingScenario([another, other], parameters)).toBe(other);
  expect(openingScenario([], parameters)).toBeNull();
});
