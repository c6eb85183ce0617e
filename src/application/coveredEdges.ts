import type { MapPadding } from '../map/mapTypes';

const COVERS = '[data-covers]';

/** Pixels of each edge of `frame` that the page's surfaces cover, as their `data-covers` says. */
export function coveredEdges(frame: HTMLElement): MapPadding {
  const outer = frame.getBoundingClientRect();
  const covered = { top: 0, right: 0, bottom: 0, left: 0 };
  for (const element of document.querySelectorAll<HTMLElement>(COVERS)) {
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

/** Calls back when a surface that covers an edge comes, goes or changes its size. Gives what ends the watch. */
export function watchCoveredEdges(onChange: () => void): () => void {
  const sizes = new ResizeObserver(onChange);
  let watched = '';
  function look(): void {
    const surfaces = [...document.querySelectorAll(COVERS)];
    const now = surfaces.map((surface) => `${surface.className} ${surface.getAttribute('data-covers') ?? ''}`).join('|');
    if (now === watched) return;
    watched = now;
    sizes.disconnect();
    for (const surface of surfaces) sizes.observe(surface);
    onChange();
  }
  const elements = new MutationObserver(look);
  elements.observe(document.body, { childList: true, subtree: true, attributeFilter: ['data-covers'] });
  look();
  return () => {
    elements.disconnect();
    sizes.disconnect();
  };
}
