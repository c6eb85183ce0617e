import type { NumberedAnswer, NumberedRequest } from './protocol';
import { RasterService } from './rasterService';

const service = new RasterService();

self.addEventListener('message', ({ data: { number, request } }: MessageEvent<NumberedRequest>) => {
  void service.serve(request).then((answer) => {
    const reply: NumberedAnswer = { number, answer };
    self.postMessage(reply, { transfer: answer.kind === 'drawn' && answer.pixels ? [answer.pixels.buffer] : [] });
  });
});
