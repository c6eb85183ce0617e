import { transferablesOf, type EngineReply, type EngineRequest } from './protocol';
import { createService } from './service';

const serve = createService();

self.addEventListener('message', ({ data }: MessageEvent<EngineRequest>) => {
  const reply: EngineReply | null = serve(data);
  if (reply) self.postMessage(reply, { transfer: transferablesOf(reply) });
});
