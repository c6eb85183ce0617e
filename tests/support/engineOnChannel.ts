import type { LineListener, OpenLine } from '../../src/engine/line';
import { transferablesOf, type EngineReply, type EngineRequest } from '../../src/engine/protocol';
import { serveOn } from '../../src/engine/service';

/**
 * An engine at the other end of a message channel: what passes is copied and transferred as between threads.
 * Each opened line has an engine of its own, as each worker has.
 */
export class EngineOnChannel {
  /** Every request in the order it came in, over all lines. */
  readonly requests: EngineRequest[] = [];
  linesOpened = 0;
  linesClosed = 0;
  private listener: LineListener | null = null;

  readonly openLine: OpenLine = (listener) => {
    const { port1: page, port2: worker } = new MessageChannel();
    const serve = serveOn({ send: (reply) => worker.postMessage(reply, { transfer: transferablesOf(reply) }) });
    this.listener = listener;
    this.linesOpened += 1;
    worker.addEventListener('message', ({ data }: MessageEvent<EngineRequest>) => {
      this.requests.push(data);
      serve(data);
    });
    page.addEventListener('message', ({ data }: MessageEvent<EngineReply>) => listener.onReply(data));
    worker.start();
    page.start();
    return {
      send: (request) => page.postMessage(request, { transfer: transferablesOf(request) }),
      close: () => {
        this.linesClosed += 1;
        page.close();
        worker.close();
      },
    };
  };

  /** Lets the engine of the latest line break down, as when a worker's script throws. */
  breakDown(reason: string): void {
    this.listener?.onBreakdown(reason);
  }
}
