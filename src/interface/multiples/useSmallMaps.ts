import { useEffect, useState } from 'react';
import type { Dataset } from '../../core/domain/dataset';
import type { MapFrame } from '../../core/exchange/report/mapFrame';
import type { DifferenceStore, MeasuredScenario } from '../../state/differenceStore';
import { useModel, useStores } from '../../state/hooks';
import { commonFrame, drawSmallMap, type SmallMap } from './smallMaps';

export interface SmallMaps {
  readonly maps: readonly SmallMap[];
  readonly frame: MapFrame | null;
  readonly isDone: boolean;
  /** Why there are no more, in Norwegian. */
  readonly problem: string | null;
}

const NONE: SmallMaps = { maps: [], frame: null, isDone: false, problem: null };

/** Draws the maps one after the other; the page gets its turn between them. */
async function drawAll(
  measureAll: DifferenceStore['measureAll'],
  dataset: Dataset,
  isGone: () => boolean,
  onDrawn: (map: SmallMap, frame: MapFrame, left: number) => void,
): Promise<void> {
  const scenarios: MeasuredScenario[] = [];
  for await (const measured of measureAll()) {
    if (isGone()) return;
    scenarios.push(measured);
  }
  const frame = commonFrame(scenarios, dataset);
  for (const [index, measured] of scenarios.entries()) {
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    if (isGone()) return;
    onDrawn(drawSmallMap(measured, dataset, frame), frame, scenarios.length - index - 1);
  }
}

/** Every scenario of the list with a map, as they are drawn. */
export function useSmallMaps(): SmallMaps {
  const { measureAll } = useStores().difference;
  const dataset = useModel((model) => model.dataset);
  const [state, setState] = useState(NONE);
  useEffect(() => {
    let isGone = false;
    const drawn: SmallMap[] = [];
    drawAll(
      measureAll,
      dataset,
      () => isGone,
      (map, frame, left) => {
        drawn.push(map);
        setState({ maps: [...drawn], frame, isDone: left === 0, problem: null });
      },
    ).catch((problem: unknown) => {
      if (!isGone) setState({ ...NONE, problem: problem instanceof Error ? problem.message : String(problem) });
    });
    return () => {
      isGone = true;
      for (const { address } of drawn) URL.revokeObjectURL(address);
    };
  }, [measureAll, dataset]);
  return state;
}
