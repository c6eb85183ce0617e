import { ImportService } from './importService';
import { convertForeign } from './foreign';
import { openSqlite } from './sqlite';
import { transferablesOf, type ImportReply, type ImportRequest } from './protocol';

function send(reply: ImportReply): void {
  self.postMessage(reply, { transfer: transferablesOf(reply) });
}

const service = new ImportService({ openSqlite, convertForeign }, (progress) => {
  send({ kind: 'progress', progress });
});

self.addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  void service.serve(data).then(send);
});
