import type { TileRequest } from './protocol';
import { TileService } from './tileService';

const service = new TileService();

self.addEventListener('message', ({ data }: MessageEvent<TileRequest>) => {
  void service.serve(data).then((reply) => {
    if (reply) self.postMessage(reply, { transfer: reply.tile ? [reply.tile.buffer] : [] });
  });
});
