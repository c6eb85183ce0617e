import { Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState, type ReactNode } from 'react';
import type { ScenarioId } from '../../core/domain/identifiers';
import type { ExportFormatId } from '../../core/exchange/exportFiles';
import type { Paper } from '../../core/exchange/report/reportStyle';
import { useModel, useStores, useWorkspace } from '../../state/hooks';
import { useServices } from '../services';
import { EXPORT_WORDS, FORMAT_WORDS, type FormatWords } from '../words/export';
import { FormatRow, type Outcome } from './FormatRow';
import { PaperChoice } from './PaperChoice';
import { PlanFields } from './PlanFields';
import './export.css';

type RowId = ExportFormatId | 'map' | 'sheet' | 'comparison';

const GROUPS: readonly (readonly [title: string, formats: readonly RowId[]])[] = [
  [EXPORT_WORDS.groups.plan, ['arealdel', 'arealdelPlanar', 'arealdelSosi', 'geopackage']],
  [EXPORT_WORDS.groups.meeting, ['report', 'comparison', 'sheet', 'mapSheet', 'map']],
  [EXPORT_WORDS.groups.numbers, ['workbook', 'tables', 'areas']],
  [EXPORT_WORDS.groups.again, ['scenario']],
];

/** Formats that carry what the plan is called. */
const PLANS: ReadonlySet<RowId> = new Set<RowId>(['arealdel', 'arealdelPlanar', 'arealdelSosi', 'geopackage']);

/** Formats that are laid out for paper. */
const PAPERED: ReadonlySet<RowId> = new Set<RowId>(['report', 'comparison', 'sheet', 'mapSheet']);

function wordsOf(id: RowId): FormatWords {
  return id === 'map' || id === 'sheet' || id === 'comparison' ? EXPORT_WORDS[id] : FORMAT_WORDS[id];
}

/** Everything the open scenario can leave as, with what it is and for whom. */
export function ExportDialog(): ReactNode {
  const { view } = useStores();
  const { files } = useServices();
  const openId = useModel((model) => model.tracked.scenario.id);
  const name = useModel((model) => model.tracked.scenario.name);
  const shipped = useWorkspace((state) => state.shipped);
  const own = useWorkspace((state) => state.own);
  const listed = [...own, ...shipped];
  const [papers, setPapers] = useState<ReadonlyMap<RowId, Paper>>(new Map());
  const [chosen, setChosen] = useState<ReadonlySet<ScenarioId>>(() => new Set(listed.map(({ id }) => id)));
  const [outcome, setOutcome] = useState<(Outcome & { readonly id: RowId }) | null>(null);
  const [hasPlanProblem, setPlanProblem] = useState(false);
  const isBusy = outcome?.kind === 'working';
  // The open one first, the others held against it.
  const compared = [openId, ...listed.map(({ id }) => id).filter((id) => id !== openId)].filter((id) => chosen.has(id));

  const saving = (id: RowId): Promise<void> => {
    const paper = papers.get(id) ?? 'A4';
    if (id === 'map') return files.saveMapImage();
    if (id === 'sheet') return files.saveMapSheetPicture(paper);
    return id === 'comparison' ? files.saveComparison(compared, paper) : files.saveAs(id, paper);
  };

  const save = (id: RowId) => (): void => {
    setOutcome({ kind: 'working', id });
    saving(id).then(
      () => {
        setOutcome({ kind: 'saved', id });
      },
      (problem: unknown) => {
        setOutcome({ kind: 'failed', id, text: problem instanceof Error ? problem.message : String(problem) });
      },
    );
  };

  const toggle = (id: ScenarioId) => (): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
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
                  words={wordsOf(id)}
                  outcome={outcome?.id === id ? outcome : null}
                  isBusy={isBusy || (id === 'comparison' && compared.length < 2) || (hasPlanProblem && PLANS.has(id))}
                  onSave={save(id)}
                  choices={
                    PAPERED.has(id) ? (
                      <PaperChoice
                        what={wordsOf(id).name}
                        paper={papers.get(id) ?? 'A4'}
                        onChoose={(paper) => {
                          setPapers(new Map(papers).set(id, paper));
                        }}
                      />
                    ) : null
                  }
                >
                  {id === 'comparison' ? (
                    <details className="export-scenarios">
                      <summary className="small">{EXPORT_WORDS.chosen(compared.length)}</summary>
                      <fieldset>
                        <legend className="sr-only">{EXPORT_WORDS.which}</legend>
                        {listed.map((entry) => (
                          <label key={entry.id}>
                            <input type="checkbox" checked={chosen.has(entry.id)} onChange={toggle(entry.id)} /> {entry.name}
                          </label>
                        ))}
                      </fieldset>
                    </details>
                  ) : null}
                </FormatRow>
              ))}
            </ul>
            {title === EXPORT_WORDS.groups.plan ? <PlanFields onProblem={setPlanProblem} /> : null}
          </section>
        ))}
      </div>
      <p className="small quiet export-proof">{EXPORT_WORDS.proof}</p>
      <output className="sr-only">{outcome?.kind === 'saved' ? EXPORT_WORDS.saved(wordsOf(outcome.id).name) : ''}</output>
    </Dialog>
  );
}
