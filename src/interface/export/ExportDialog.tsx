import { Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState, type ReactNode } from 'react';
import type { ExportFormatId } from '../../core/exchange/exportFiles';
import { useModel, useStores } from '../../state/hooks';
import { useServices } from '../services';
import { EXPORT_WORDS, FORMAT_WORDS, type FormatWords } from '../words/export';
import './export.css';

type Paper = 'A4' | 'A3';

const PAPERS: readonly Paper[] = ['A4', 'A3'];

const GROUPS: readonly (readonly [title: string, formats: readonly (ExportFormatId | 'map')[]])[] = [
  [EXPORT_WORDS.groups.plan, ['arealdel', 'arealdelPlanar', 'arealdelSosi', 'geopackage']],
  [EXPORT_WORDS.groups.meeting, ['report', 'map']],
  [EXPORT_WORDS.groups.numbers, ['workbook', 'tables', 'areas']],
  [EXPORT_WORDS.groups.again, ['scenario']],
];

/** What came of the latest file that was asked for. */
type Outcome =
  | { readonly kind: 'working' | 'saved'; readonly id: string }
  | { readonly kind: 'failed'; readonly id: string; readonly text: string };

interface RowProps {
  readonly words: FormatWords;
  readonly outcome: Outcome | null;
  readonly isBusy: boolean;
  readonly onSave: () => void;
  readonly children?: ReactNode;
}

function FormatRow({ words: { name, format, what }, outcome, isBusy, onSave, children }: RowProps): ReactNode {
  return (
    <li className="export-row">
      <div className="export-what">
        <span className="export-name">{name}</span> <span className="export-format">{format}</span>
        <p className="small quiet">{what}</p>
        {outcome?.kind === 'failed' ? <p className="small export-problem">{outcome.text}</p> : null}
      </div>
      {children}
      <button type="button" className="export-button" disabled={isBusy} aria-label={EXPORT_WORDS.saveWhat(name, format)} onClick={onSave}>
        {outcome?.kind === 'working' ? EXPORT_WORDS.working : EXPORT_WORDS.save}
      </button>
    </li>
  );
}

/** Everything the open scenario can leave as, with what it is and for whom. */
export function ExportDialog(): ReactNode {
  const { view } = useStores();
  const { files } = useServices();
  const name = useModel((model) => model.tracked.scenario.name);
  const [paper, setPaper] = useState<Paper>('A4');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const isBusy = outcome?.kind === 'working';

  const save = (id: ExportFormatId | 'map') => (): void => {
    setOutcome({ kind: 'working', id });
    const saving = id === 'map' ? files.saveMapImage() : files.saveAs(id, paper);
    saving.then(
      () => {
        setOutcome({ kind: 'saved', id });
      },
      (problem: unknown) => {
        setOutcome({ kind: 'failed', id, text: problem instanceof Error ? problem.message : String(problem) });
      },
    );
  };

  return (
    <Dialog
      open
      onClose={() => {
        view.showDialog(null);
      }}
      closeButton={EXPORT_WORDS.close}
      closedby="any"
      className="export-dialog"
      data-size="sm"
    >
      <Heading level={2} data-size="xs">
        {EXPORT_WORDS.title}
      </Heading>
      <Paragraph className="export-intro">
        {EXPORT_WORDS.intro(name)} {EXPORT_WORDS.draft}
      </Paragraph>
      <div className="export-groups">
        {GROUPS.map(([title, formats]) => (
          <section key={title}>
            <h3 className="export-heading">{title}</h3>
            <ul className="export-list">
              {formats.map((id) => (
                <FormatRow
                  key={id}
                  words={id === 'map' ? EXPORT_WORDS.map : FORMAT_WORDS[id]}
                  outcome={outcome?.id === id ? outcome : null}
                  isBusy={isBusy}
                  onSave={save(id)}
                >
                  {id === 'report' ? (
                    <select
                      className="export-paper"
                      aria-label={EXPORT_WORDS.paper}
                      value={paper}
                      onChange={(event) => {
                        setPaper(PAPERS.find((candidate) => candidate === event.currentTarget.value) ?? 'A4');
                      }}
                    >
                      {PAPERS.map((candidate) => (
                        <option key={candidate}>{candidate}</option>
                      ))}
                    </select>
                  ) : null}
                </FormatRow>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p className="small quiet export-proof">{EXPORT_WORDS.proof}</p>
      <output className="sr-only">
        {outcome?.kind === 'saved' ? EXPORT_WORDS.saved(outcome.id === 'map' ? EXPORT_WORDS.map.name : FORMAT_WORDS[outcome.id as ExportFormatId].name) : ''}
      </output>
    </Dialog>
  );
}
