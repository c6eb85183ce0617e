import type { Dataset } from '../../core/domain/dataset';
import { mapFrame, type MapFrame } from '../../core/exchange/report/mapFrame';
import { scenarioMap, seenGround } from '../../core/exchange/report/scenarioMap';
import type { MeasuredScenario } from '../../state/differenceStore';

/** Size of a map on the sheet, millimetres: three abreast on A4 on its side. */
const WIDTH = 86;
const HEIGHT = 60;

/** A scenario with its map. */
export interface SmallMap extends MeasuredScenario {
  /** Address of the picture; to be released when it is not shown any more. */
  readonly address: string;
}

/** A frame in which all of the scenarios are in sight. */
export function commonFrame(scenarios: readonly MeasuredScenario[], dataset: Dataset): MapFrame {
  return mapFrame(
    scenarios.flatMap((measured) => seenGround({ ...measured, dataset, walkingNetwork: null })),
    WIDTH,
    HEIGHT,
  );
}

/** Draws a scenario in the frame, as a picture of its own: what stands in it is never part of the page. */
export function drawSmallMap(measured: MeasuredScenario, dataset: Dataset, frame: MapFrame): SmallMap {
  const { widthMillimetres: width, heightMillimetres: height } = frame;
  const drawing = scenarioMap({ ...measured, dataset, walkingNetwork: null }, frame, 'kart', false);
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}mm" height="${height}mm">${drawing}</svg>`;
  return { ...measured, address: URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' })) };
}
