import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SOURCE_IDS, type SourceId } from '../../src/commandline/fetchData/dataSource';

/** A request as the local server saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What one request is answered with: JSON of a value, or whatever the function does with the response. */
export type Answer = { readonly json: unknown } | { readonly bytes: Uint8Array; readonly type: string } | ((response: ServerResponse) => void);

type Handler = (request: SeenRequest) => Answer;

/** A web server on this machine in place of all services: each has its own first part of the path. */
export class LocalServices {
  readonly seen: SeenRequest[] = [];
  readonly #handlers: { readonly source: SourceId; readonly path: RegExp; readonly handler: Handler }[] = [];
  readonly #faults = new Map<SourceId, Answer[]>();
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  underWay = 0;
  mostUnderWay = 0;

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Addresses for `--base-url`. */
  get bases(): ReadonlyMap<SourceId, string> {
    return new Map(SOURCE_IDS.map((id) => [id, `${this.origin}/${id}`]));
  }

  /** Answers requests of a source whose path, without the source's part, fits. */
  on(source: SourceId, path: RegExp, handler: Handler): void {
    this.#handlers.unshift({ source, path, handler });
  }

  /** The next requests of a source are answered by these, one each, before things are as usual. */
  faults(source: SourceId, ...answers: readonly Answer[]): void {
    this.#faults.set(source, [...answers]);
  }

  requestsOf(source: SourceId): readonly SeenRequest[] {
    return this.seen.filter(({ url }) => url.pathname.split('/')[1] === source);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.underWay += 1;
    this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay);
    response.once('close', () => (this.underWay -= 1));
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '/', this.origin);
    const seen = { method: request.method ?? '', url, headers: request.headers, body: Buffer.concat(chunks).toString('utf8') };
    this.seen.push(seen);
    const [, source = '', ...rest] = url.pathname.split('/');
    const found = this.#handlers.find((entry) => entry.source === source && entry.path.test(`/${rest.join('/')}`));
    const answer = this.#faults.get(source as SourceId)?.shift() ?? found?.handler(seen) ?? status(404);
    if (typeof answer === 'function') answer(response);
    else if ('json' in answer) response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(answer.json));
    else response.writeHead(200, { 'Content-Type': answer.type }).end(answer.bytes);
  }
}

/** An answer of a status with headers and no body to speak of. */
export function status(code: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return (response) => void response.writeHead(code, { 'Content-Type': 'text/plain', ...headers }).end('no');
}

/** An answer that stops half-way through what it announced. */
export function cutOff(content: string): Answer {
  return (response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': String(content.length) });
    response.write(content.slice(0, content.length / 2), () => response.destroy());
  };
}

/** An answer of a text as a type. */
export function text(content: string, type = 'application/json'): Answer {
  return { bytes: new TextEncoder().encode(content), type };
}

/** No answer at all for as long as anyone waits. */
export const silence: Answer = () => undefined;
