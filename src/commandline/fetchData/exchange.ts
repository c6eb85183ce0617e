import { FetchProblem, messageOf } from './problem';

/** Names the product to those who run the services. */
const USER_AGENT = 'Smabymodellen/0.1 (fetch-data; land-use scenario modeller)';

const MOST_REDIRECTS = 5;

/** Answers that may be another one next time. */
const PASSING_STATUS: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** One request to a service. */
export interface ServiceRequest {
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent with POST; without it the request is GET. */
  readonly body?: { readonly type: string; readonly text: string };
  /** What the content type of the answer has to hold. */
  readonly expects: 'json' | 'any';
  /** Whether a whole answer may be kept for a run that is taken up again. */
  readonly isKept: boolean;
}

/** Limits of one exchange. */
export interface ExchangeLimits {
  /** Milliseconds for head and body. */
  readonly timeout: number;
  readonly largestBytes: number;
  readonly now: () => Date;
}

/** Milliseconds that a `Retry-After` header asks for: seconds or an HTTP date; null without one that can be read. */
function askedWait(header: string | null, now: Date): number | null {
  if (header === null) return null;
  if (/^\s*\d+\s*$/u.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'finnes ikke på nettet, eller maskinen har ikke nett',
  EAI_AGAIN: 'kan ikke slås opp; maskinen har kanskje ikke nett',
  ECONNREFUSED: 'tar ikke imot forbindelsen',
  ECONNRESET: 'brøt forbindelsen',
  UND_ERR_SOCKET: 'brøt forbindelsen',
};

function codeOf(problem: unknown): string {
  if (!(problem instanceof Error)) return '';
  if ('code' in problem && typeof problem.code === 'string') return problem.code;
  return codeOf(problem.cause);
}

/** What went wrong on the way, as a fault that may pass. */
function connectionProblem(problem: unknown, host: string, timeout: number): FetchProblem {
  if (problem instanceof FetchProblem) return problem;
  if (problem instanceof Error && problem.name === 'TimeoutError') {
    return new FetchProblem(`${host} ble ikke ferdig på ${Math.round(timeout / 1000)} s.`, { isPassing: true });
  }
  const reason = REASONS[codeOf(problem)] ?? `svarte ikke helt ut (${messageOf(problem)})`;
  return new FetchProblem(`${host} ${reason}.`, { isPassing: true });
}

async function readBody(response: Response, host: string, largestBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = new FetchProblem(`${host} sender mer enn ${Math.round(largestBytes / 1e6)} MB. Det tas ikke imot.`);
  const announced = Number(response.headers.get('content-length') ?? Number.NaN);
  if (announced > largestBytes) {
    await response.body?.cancel();
    throw tooLarge;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    // Leaving the loop closes the connection.
    if (size > largestBytes) throw tooLarge;
    chunks.push(chunk);
  }
  if (!response.headers.has('content-encoding') && announced > size) {
    throw new FetchProblem(`${host} sendte bare ${size} av ${announced} byte.`, { isPassing: true });
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.byteLength;
  }
  return body;
}

/** Where an answer sends us on, which has to be the same host: another one is never asked unbidden. */
function redirectedTo(response: Response, from: URL): URL {
  const location = response.headers.get('location');
  const next = location !== null && URL.canParse(location, from) ? new URL(location, from) : null;
  if (!next || next.host !== from.host || (from.protocol === 'https:' && next.protocol !== 'https:')) {
    const where = next ? next.origin : 'et ukjent sted';
    throw new FetchProblem(
      `${from.host} viser videre til ${where}. Er tjenesten flyttet, oppgi den nye adressen med --base-url KILDE=ADRESSE.`,
    );
  }
  return next;
}

async function expectJson(response: Response, host: string): Promise<void> {
  const type = response.headers.get('content-type') ?? '';
  if (/json/iu.test(type)) return;
  await response.body?.cancel();
  throw new FetchProblem(`${host} svarte med «${type.slice(0, 60)}» i stedet for JSON.`, { isPassing: true });
}

/**
 * One attempt at a request: follows redirects on the same host, holds the answer to its limits, and gives the whole body.
 * Rejects with FetchProblem.
 */
export async function exchange(request: ServiceRequest, limits: ExchangeLimits): Promise<Uint8Array<ArrayBuffer>> {
  const signal = AbortSignal.timeout(limits.timeout);
  let { url } = request;
  let body = request.body ?? null;
  try {
    for (let redirects = 0; ; redirects += 1) {
      const response = await fetch(url, {
        method: body ? 'POST' : 'GET',
        headers: { 'User-Agent': USER_AGENT, ...request.headers, ...(body ? { 'Content-Type': body.type } : {}) },
        body: body?.text ?? null,
        redirect: 'manual',
        signal,
      });
      const { status } = response;
      if (status >= 300 && status < 400) {
        await response.body?.cancel();
        if (redirects >= MOST_REDIRECTS) throw new FetchProblem(`${url.host} viser i ring.`);
        url = redirectedTo(response, url);
        // 307 and 308 ask for the same request again; the others for a plain GET.
        if (status !== 307 && status !== 308) body = null;
        continue;
      }
      if (!response.ok) {
        await response.body?.cancel();
        throw new FetchProblem(`${url.host} svarte ${status} på ${url.pathname}.`, {
          isPassing: PASSING_STATUS.has(status),
          waitMilliseconds: askedWait(response.headers.get('retry-after'), limits.now()),
          status,
        });
      }
      if (request.expects === 'json') await expectJson(response, url.host);
      return await readBody(response, url.host, limits.largestBytes);
    }
  } catch (problem) {
    throw connectionProblem(problem, url.host, limits.timeout);
  }
}
