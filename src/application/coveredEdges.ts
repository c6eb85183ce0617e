import type { MapPadding } from '../map/mapTypes';

/** Pixels of each edge of `frame` that the page's surfaces cover, as their `data-covers` says. */
export function coveredEdges(frame: HTMLElement): MapPadding {
  const outer = frame.getBoundingClientRect();
  const covered = { top: 0, right: 0, bottom: 0, left: 0 };
  for (const element of document.querySelectorAll<HTMLElement>('[data-covers]')) {
    const inner = element.getBoundingClientRect();
    switch (element.dataset['covers']) {
      case 'top':
        covered.top = Math.max(covered.top, inner.bottom - outer.top);
        break;
      case 'right':
        covered.right = Math.max(covered.right, outer.right - inner.left);
        break;
      case 'bottom':
        covered.bottom = Math.max(covered.bottom, outer.bottom - inner.top);
        break;
      case 'left':
        covered.left = Math.max(covered.left, inner.right - outer.left);
        break;
      default:
    }
  }
  return covered;
}
