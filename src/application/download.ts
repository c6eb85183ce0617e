/** How long the browser gets to begin a download before its address is let go. */
const RELEASE_MILLISECONDS = 30_000;

/** Hands the user a file. */
export function download(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, RELEASE_MILLISECONDS);
}

/** A name that every file system takes: letters and digits of any script, the rest as hyphens. */
export function safeFileName(name: string, extension: string): string {
  const base = name
    .normalize('NFC')
    .toLocaleLowerCase('nb')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 80);
  return `${base === '' ? 'scenario' : base}.${extension}`;
}
