import { ImportService } from './importService';
import { transferablesOf, type ImportReply, type ImportRequest } from './protocol';

function send(reply: ImportReply): void {
  self.postMessage(reply, { transfer: transferablesOf(reply) });
}

const service = new ImportService((progress) => {
  send({ kind: 'progress', progress });
});

self.addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  void service.serve(data).then(send);
});
