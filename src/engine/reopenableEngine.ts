import type { TakenLayer } from '../core/import/takenLayer';
import type { WalkingLines } from '../core/network/walkingLines';
import type { EngineClient } from './client';

/** An engine that can be opened anew on other layers while questions are under way. */
export interface ReopenableEngine extends EngineClient {
  /** From now on measures on the data set with these layers of the user's own; what was asked before is asked again. */
  readonly reopen: (taken: readonly TakenLayer[]) => void;
}

/** @param open starts an engine on the data set with layers of the user's own */
export function createReopenableEngine(
  open: (taken: readonly TakenLayer[]) => EngineClient,
  taken: readonly TakenLayer[] = [],
): ReopenableEngine {
  let current = open(taken);
  let network: WalkingLines | null = null;

  /** Asks the engine of the moment; an answer that was lost because it was closed is asked for again. */
  async function asking<Answer>(ask: (engine: EngineClient) => Promise<Answer>): Promise<Answer> {
    for (;;) {
      const asked = current;
      try {
        const answer = await ask(asked);
        if (asked === current) return answer;
      } catch (problem) {
        if (asked === current) throw problem;
      }
    }
  }

  return {
    evaluate: (scenario) => asking((engine) => engine.evaluate(scenario)),
    explain: (scenario, indicator, periods) => asking((engine) => engine.explain(scenario, indicator, periods)),
    survey: (outline) => asking((engine) => engine.survey(outline)),
    draw: (scenario, order, onDrawn) => asking((engine) => engine.draw(scenario, order, onDrawn)),
    rank: (scenarios, order, onDrawn) => asking((engine) => engine.rank(scenarios, order, onDrawn)),
    walk(lines) {
      network = lines;
      return asking((engine) => engine.walk(lines));
    },
    export: (scenarios, order) => asking((engine) => engine.export(scenarios, order)),
    close: () => {
      current.close();
    },
    reopen(next) {
      const before = current;
      current = open(next);
      // The network was taken before; if the new engine cannot use it, its next evaluation says so.
      if (network) current.walk(network).catch(() => undefined);
      before.close();
    },
  };
}
