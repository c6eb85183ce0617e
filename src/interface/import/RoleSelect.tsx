import type { ReactNode } from 'react';
import { IMPORT_ROLES, type ImportRole } from '../../core/import/assignment';
import { IMPORT_WORDS, ROLE_WORDS } from '../words/import';

interface RoleSelectProps {
  readonly label: string;
  readonly role: ImportRole | null;
  readonly onChange: (role: ImportRole | null) => void;
}

/** What something is used as. */
export function RoleSelect({ label, role, onChange }: RoleSelectProps): ReactNode {
  return (
    <select
      className="import-select"
      aria-label={label}
      value={role ?? ''}
      onChange={(event) => {
        const { value } = event.currentTarget;
        onChange(IMPORT_ROLES.find((known) => known === value) ?? null);
      }}
    >
      <option value="">{IMPORT_WORDS.noRole}</option>
      {IMPORT_ROLES.map((known) => (
        <option key={known} value={known}>
          {ROLE_WORDS[known]}
        </option>
      ))}
    </select>
  );
}
