const FIRST_LENGTH = 1024;

/** A growing list of numbers without boxes. */
export class NumberList {
  #values = new Float64Array(FIRST_LENGTH);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Float64Array(2 * this.length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#values[index]!;
  }

  /** Forgets what came after the first `length`. */
  cutTo(length: number): void {
    this.length = length;
  }

  /** A copy of exactly what is in the list. */
  taken(): Float64Array<ArrayBuffer> {
    return this.#values.slice(0, this.length);
  }
}

/** A growing list of whole numbers from 0. */
export class IndexList {
  #values = new Uint32Array(FIRST_LENGTH);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Uint32Array(2 * this.length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#values[index]!;
  }

  /** Forgets what came after the first `length`. */
  cutTo(length: number): void {
    this.length = length;
  }

  /** A copy of exactly what is in the list. */
  taken(): Uint32Array<ArrayBuffer> {
    return this.#values.slice(0, this.length);
  }
}
