import type { Assessment } from '../core/scoring/assessment';
import { UncertaintyRun } from '../core/scoring/uncertainty/uncertainty';
import type { DrawOrder, EngineReply } from './protocol';

/** Draws between two replies: few enough that a question in between hardly waits. */
const DRAWS_PER_PORTION = 100;

/** Draws that are made a portion at a time, so that newer questions come in between. */
export class DrawJob {
  readonly question: number;
  private readonly assessments: readonly Assessment[];
  private readonly run: UncertaintyRun;
  private readonly draws: number;

  constructor(question: number, assessments: readonly Assessment[], { draws, seed }: DrawOrder) {
    this.question = question;
    this.assessments = assessments;
    this.run = new UncertaintyRun(assessments, seed);
    this.draws = draws;
  }

  /** Makes the next portion and tells what the draws so far say. */
  advance(): Extract<EngineReply, { kind: 'drawn' }> {
    this.run.advance(Math.min(DRAWS_PER_PORTION, this.draws - this.run.draws));
    return {
      kind: 'drawn',
      question: this.question,
      evaluations: this.assessments.map(({ evaluation }) => evaluation),
      uncertainty: this.run.result(),
      isLast: this.run.draws >= this.draws,
    };
  }
}
