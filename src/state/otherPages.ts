import { z } from 'zod';
import { identifier, type ScenarioId } from '../core/domain/identifiers';

/** What the pages of one browser tell each other. */
export type PageMessage =
  /** A work has been saved. */
  | { readonly kind: 'saved'; readonly id: ScenarioId }
  /** The list of scenarios is another. */
  | { readonly kind: 'library' };

/** The other pages of this browser that the program is open in. */
export interface OtherPages {
  readonly tell: (message: PageMessage) => void;
  /** Calls back at each message from them. */
  readonly listen: (onMessage: (message: PageMessage) => void) => void;
}

const pageMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), id: z.string().min(1).transform(identifier<ScenarioId>) }),
  z.object({ kind: z.literal('library') }),
]);

/** For where there are no other pages to speak with. */
export const NO_OTHER_PAGES: OtherPages = { tell: () => undefined, listen: () => undefined };

/** Reaches the other pages of this browser. */
export function openOtherPages(name = 'smabymodellen'): OtherPages {
  const channel = new BroadcastChannel(name);
  return {
    tell(message) {
      channel.postMessage(message);
    },
    listen(onMessage) {
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const message = pageMessage.safeParse(data);
        if (message.success) onMessage(message.data);
      });
    },
  };
}
