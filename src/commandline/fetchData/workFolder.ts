import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceRequest } from './exchange';
import type { AnswerStore } from './politeClient';

/** Inside the folder that is written to, so that a file is moved into place in one step. */
const WORK_FOLDER = '.fetch-data';

/** Older answers are asked for anew: pages of different age would not fit together. */
const LONGEST_KEPT_MILLISECONDS = 24 * 3_600_000;

/** Hash of a text or bytes, as hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Whole answers and half-written files, kept apart from the geodata until they are finished. */
export class WorkFolder implements AnswerStore {
  readonly #folder: string;
  readonly #work: string;
  readonly #now: () => Date;

  constructor(folder: string, now: () => Date) {
    this.#folder = folder;
    this.#work = join(folder, WORK_FOLDER);
    this.#now = now;
  }

  /** Writes a file whole or not at all. Throws as `node:fs` does. */
  place(file: string, content: string | Uint8Array): void {
    mkdirSync(this.#work, { recursive: true });
    const half = join(this.#work, `${file}.half`);
    writeFileSync(half, content);
    renameSync(half, join(this.#folder, file));
  }

  read = (request: ServiceRequest): Uint8Array<ArrayBuffer> | null => {
    try {
      const path = this.#pathOf(request);
      if (this.#now().getTime() - statSync(path).mtimeMs > LONGEST_KEPT_MILLISECONDS) return null;
      return new Uint8Array(readFileSync(path));
    } catch {
      return null;
    }
  };

  write = (request: ServiceRequest, body: Uint8Array<ArrayBuffer>): void => {
    mkdirSync(this.#work, { recursive: true });
    const path = this.#pathOf(request);
    writeFileSync(`${path}.half`, body);
    utimesSync(`${path}.half`, this.#now(), this.#now());
    renameSync(`${path}.half`, path);
  };

  /** Removes what was kept. */
  clear(): void {
    rmSync(this.#work, { recursive: true, force: true });
  }

  #pathOf({ url, body }: ServiceRequest): string {
    return join(this.#work, `${sha256(`${url.href}\n${body?.text ?? ''}`)}.answer`);
  }
}
