import type { ReactNode } from 'react';
import type { Paper } from '../../core/exchange/report/reportStyle';
import { EXPORT_WORDS } from '../words/export';

const PAPERS: readonly Paper[] = ['A4', 'A3'];

interface PaperChoiceProps {
  readonly what: string;
  readonly paper: Paper;
  readonly onChoose: (paper: Paper) => void;
}

/** The paper that something is laid out for. */
export function PaperChoice({ what, paper, onChoose }: PaperChoiceProps): ReactNode {
  return (
    <select
      className="export-paper"
      aria-label={`${EXPORT_WORDS.paper}, ${what}`}
      value={paper}
      onChange={(event) => {
        onChoose(PAPERS.find((candidate) => candidate === event.currentTarget.value) ?? 'A4');
      }}
    >
      {PAPERS.map((candidate) => (
        <option key={candidate}>{candidate}</option>
      ))}
    </select>
  );
}
