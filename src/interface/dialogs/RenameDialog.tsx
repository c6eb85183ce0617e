import { Button, Dialog, Heading, Textfield } from '@digdir/designsystemet-react';
import { useState, type ReactNode } from 'react';
import { LIMITS } from '../../core/operations/limits';
import { renameScenario, setScenarioNote } from '../../core/operations/scenarioOperations';
import { useModel, useStores } from '../../state/hooks';
import { DIALOG_WORDS } from '../words/dialogs';

/** Name and note of the open scenario. */
export function RenameDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const scenario = useModel((model) => model.tracked.scenario);
  const { model } = useStores();
  const [name, setName] = useState(scenario.name);
  const [note, setNote] = useState(scenario.note);
  const [problem, setProblem] = useState<string | null>(null);

  function save(): void {
    const refusal =
      model.dispatch((current) => renameScenario(current, name)) ?? model.dispatch((current) => setScenarioNote(current, note));
    if (refusal === null) onClose();
    else setProblem(refusal);
  }

  return (
    <Dialog open onClose={onClose} closeButton={DIALOG_WORDS.close} data-size="sm">
      <Heading level={2} data-size="xs">
        {DIALOG_WORDS.rename}
      </Heading>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Textfield
          label={DIALOG_WORDS.name}
          value={name}
          maxLength={LIMITS.nameCharacters}
          error={problem}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setProblem(null);
          }}
        />
        <Textfield
          label={DIALOG_WORDS.note}
          multiline
          rows={5}
          value={note}
          maxLength={LIMITS.noteCharacters}
          onChange={(event) => {
            setNote(event.currentTarget.value);
          }}
        />
        <div className="dialog-buttons">
          <Button type="submit">{DIALOG_WORDS.save}</Button>
          <Button type="button" variant="tertiary" onClick={onClose}>
            {DIALOG_WORDS.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
