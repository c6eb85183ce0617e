import type { ReactNode } from 'react';
import {
  DETOUR_FACTOR,
  FULL_SCORE_MINUTES,
  SCORE_HALF_LIFE_MINUTES,
  WALKING_METRES_PER_MINUTE,
} from '../../core/method/parameters';
import type { Evaluation } from '../../core/scoring/evaluation';
import { useModel } from '../../state/hooks';
import { Badge } from '../parts/Badge';
import { Fold } from '../parts/Fold';
import { LayerSources } from '../parts/LayerSources';
import { READING_WORDS } from '../words/reading';
import { RESULT_WORDS } from '../words/result';

/** How the numbers are to be read: notes, what is assumed, and where it all comes from. */
export function Reading({ evaluation }: { readonly evaluation: Evaluation }): ReactNode {
  const parameters = useModel((model) => model.dataset.parameters);
  const layers = useModel((model) => model.dataset.layers);
  const problems = useModel((model) => model.dataset.problems);
  const notes = [...evaluation.notes, ...problems];
  const paragraphs = READING_WORDS.paragraphs({
    detourFactor: DETOUR_FACTOR,
    metresPerMinute: WALKING_METRES_PER_MINUTE,
    fullScoreMinutes: FULL_SCORE_MINUTES,
    halfLifeMinutes: SCORE_HALF_LIFE_MINUTES,
    farmlandPace: parameters.farmlandLossDaaPerYear.value,
    farmlandPaceSource: parameters.farmlandLossDaaPerYear.source,
    farmlandPaceIsAssumption: parameters.farmlandLossDaaPerYear.assumption,
    defaultAreasSource: parameters.defaultAreas.source,
  });
  return (
    <>
      {notes.length > 0 ? (
        <div className="callout">
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      ) : null}
      <Fold title={READING_WORDS.title}>
        <dl className="reading">
          {paragraphs.map((paragraph) => (
            <div key={paragraph.title}>
              <dt>
                {paragraph.title}{' '}
                {paragraph.assumption ? <Badge kind="assumption">{RESULT_WORDS.assumption}</Badge> : null}
              </dt>
              <dd>{paragraph.text}</dd>
            </div>
          ))}
        </dl>
        <p className="small quiet">{RESULT_WORDS.method(evaluation.methodVersion)}</p>
      </Fold>
      <Fold title={READING_WORDS.sources}>
        <LayerSources layers={layers.map((layer) => layer.description.id)} />
      </Fold>
    </>
  );
}
