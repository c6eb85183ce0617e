import { Button } from '@digdir/designsystemet-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { rankingObstacle } from '../../core/scoring/ranking';
import { useModel, useStores } from '../../state/hooks';
import { formatNumber } from '../format/numbers';
import { useServices } from '../services';
import { MULTIPLES_WORDS } from '../words/multiples';
import './multiples.css';
import type { SmallMap } from './smallMaps';
import { useSmallMaps } from './useSmallMaps';

/** A sheet to print: every scenario as a small map with its two scores, all on the same ground at the same scale. */
export function Multiples(): ReactNode {
  const { view } = useStores();
  const { layerGroupsOf } = useServices();
  const dataset = useModel((model) => model.dataset);
  const { maps, frame, isDone, problem } = useSmallMaps();
  const sheet = useRef<HTMLDialogElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    close.current?.focus();
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key === 'Escape') view.showDialog(null);
    }
    document.addEventListener('keydown', onKeyDown);
    // It is not opened as a modal: those lie on top of the page, and print as a picture of the screen.
    const behind = [...(sheet.current?.parentElement?.children ?? [])].filter(
      (element): element is HTMLElement => element instanceof HTMLElement && element !== sheet.current && !element.inert,
    );
    for (const element of behind) element.inert = true;
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      for (const element of behind) element.inert = false;
    };
  }, [view]);
  const legend = layerGroupsOf(dataset).find(({ id }) => id === 'areas')?.legend;
  const [first] = maps;
  const areUnequal = first !== undefined && maps.some((map) => rankingObstacle(first, map) !== null);
  const sources = new Set(dataset.layers.map(({ description }) => description.attribution));
  return (
    <dialog ref={sheet} open className="multiples" aria-modal="true" aria-labelledby="multiples-heading">
      <div className="multiples-bar">
        <p className="quiet">{isDone || problem !== null ? MULTIPLES_WORDS.paper : MULTIPLES_WORDS.drawing(maps.length)}</p>
        <Button
          data-size="sm"
          disabled={!isDone}
          onClick={() => {
            window.print();
          }}
        >
          {MULTIPLES_WORDS.print}
        </Button>
        <Button
          ref={close}
          data-size="sm"
          variant="secondary"
          onClick={() => {
            view.showDialog(null);
          }}
        >
          {MULTIPLES_WORDS.close}
        </Button>
      </div>
      {problem === null ? null : <p role="alert">{MULTIPLES_WORDS.problem(problem)}</p>}
      <article className="multiples-sheet">
        <header>
          <h2 id="multiples-heading">
            {MULTIPLES_WORDS.title} <span className="quiet">{dataset.parameters.municipality.name}</span>
          </h2>
          <p className="quiet">{[MULTIPLES_WORDS.draft, areUnequal ? MULTIPLES_WORDS.unequal : ''].join(' ')}</p>
        </header>
        <ol className="multiples-maps">
          {maps.map((map) => (
            <Multiple key={map.scenario.id} map={map} />
          ))}
        </ol>
        <footer>
          {legend}
          <p className="quiet">
            {frame ? `${MULTIPLES_WORDS.scale(frame.scale)}. ` : ''}
            {MULTIPLES_WORDS.sources}: {[...sources].join(' · ')}
          </p>
        </footer>
      </article>
    </dialog>
  );
}

function Multiple({ map: { scenario, evaluation, address } }: { readonly map: SmallMap }): ReactNode {
  return (
    <li className="multiple">
      <h3>
        {scenario.name} <span className="quiet">{MULTIPLES_WORDS.extent(evaluation.dwellings.programme, scenario.programme.lastYear)}</span>
      </h3>
      <img src={address} alt={MULTIPLES_WORDS.map(scenario.name)} />
      <dl className="multiple-scores">
        <div>
          <dt>{MULTIPLES_WORDS.transit}</dt>
          <dd className="number">{formatNumber(evaluation.transit.score, 1)}</dd>
        </div>
        <div>
          <dt>{MULTIPLES_WORDS.blueGreen}</dt>
          <dd className="number">{formatNumber(evaluation.blueGreen.score, 1)}</dd>
        </div>
      </dl>
      {evaluation.permitted ? null : <p className="forbidden-word">{MULTIPLES_WORDS.forbidden}</p>}
    </li>
  );
}
