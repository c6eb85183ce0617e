/** Whether two lists hold the same objects in the same order. */
export function sameItems<Item>(first: readonly Item[], second: readonly Item[]): boolean {
  return first.length === second.length && first.every((item, index) => item === second[index]);
}

/** Keeps what was made of the latest few lists of objects, so that going back and forth between them makes nothing twice. */
export class LatestFew<Item, Made> {
  private readonly most: number;
  private readonly make: (items: readonly Item[]) => Made;
  private kept: readonly { readonly items: readonly Item[]; readonly made: Made }[] = [];

  /** @param most how many are kept. */
  constructor(most: number, make: (items: readonly Item[]) => Made) {
    this.most = most;
    this.make = make;
  }

  /** What is made of a list, told by the identity of its items in their order. */
  of(items: readonly Item[]): Made {
    const found = this.kept.find((entry) => sameItems(entry.items, items));
    const entry = found ?? { items, made: this.make(items) };
    if (entry !== this.kept[0]) this.kept = [entry, ...this.kept.filter((other) => other !== entry)].slice(0, this.most);
    return entry.made;
  }
}
