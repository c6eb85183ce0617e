import { useId, useState, type ReactNode } from 'react';
import { planDetailProblems, type PlanDetails } from '../../core/exchange/arealdel/planDetails';
import { useExports, useStores } from '../../state/hooks';
import { EXPORT_WORDS } from '../words/export';

const FIELDS = ['planIdentification', 'name', 'date'] as const satisfies readonly (keyof PlanDetails)[];

/** What the municipality itself calls the plan. Kept when it is sound; what is wrong stands at the field. */
export function PlanFields({ onProblem }: { readonly onProblem: (hasProblem: boolean) => void }): ReactNode {
  const { exports } = useStores();
  const kept = useExports((state) => state.plan);
  const [draft, setDraft] = useState<PlanDetails | null>(null);
  const id = useId();
  const plan = draft ?? kept;
  const problems = planDetailProblems(plan);

  const change = (field: keyof PlanDetails, value: string): void => {
    const next = { ...plan, [field]: value === '' ? null : value };
    const isSound = Object.keys(planDetailProblems(next)).length === 0;
    setDraft(next);
    onProblem(!isSound);
    if (isSound) exports.call(next);
  };

  return (
    <fieldset className="export-plan">
      <legend>{EXPORT_WORDS.plan.title}</legend>
      <p className="small quiet">{EXPORT_WORDS.plan.intro}</p>
      <div className="export-plan-fields">
        {FIELDS.map((field) => (
          <div key={field} className={`export-plan-${field}`}>
            <label htmlFor={`${id}-${field}`}>{EXPORT_WORDS.plan[field]}</label>
            <input
              id={`${id}-${field}`}
              type={field === 'date' ? 'date' : 'text'}
              value={plan[field] ?? ''}
              placeholder={field === 'planIdentification' ? EXPORT_WORDS.plan.placeholder : undefined}
              aria-invalid={problems[field] !== undefined}
              aria-describedby={problems[field] === undefined ? undefined : `${id}-${field}-problem`}
              onChange={(event) => {
                change(field, event.currentTarget.value);
              }}
            />
            {problems[field] === undefined ? null : (
              <p id={`${id}-${field}-problem`} className="small export-problem">
                {problems[field]}
              </p>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
