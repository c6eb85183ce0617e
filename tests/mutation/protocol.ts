/** What the runner asks of a process that runs tests. */
export type Ask =
  | { readonly kind: 'dry'; readonly bundle: string }
  | {
      readonly kind: 'mutant';
      readonly mutant: string;
      readonly hitLimit: number;
      /** Time of the processor after which the process ends itself: a machine that is busy with other work kills no mutant. */
      readonly limitMilliseconds: number;
      readonly plan: readonly PlannedFile[];
    };

/** One test file to run under a mutant, and which of its tests, in that order. */
export interface PlannedFile {
  readonly bundle: string;
  readonly tests: readonly string[];
}

export interface DryTest {
  readonly name: string;
  /** Of the processor. */
  readonly milliseconds: number;
  /** Why it failed without any mutant; such a test kills nothing. */
  readonly problem: string | null;
  /** How often it came past each mutant. */
  readonly reached: Readonly<Record<string, number>>;
}

export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'dry'; readonly loadMilliseconds: number; readonly reachedOnLoad: Readonly<Record<string, number>>; readonly tests: readonly DryTest[] }
  | { readonly kind: 'killed'; readonly by: string; readonly endless: boolean }
  | { readonly kind: 'survived' }
  | { readonly kind: 'broken'; readonly problem: string };
