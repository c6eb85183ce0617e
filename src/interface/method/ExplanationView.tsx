import type { ReactNode } from 'react';
import type { LayerDescription } from '../../core/domain/catalogue';
import { figureWithUnit, STANDING_WORDS } from '../../core/method/figure';
import { figureText, quantityText } from '../../core/method/figureText';
import { DIRECTION_WORDS } from '../../core/method/indicators';
import type { MethodPageId } from '../../core/method/page';
import type { Explanation, ExplanationTerm } from '../../core/scoring/explanation';
import { Badge } from '../parts/Badge';
import { Fold } from '../parts/Fold';
import { ContributionTable, type GroundActions } from './ContributionTable';
import { Formula } from './MethodPageView';
import { METHOD_WORDS, STANDING_BADGES } from './words';
import './method.css';

interface ExplanationViewProps extends GroundActions {
  readonly explanation: Explanation;
  /** What the catalogue says of the data set's layers; only those behind the number are shown. */
  readonly layers: readonly LayerDescription[];
  readonly onOpenPage: (page: MethodPageId) => void;
}

function Term({ term }: { readonly term: ExplanationTerm }): ReactNode {
  const badge = term.standing === null ? null : STANDING_BADGES[term.standing];
  return (
    <div>
      <dt>
        {term.symbol === '' ? term.name : `${term.name} (${term.symbol})`}
        <span className="method-figure number">
          {term.standing === null ? `${quantityText(term.value)} ${term.unit}` : figureWithUnit(term)}
        </span>
        {badge === null || term.standing === null ? null : <Badge kind={badge}>{STANDING_WORDS[term.standing]}</Badge>}
      </dt>
      <dd>{term.source}</dd>
    </div>
  );
}

function LayerFacts({ layers }: { readonly layers: readonly LayerDescription[] }): ReactNode {
  return (
    <dl className="sources">
      {layers.map((layer) => (
        <div key={layer.id}>
          <dt>
            {layer.title} {layer.assumption ? <Badge kind="assumption">{METHOD_WORDS.assumption}</Badge> : null}
          </dt>
          <dd>
            {[
              layer.source,
              layer.date,
              layer.accuracyMetres === null ? '' : METHOD_WORDS.accuracy(figureText(layer.accuracyMetres)),
            ]
              .filter((fact) => fact !== '')
              .join(' · ')}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A number led back to its ground: the formula with the values in, the areas, the layers, and a way to the method. */
export function ExplanationView({ explanation, layers, onOpenPage, ...actions }: ExplanationViewProps): ReactNode {
  const { numbers, caution, formula, filledIn, terms, tables } = explanation;
  const behind = layers.filter(({ id }) => explanation.layers.includes(id));
  return (
    <div className="explanation">
      <dl className="explanation-numbers">
        {numbers.map(({ id, name, value, unit, direction }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>
              <span className="explanation-number number">{value === null ? '–' : quantityText(value)}</span>{' '}
              <span className="quiet">{value === null ? METHOD_WORDS.noNumber : unit}</span>
              {direction === null ? null : <span className="explanation-direction">{DIRECTION_WORDS[direction]}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {caution === null ? null : <p className="explanation-caution">{caution}</p>}
      {filledIn.length === 0 ? null : (
        <section>
          <h3>{METHOD_WORDS.filledIn}</h3>
          <Formula lines={filledIn} />
        </section>
      )}
      {tables.map((table) => (
        <section key={table.title}>
          <h3>{table.title}</h3>
          <ContributionTable table={table} actions={actions} />
        </section>
      ))}
      <Fold title={METHOD_WORDS.formula}>
        <Formula lines={formula} />
      </Fold>
      {terms.length === 0 ? null : (
        <Fold title={METHOD_WORDS.terms} aside={terms.length}>
          <dl className="method-figures">
            {terms.map((term) => (
              <Term key={term.name} term={term} />
            ))}
          </dl>
        </Fold>
      )}
      <Fold title={METHOD_WORDS.layers} aside={behind.length}>
        <LayerFacts layers={behind} />
        {explanation.layerNotes?.map((note) => (
          <p key={note} className="explanation-caution">
            {note}
          </p>
        ))}
      </Fold>
      <button
        type="button"
        className="method-link"
        onClick={() => {
          onOpenPage(explanation.page);
        }}
      >
        {METHOD_WORDS.about}
      </button>
    </div>
  );
}
