import type { LonLatMultiPolygon } from '../core/geometry/shapes';

/** Stands for an outline object in messages between page and worker. */
export type OutlineNumber = number;

/**
 * Numbers outline objects, so that each is sent to the worker once and what is measured of it there stays valid:
 * after an undo, and in every scenario that shares the outline. Outlines are not kept alive by their numbers.
 */
export class OutlineNumbers {
  private numbers = new WeakMap<LonLatMultiPolygon, OutlineNumber>();
  private latest = 0;
  private collected: OutlineNumber[] = [];
  private readonly registry = new FinalizationRegistry<OutlineNumber>((number) => this.collected.push(number));

  /** Number of an outline, and whether it was given just now. */
  numberOf(outline: LonLatMultiPolygon): { readonly number: OutlineNumber; readonly isNew: boolean } {
    const known = this.numbers.get(outline);
    if (known !== undefined) return { number: known, isNew: false };
    this.latest += 1;
    this.numbers.set(outline, this.latest);
    this.registry.register(outline, this.latest);
    return { number: this.latest, isNew: true };
  }

  /** Numbers of outlines that are gone since last asked. */
  takeCollected(): readonly OutlineNumber[] {
    if (this.collected.length === 0) return this.collected;
    const { collected } = this;
    this.collected = [];
    return collected;
  }

  /** Forgets which outlines have been sent; numbers are not used again. */
  startOver(): void {
    this.numbers = new WeakMap();
  }
}
