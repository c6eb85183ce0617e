/*
 * How fast the machine is just now. A virtual machine shares its processors with others: the same arithmetic takes twice
 * as long in one second as in the next, and a median of times tells of the neighbours then and not of the work. So a fixed
 * piece of arithmetic is timed beside each run, and slow stretches are waited out as long as patience lasts.
 */

const NUMBERS = 2048;
const ROUNDS = 10;
/** The best of so many pieces: one alone may be interrupted. */
const PIECES = 3;
const FIRST_LOOK_MILLISECONDS = 1000;
const NAP_MILLISECONDS = 100;

/** The machine counts as calm while arithmetic takes no longer than this, compared with the fastest it has been. */
export const CALM = 1.25;

const numbers = new Float64Array(NUMBERS);
const clock = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
let fastestMilliseconds = Infinity;

function arithmeticMilliseconds(): number {
  let best = Infinity;
  for (let piece = 0; piece < PIECES; piece += 1) {
    const start = performance.now();
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let index = 0; index < NUMBERS; index += 1) {
        numbers[index] = Math.sqrt(index * round + numbers[(index * 79) & (NUMBERS - 1)]!);
      }
    }
    best = Math.min(best, performance.now() - start);
  }
  fastestMilliseconds = Math.min(fastestMilliseconds, best);
  return best;
}

/** How many times as long arithmetic takes now as at the fastest this process has seen: 1 at best. */
export function slowness(): number {
  if (fastestMilliseconds === Infinity) {
    const end = performance.now() + FIRST_LOOK_MILLISECONDS;
    while (performance.now() < end) arithmeticMilliseconds();
  }
  const now = arithmeticMilliseconds();
  return now / fastestMilliseconds;
}

/** Waits for the machine to be calm, no longer than `patienceMilliseconds`; how slow it is then. */
export function awaitCalm(patienceMilliseconds: number): number {
  const end = performance.now() + patienceMilliseconds;
  let now = slowness();
  while (now > CALM && performance.now() < end) {
    Atomics.wait(clock, 0, 0, NAP_MILLISECONDS);
    now = slowness();
  }
  return now;
}
