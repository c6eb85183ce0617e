import type { ModelStore } from '../state/modelStore';

/** What takes longer to measure than this is not waited for. */
const LONGEST_WAIT_MILLISECONDS = 60_000;

/**
 * Acts when the next numbers are on the screen, or why there are none; at the latest after a minute. What takes
 * processor and memory from the measuring, and is not as dear to the user, is put off by it.
 *
 * @returns what gives it up
 */
export function afterNextScores({ getState, subscribe }: Pick<ModelStore, 'getState' | 'subscribe'>, act: () => void): () => void {
  const before = getState();
  let frame: number | null = null;
  let timer = setTimeout(end, LONGEST_WAIT_MILLISECONDS);
  const stop = subscribe(({ evaluated, engineProblem }) => {
    if (evaluated === before.evaluated && engineProblem === before.engineProblem) return;
    stop();
    frame = requestAnimationFrame(() => {
      frame = null;
      clearTimeout(timer);
      // The frame with the numbers is drawn first.
      timer = setTimeout(end);
    });
  });

  function giveUp(): void {
    stop();
    clearTimeout(timer);
    if (frame !== null) cancelAnimationFrame(frame);
  }

  function end(): void {
    giveUp();
    act();
  }

  return giveUp;
}
