/** Whether a file's first four bytes are those of a TIFF or BigTIFF, in either byte order. */
export function isTiff([one, two, three, four]: Uint8Array): boolean {
  if (one === 0x49 && two === 0x49) return (three === 0x2a || three === 0x2b) && four === 0;
  return one === 0x4d && two === 0x4d && three === 0 && (four === 0x2a || four === 0x2b);
}
