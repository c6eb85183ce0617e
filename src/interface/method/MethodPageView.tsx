import { Fragment, type ReactNode } from 'react';
import { figureWithUnit, STANDING_WORDS, type MethodFigure } from '../../core/method/figure';
import type { MethodBlock, MethodPage, MethodPageId, TextTable } from '../../core/method/page';
import { Badge } from '../parts/Badge';
import { METHOD_WORDS, STANDING_BADGES } from './words';
import './method.css';

function Figures({ figures }: { readonly figures: readonly MethodFigure[] }): ReactNode {
  return (
    <dl className="method-figures">
      {figures.map((figure, position) => {
        const badge = STANDING_BADGES[figure.standing];
        return (
          <div key={figure.name}>
            <dt>
              {figure.name}
              <span className="method-figure number">{figureWithUnit(figure)}</span>
              {badge === null ? null : <Badge kind={badge}>{STANDING_WORDS[figure.standing]}</Badge>}
            </dt>
            {figures[position - 1]?.source === figure.source ? null : <dd>{figure.source}</dd>}
          </div>
        );
      })}
    </dl>
  );
}

function Table({ head, rows }: TextTable): ReactNode {
  return (
    <div className="table-scroll">
      <table className="plain-table method-table">
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells.join('|')}>
              {cells.map((cell, column) =>
                column === 0 ? (
                  <th key={head[column]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={head[column]}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Block({ block }: { readonly block: MethodBlock }): ReactNode {
  switch (block.kind) {
    case 'text':
      return <p>{block.text}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'formula':
      return <Formula lines={block.lines} />;
    case 'terms':
      return (
        <dl className="method-terms">
          {block.terms.map(([term, meaning]) => (
            <Fragment key={term}>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </Fragment>
          ))}
        </dl>
      );
    case 'table':
      return <Table {...block.table} />;
    case 'figures':
      return <Figures figures={block.figures} />;
  }
}

/** What tells a block from the others of its section: how it begins. */
function keyOf(block: MethodBlock): string {
  switch (block.kind) {
    case 'text':
      return block.text;
    case 'list':
      return block.items.join();
    case 'formula':
      return block.lines.join();
    case 'terms':
      return block.terms.join();
    case 'table':
      return block.table.head.join();
    case 'figures':
      return block.kind;
  }
}

/** Lines of a formula, one below the other. */
export function Formula({ lines }: { readonly lines: readonly string[] }): ReactNode {
  return (
    <div className="method-formula">
      {lines.map((line) => (
        <code key={line}>{line}</code>
      ))}
    </div>
  );
}

/** One page of the published method. */
export function MethodPageView({ page, titles, onOpenPage }: {
  readonly page: MethodPage;
  /** Titles of every page, for the links. */
  readonly titles: ReadonlyMap<MethodPageId, string>;
  readonly onOpenPage: (page: MethodPageId) => void;
}): ReactNode {
  return (
    <article className="method-page">
      <h2>{page.title}</h2>
      <p className="method-says">{page.says}</p>
      {page.sections.map(({ heading, blocks }) => (
        <section key={heading}>
          <h3>{heading}</h3>
          {blocks.map((block) => (
            <Block key={keyOf(block)} block={block} />
          ))}
        </section>
      ))}
      <nav aria-label={METHOD_WORDS.related} className="method-related">
        <span>{METHOD_WORDS.related}</span>
        {page.related.map((id) => (
          <button
            key={id}
            type="button"
            className="method-link"
            onClick={() => {
              onOpenPage(id);
            }}
          >
            {titles.get(id) ?? id}
          </button>
        ))}
      </nav>
    </article>
  );
}
