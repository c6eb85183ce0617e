import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf } from '../../../tests/support/placeBuilder';
import { METHOD_PAGE_IDS, type MethodPageId } from '../../core/method/page';
import { methodPages } from '../../core/method/pages';
import { createEvaluator } from '../../core/scoring/evaluator';
import { explain } from '../../core/scoring/explain';
import type { ExplainedId } from '../../core/scoring/explanation';
import { ExplanationPanel } from './ExplanationPanel';
import { MethodPageView } from './MethodPageView';

const place = new PlaceBuilder()
  .withPolygons('farmland', [rectangle(0, 0, 4000, 4000)], 200)
  .withStation('stasjon', 500, 500)
  .build();
const areas = Array.from({ length: 11 }, (_, position) =>
  developmentArea(`felt <${position}>`, rectangle(100 * position, 0, 100, 100), 10),
);
const assessment = createEvaluator(place).assess(scenarioOf(areas, { dwellingsPerYear: 12 }));
const nothing = (): void => undefined;

function panel(id: ExplainedId): string {
  return renderToStaticMarkup(
    <ExplanationPanel
      explanation={explain(assessment, id)}
      layers={place.layers.map(({ description }) => description)}
      onOpenPage={nothing}
      onClose={nothing}
      onShow={nothing}
      onHighlight={nothing}
      onExplain={nothing}
    />,
  );
}

describe('the explanation beside the map', () => {
  it('shows the number, its formula filled in, the ground and the layers', () => {
    const markup = panel('B1');
    expect(markup).toContain('B1 = 100 · (1 − 11 / (16 · 10)) = 93,1');
    expect(markup).toContain('Grove data: kartet har 200 m nøyaktighet');
    expect(markup).toContain('farmland-2');
    expect(markup).toMatch(/<tfoot>.*Sum.*11,0.*<\/tfoot>/u);
  });

  it('lists the largest areas first and offers the rest', () => {
    expect(panel('B1').match(/felt &lt;\d+&gt;<\/button>/gu)).toHaveLength(8);
    expect(panel('B1')).toContain('Vis alle 11');
  });

  it('leads from a score to its parts, and says what is left out', () => {
    const markup = panel('B');
    expect(markup).toMatch(/<button[^>]*>B1 Dyrka mark<\/button>/u);
    expect(markup).toContain('Holdt utenfor: B2 grønnstruktur');
  });

  it('shows dwellings without a place, which cannot be shown on the map', () => {
    expect(panel('T')).toContain('<th scope="row">Uplassert, Byen</th>');
  });

  it('warns of assumptions', () => {
    expect(panel('T')).toContain('<span class="badge is-assumption">antakelse</span>');
  });
});

describe('a page of the method', () => {
  const pages = methodPages(place.parameters);
  const titles = new Map<MethodPageId, string>(pages.map(({ id, title }) => [id, title]));

  it.each(METHOD_PAGE_IDS)('%s shows all that it says', (id) => {
    const page = pages.find((candidate) => candidate.id === id);
    if (!page) throw new RangeError(id);
    const markup = renderToStaticMarkup(<MethodPageView page={page} titles={titles} onOpenPage={nothing} />);
    expect(markup).toContain(`<h2>${page.title}</h2>`);
    for (const { heading, blocks } of page.sections) {
      expect(markup).toContain(`<h3>${heading}</h3>`);
      const figures = blocks.flatMap((block) => (block.kind === 'figures' ? block.figures : []));
      for (const { name } of figures) expect(markup).toContain(name);
    }
    for (const other of page.related) expect(markup).toContain(titles.get(other));
  });
});
