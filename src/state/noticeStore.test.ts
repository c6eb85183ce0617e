import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createNoticeStore } from './noticeStore';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('a notice stands until it is put away, one of each subject', () => {
  const notices = createNoticeStore();
  notices.tell({ subject: 'fil', tone: 'refused', text: 'Først' });
  notices.tell({ subject: 'fil', tone: 'refused', text: 'Så' });
  vi.advanceTimersByTime(60_000);
  expect(notices.getState().notices.map(({ text }) => text)).toEqual(['Så']);
  notices.dismiss('fil');
  expect(notices.getState().notices).toEqual([]);
});

test('one that passes goes by itself, but not what has taken its place', () => {
  const notices = createNoticeStore();
  notices.tell({ subject: 'angre', tone: 'refused', text: 'Ingenting å angre', passes: true });
  vi.advanceTimersByTime(4000);
  notices.tell({ subject: 'angre', tone: 'refused', text: 'Ingenting å gjøre om', passes: true });
  vi.advanceTimersByTime(4000);
  expect(notices.getState().notices.map(({ text }) => text)).toEqual(['Ingenting å gjøre om']);
  vi.advanceTimersByTime(4000);
  expect(notices.getState().notices).toEqual([]);
});
