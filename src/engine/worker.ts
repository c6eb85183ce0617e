import { transferablesOf, type EngineRequest } from './protocol';
import { serveOn } from './service';

const serve = serveOn({
  send: (reply) => self.postMessage(reply, { transfer: transferablesOf(reply) }),
});

self.addEventListener('message', ({ data }: MessageEvent<EngineRequest>) => serve(data));
