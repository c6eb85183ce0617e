import { describe, expect, it, vi } from 'vitest';
import type { DrawingListener, DrawingTask } from '../../state/drawingTask';
import type { DrawingPad } from './drawingPad';
import { createMapDrawing } from './mapDrawing';

const listener: DrawingListener = { onShape: () => undefined, onDone: () => undefined };

/** A pad that only keeps record of what it is asked. */
function recordingPad(): DrawingPad & { readonly asked: string[] } {
  const asked: string[] = [];
  const record = (what: string) => (): void => {
    asked.push(what);
  };
  return {
    asked,
    begin: (task: DrawingTask) => asked.push(`begin ${task.kind}`),
    clickAt: record('clickAt'),
    moveTo: record('moveTo'),
    removeVertex: () => {
      asked.push('removeVertex');
      return true;
    },
    finish: record('finish'),
    end: record('end'),
  };
}

function drawingWith(fetchPad: () => Promise<DrawingPad>) {
  const heard: (boolean | 'failed')[] = [];
  const drawing = createMapDrawing({
    fetchPad,
    mark: () => undefined,
    onListening: (listens) => heard.push(listens),
    onFailure: () => heard.push('failed'),
  });
  return { drawing, heard };
}

describe('drawing that is fetched when it is wanted', () => {
  it('begins the newest task when the pad is there, and fetches it once', async () => {
    const pad = recordingPad();
    const fetchPad = vi.fn<() => Promise<DrawingPad>>(() => Promise.resolve(pad));
    const { drawing, heard } = drawingWith(fetchPad);
    expect(fetchPad).not.toHaveBeenCalled();
    drawing.begin({ kind: 'polygon' }, listener);
    drawing.begin({ kind: 'line' }, listener);
    expect(drawing.isBusy()).toBe(true);
    await vi.waitFor(() => expect(pad.asked).toEqual(['begin line']));
    drawing.begin({ kind: 'point' }, listener);
    drawing.finish();
    drawing.end();
    expect(pad.asked).toEqual(['begin line', 'begin point', 'finish', 'end']);
    expect(fetchPad).toHaveBeenCalledOnce();
    expect(heard).toEqual([true, true, false]);
    expect(drawing.isBusy()).toBe(false);
  });

  it('begins nothing where the task was left while the pad was on its way', async () => {
    const pad = recordingPad();
    const { drawing } = drawingWith(async () => pad);
    drawing.begin({ kind: 'polygon' }, listener);
    drawing.end();
    await Promise.resolve();
    await Promise.resolve();
    expect(pad.asked).not.toContain('begin polygon');
  });

  it('tells where the pad cannot be fetched, and tries again the next time', async () => {
    const pad = recordingPad();
    let tries = 0;
    const { drawing, heard } = drawingWith(() => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('borte')) : Promise.resolve(pad);
    });
    drawing.begin({ kind: 'polygon' }, listener);
    await vi.waitFor(() => expect(heard).toContain('failed'));
    expect(drawing.isBusy()).toBe(false);
    drawing.begin({ kind: 'polygon' }, listener);
    await vi.waitFor(() => expect(pad.asked).toEqual(['begin polygon']));
  });
});
