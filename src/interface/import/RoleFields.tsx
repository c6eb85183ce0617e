import { useId, useMemo, type ReactNode } from 'react';
import { wholeAs, type Assignment } from '../../core/import/assignment';
import { listedValues, valueCount } from '../../core/import/attributeTable';
import type { CandidateLayer } from '../../engine/import/protocol';
import { formatNumber, formatQuantity } from '../format/numbers';
import { IMPORT_WORDS } from '../words/import';
import { classSizes, MOST_CLASSES } from './draft';
import { RoleSelect } from './RoleSelect';

/** Classes that are listed; those after them are small. */
const LISTED = 24;

interface RoleFieldsProps {
  readonly candidate: CandidateLayer;
  readonly assignment: Assignment;
  readonly onChange: (assignment: Assignment) => void;
}

/** What a layer is used as: as a whole, or class by class. */
export function RoleFields({ candidate, assignment, onChange }: RoleFieldsProps): ReactNode {
  const id = useId();
  const { layer, recognition } = candidate;
  const attributes = layer.attributes.columns.filter((column) => valueCount(column) > 0 && valueCount(column) <= MOST_CLASSES);
  const [whole] = assignment.classes;
  return (
    <>
      <p className="small import-reason">{recognition.reason === null ? IMPORT_WORDS.noReason : IMPORT_WORDS.reason(recognition.reason)}</p>
      {attributes.length > 0 ? (
        <div className="import-field">
          <label htmlFor={id}>{IMPORT_WORDS.byClass}</label>
          <select
            id={id}
            className="import-select"
            value={assignment.attribute ?? ''}
            onChange={(event) => {
              const name = event.currentTarget.value;
              const suggested = recognition.assignment;
              if (name === '') onChange(wholeAs(null));
              else if (suggested.attribute === name) onChange(suggested);
              else {
                const column = attributes.find((attribute) => attribute.name === name);
                onChange({ attribute: name, classes: (column ? listedValues(column) : []).map((value) => ({ value, role: null })) });
              }
            }}
          >
            <option value="">{IMPORT_WORDS.wholeLayer}</option>
            {attributes.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      {assignment.attribute === null ? (
        <div className="import-field">
          <span>{IMPORT_WORDS.role}</span>
          <RoleSelect
            label={IMPORT_WORDS.role}
            role={whole?.role ?? null}
            onChange={(role) => {
              onChange(wholeAs(role));
            }}
          />
        </div>
      ) : (
        <ClassTable candidate={candidate} assignment={assignment} attribute={assignment.attribute} onChange={onChange} />
      )}
    </>
  );
}

function ClassTable({ candidate, assignment, attribute, onChange }: RoleFieldsProps & { readonly attribute: string }): ReactNode {
  const sizes = useMemo(() => classSizes(candidate.layer, attribute), [candidate.layer, attribute]);
  const roleOf = new Map(assignment.classes.map(({ value, role }) => [value, role]));
  return (
    <>
      <table className="import-classes">
        <thead>
          <tr>
            {IMPORT_WORDS.classHead.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sizes.slice(0, LISTED).map(({ value, objects, areaDaa }) => {
            const name = value === null ? IMPORT_WORDS.withoutValue : String(value);
            return (
              <tr key={name}>
                <th scope="row">
                  {name} <span className="quiet">{candidate.recognition.classNames[name] ?? ''}</span>
                </th>
                <td className="number">{formatNumber(objects)}</td>
                <td className="number">{formatQuantity(areaDaa)}</td>
                <td>
                  <RoleSelect
                    label={IMPORT_WORDS.roleOfClass(name)}
                    role={roleOf.get(value) ?? null}
                    onChange={(role) => {
                      const others = assignment.classes.filter((entry) => entry.value !== value);
                      onChange({ attribute, classes: [...others, { value, role }] });
                    }}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {sizes.length > LISTED ? <p className="small quiet">{IMPORT_WORDS.moreClasses(sizes.length - LISTED)}</p> : null}
    </>
  );
}
