import './application/zodWithoutCode';
import './interface/styles';
import { createRoot } from 'react-dom/client';
import { App } from './application/App';
import { assemble } from './application/assemble';
import { CannotStart } from './application/CannotStart';
import { CannotStartError, start } from './application/start';

const element = document.getElementById('root');
if (!element) throw new Error('index.html has no element with the id "root".');
const root = createRoot(element);

start().then(
  (stores) => {
    root.render(<App assembly={assemble(stores)} />);
  },
  (problem: unknown) => {
    const reason = problem instanceof Error ? problem.message : String(problem);
    root.render(<CannotStart problems={problem instanceof CannotStartError ? problem.problems : [reason]} />);
  },
);
