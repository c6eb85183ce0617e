export const MAP_WORDS = {
  controls: 'Kartutsnitt',
  zoomIn: 'Zoom inn',
  zoomOut: 'Zoom ut',
  home: 'Hele utsnittet',
} as const;
