import { Button } from '@digdir/designsystemet-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { CandidateLayer } from '../../engine/import/protocol';
import { useStores } from '../../state/hooks';
import type { ImportStep } from '../../state/takenLayersStore';
import { IMPORT_WORDS } from '../words/import';
import { AboutFields } from './AboutFields';
import { choiceOf, draftOf, lacksAccuracy, type Draft } from './draft';
import { LayerSummary } from './LayerSummary';
import { RoleFields } from './RoleFields';

const HOWS = [
  ['replace', IMPORT_WORDS.replace],
  ['add', IMPORT_WORDS.add],
] as const;

/** Asks what the layers of a file are, with a suggestion for each. */
export function AskStep({ step }: { readonly step: Extract<ImportStep, { kind: 'asking' }> }): ReactNode {
  const { takenLayers, walkingNetwork } = useStores();
  const { prepare } = takenLayers;
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => step.layers.map(draftOf));
  const [isRefused, setIsRefused] = useState(false);
  const choices = step.layers.flatMap((candidate, index) => {
    const draft = drafts[index];
    return (draft && choiceOf(candidate, draft)) ?? [];
  });
  const lacking = drafts.some(lacksAccuracy);
  const [file] = step.files;
  const isNetwork = step.files.length === 1 && step.layers.some(({ recognition }) => recognition.isWalkingNetwork);

  const isWhole = choices.length > 0 && !lacking;
  const [suggested] = useState(() => (isWhole ? choices : null));
  useEffect(() => {
    if (suggested) prepare(suggested);
  }, [prepare, suggested]);

  function change(index: number, part: Partial<Draft>): void {
    setDrafts(drafts.map((draft, at) => (at === index ? { ...draft, ...part } : draft)));
    setIsRefused(false);
  }

  return (
    <form
      className="dialog-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (choices.length === 0 || lacking) setIsRefused(true);
        else takenLayers.take(choices);
      }}
    >
      {isNetwork && file ? (
        <div className="callout">
          <p>{IMPORT_WORDS.walkWhy}</p>
          <Button
            type="button"
            variant="secondary"
            data-size="sm"
            onClick={() => {
              takenLayers.cancel();
              void walkingNetwork.load(file);
            }}
          >
            {IMPORT_WORDS.walk}
          </Button>
        </div>
      ) : null}
      {step.layers.map((candidate, index) => {
        const draft = drafts[index];
        return draft ? (
          <LayerFields
            key={candidate.layer.name}
            candidate={candidate}
            draft={draft}
            isPlacing={step.isPlacing}
            onChange={(part) => {
              change(index, part);
            }}
            onPlace={(system, isSwapped) => {
              takenLayers.place(index, { system, isSwapped });
            }}
          />
        ) : null;
      })}
      {step.problem === null ? null : (
        <p className="callout is-danger small" role="alert">
          {step.problem}
        </p>
      )}
      {isRefused ? (
        <p className="callout is-danger small" role="alert">
          {lacking ? IMPORT_WORDS.accuracyMissing : IMPORT_WORDS.nothingChosen}
        </p>
      ) : null}
      <div className="dialog-buttons">
        <Button type="submit" disabled={step.isPlacing}>
          {IMPORT_WORDS.take}
        </Button>
        <Button type="button" variant="tertiary" onClick={takenLayers.cancel}>
          {IMPORT_WORDS.cancel}
        </Button>
        <span className="small quiet">{IMPORT_WORDS.stays}</span>
      </div>
    </form>
  );
}

interface LayerFieldsProps {
  readonly candidate: CandidateLayer;
  readonly draft: Draft;
  readonly isPlacing: boolean;
  readonly onChange: (change: Partial<Draft>) => void;
  readonly onPlace: Parameters<typeof LayerSummary>[0]['onSystem'];
}

function LayerFields({ candidate, draft, isPlacing, onChange, onPlace }: LayerFieldsProps): ReactNode {
  const { layer } = candidate;
  return (
    <fieldset className="import-layer">
      <legend>{layer.name}</legend>
      <LayerSummary summary={layer.summary} isPlacing={isPlacing} onSystem={onPlace} />
      <RoleFields
        candidate={candidate}
        assignment={draft.assignment}
        onChange={(assignment) => {
          onChange({ assignment });
        }}
      />
      <div className="import-field" role="radiogroup" aria-label={IMPORT_WORDS.how}>
        <span>{IMPORT_WORDS.how}</span>
        {HOWS.map(([how, text]) => (
          <label key={how} className="import-check">
            <input
              type="radio"
              name={`how-${layer.name}`}
              checked={draft.how === how}
              onChange={() => {
                onChange({ how });
              }}
            />
            {text}
          </label>
        ))}
      </div>
      <details open={lacksAccuracy(draft)}>
        <summary>{IMPORT_WORDS.about}</summary>
        <AboutFields draft={draft} onChange={onChange} />
      </details>
    </fieldset>
  );
}
