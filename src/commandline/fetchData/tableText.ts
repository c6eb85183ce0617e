function cellText(value: string | number): string {
  const text = String(value);
  return /[",\n\r]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A comma-separated table as the geodata folder has them (RFC 4180), first line the columns. */
export function tableText(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return `${[columns, ...rows].map((row) => row.map(cellText).join(',')).join('\n')}\n`;
}
