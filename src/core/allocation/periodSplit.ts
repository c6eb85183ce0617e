import { periodsOf, programmeYears, type Programme } from '../domain/programme';

type Years = Pick<Programme, 'firstYear' | 'lastYear'>;

/**
 * Splits a number over the programme's periods in proportion to their years, as the programme itself runs.
 * The last period takes the rounding, so that the parts sum to the number.
 * @param phase the first period that gets any; all of them when left out or null
 */
export function splitOverPeriods(years: Years, amount: number, phase: number | null = null): readonly number[] {
  const parts: number[] = [];
  let left = amount;
  const periods = periodsOf(years);
  const first = Math.min(phase ?? 0, periods.length - 1);
  const all = periods.slice(first).reduce((sum, period) => sum + programmeYears(period), 0);
  for (const [index, period] of periods.entries()) {
    const share = index < first ? 0 : (amount * programmeYears(period)) / all;
    const part = index === periods.length - 1 ? left : share;
    parts.push(part);
    left -= part;
  }
  return parts;
}

/** Running sum of `values`, starting with 0. */
function cumulative(values: readonly number[]): readonly number[] {
  const sums = [0];
  let sum = 0;
  for (const value of values) sums.push((sum += value));
  return sums;
}

/** Where each period starts and the last one ends, as parts of the programme's whole time. */
function boundaries(years: Years): readonly number[] {
  const all = programmeYears(years);
  return cumulative(periodsOf(years).map((period) => programmeYears(period) / all));
}

/**
 * Moves an area's dwellings from the periods of one programme to those of another: the whole number is kept and its
 * course is stretched or shrunk with the programme, so that dwellings spread evenly stay spread evenly. Where the periods
 * are as long as before, the very same array comes back.
 */
export function stretchOverPeriods(dwellingsByPeriod: readonly number[], from: Years, to: Years): readonly number[] {
  const sums = cumulative(dwellingsByPeriod);
  const whole = sums.at(-1) ?? 0;
  const starts = boundaries(from);
  const ends = boundaries(to);
  if (starts.length === ends.length && starts.every((start, index) => start === ends[index])) return dwellingsByPeriod;
  const built = (time: number): number => {
    const period = starts.findLastIndex((start) => start <= time);
    const start = starts[period] ?? 0;
    const length = (starts[period + 1] ?? 1) - start;
    const before = sums[period] ?? whole;
    return length > 0 ? before + (((sums[period + 1] ?? whole) - before) * (time - start)) / length : before;
  };
  const parts: number[] = [];
  let done = 0;
  for (const end of ends.slice(1, -1)) {
    const until = Math.min(whole, Math.max(done, built(end)));
    parts.push(until - done);
    done = until;
  }
  return [...parts, whole - done];
}
