import { transferablesOf, type EngineReply, type EngineRequest } from './protocol';

/** Who hears what comes from the other end. */
export interface LineListener {
  readonly onReply: (reply: EngineReply) => void;
  /** The other end is gone; nothing more will come. */
  readonly onBreakdown: (reason: string) => void;
}

/** A line to a running engine. */
export interface EngineLine {
  readonly send: (request: EngineRequest) => void;
  readonly close: () => void;
}

export type OpenLine = (listener: LineListener) => EngineLine;

/** Starts a worker and opens a line to it. */
export const openWorkerLine: OpenLine = ({ onReply, onBreakdown }) => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<EngineReply>) => onReply(data));
  worker.addEventListener('error', ({ message }) => onBreakdown(message || 'arbeidstråden startet ikke'));
  worker.addEventListener('messageerror', () => onBreakdown('et svar kunne ikke leses'));
  return {
    send: (request) => worker.postMessage(request, { transfer: transferablesOf(request) }),
    close: () => worker.terminate(),
  };
};
