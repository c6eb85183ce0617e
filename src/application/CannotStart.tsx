import type { ReactNode } from 'react';
import { START_WORDS } from './words';

/** What is told when there is nothing to open. */
export function CannotStart({ problems }: { readonly problems: readonly string[] }): ReactNode {
  return (
    <main className="opening" role="alert">
      <h1>{START_WORDS.failed}</h1>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
      <p>{START_WORDS.way}</p>
    </main>
  );
}
