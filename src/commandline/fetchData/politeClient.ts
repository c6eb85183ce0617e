import { setTimeout as wait } from 'node:timers/promises';
import { exchange, type ServiceRequest } from './exchange';
import { FetchProblem } from './problem';

/** How patient and how modest the client is. Times are in milliseconds. */
export interface Manners {
  /** Attempts at one request, the first included. */
  readonly attempts: number;
  /** Pause before the second attempt; each later one doubles it. */
  readonly firstPause: number;
  readonly longestPause: number;
  /** A service that asks for a longer wait (`Retry-After`) is left alone until the next run. */
  readonly longestAskedPause: number;
  /** Pause between any two requests. */
  readonly betweenRequests: number;
  /** For an answer as a whole, head and body. */
  readonly timeout: number;
  readonly largestBytes: number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly now: () => Date;
}

export const USUAL_MANNERS: Manners = {
  attempts: 5,
  firstPause: 2000,
  longestPause: 60_000,
  longestAskedPause: 180_000,
  betweenRequests: 300,
  timeout: 240_000,
  largestBytes: 400_000_000,
  sleep: (milliseconds) => wait(milliseconds),
  random: Math.random,
  now: () => new Date(),
};

/** Keeps whole answers so that a run that was broken off need not ask for them again. */
export interface AnswerStore {
  readonly read: (request: ServiceRequest) => Uint8Array<ArrayBuffer> | null;
  readonly write: (request: ServiceRequest, body: Uint8Array<ArrayBuffer>) => void;
}

/**
 * Asks services one request at a time, all hosts counted together, with a pause between, and asks again with growing
 * pauses where the fault may pass.
 */
export class PoliteClient {
  readonly #manners: Manners;
  readonly #store: AnswerStore;
  readonly #onWait: (text: string) => void;
  #last: Promise<unknown> = Promise.resolve();
  #hasAsked = false;

  /** @param onWait hears, in Norwegian, why there is a wait */
  constructor(manners: Manners, store: AnswerStore, onWait: (text: string) => void) {
    this.#manners = manners;
    this.#store = store;
    this.#onWait = onWait;
  }

  get now(): Date {
    return this.#manners.now();
  }

  /**
   * The answer to a request, read by `parse`. An answer that `parse` refuses as passing is asked for again. Rejects with
   * FetchProblem. Requests wait for each other.
   */
  async ask<Value>(request: ServiceRequest, parse: (body: Uint8Array<ArrayBuffer>) => Value): Promise<Value> {
    const turn = this.#last.then(() => this.#askInTurn(request, parse));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async sleep(milliseconds: number): Promise<void> {
    await this.#manners.sleep(milliseconds);
  }

  async #askInTurn<Value>(request: ServiceRequest, parse: (body: Uint8Array<ArrayBuffer>) => Value): Promise<Value> {
    const known = request.isKept ? this.#store.read(request) : null;
    if (known) return parse(known);
    for (let attempt = 1; ; attempt += 1) {
      try {
        if (this.#hasAsked) await this.#manners.sleep(this.#manners.betweenRequests);
        this.#hasAsked = true;
        const body = await exchange(request, this.#manners);
        const value = parse(body);
        if (request.isKept) this.#store.write(request, body);
        return value;
      } catch (problem) {
        if (!(problem instanceof FetchProblem) || !problem.isPassing) throw problem;
        await this.#pauseAfter(problem, attempt);
      }
    }
  }

  /** Exponential back-off with full jitter above half the pause; what the service asks for comes first. */
  async #pauseAfter(problem: FetchProblem, attempt: number): Promise<void> {
    const { attempts, firstPause, longestPause, longestAskedPause, random } = this.#manners;
    const asked = problem.waitMilliseconds;
    if (asked !== null && asked > longestAskedPause) {
      const minutes = Math.ceil(asked / 60_000);
      throw new FetchProblem(`${problem.message} Tjenesten ber om å vente ${minutes} minutter. Kjør kommandoen igjen da.`);
    }
    if (attempt >= attempts) throw new FetchProblem(`${problem.message} Det er prøvd ${attempts} ganger. Kjør kommandoen igjen senere.`);
    const grown = Math.min(longestPause, firstPause * 2 ** (attempt - 1));
    const pause = Math.max(asked ?? 0, Math.round(grown * (0.5 + random() / 2)));
    this.#onWait(`${problem.message} Prøver igjen om ${(pause / 1000).toLocaleString('nb-NO', { maximumFractionDigits: 1 })} s (forsøk ${attempt + 1} av ${attempts}).`);
    await this.#manners.sleep(pause);
  }
}
