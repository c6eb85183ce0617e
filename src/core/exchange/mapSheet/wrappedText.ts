/** Mean width of a letter in parts of the size, on the wide side, so that no line comes out too long. */
const LETTER = 0.5;

/** A text in lines that are no wider than `wide` at a size, broken at spaces; both in the same unit. */
export function wrapped(text: string, wide: number, size: number): readonly string[] {
  const most = Math.max(1, Math.floor(wide / (size * LETTER)));
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > most) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === '' ? lines : [...lines, line];
}
