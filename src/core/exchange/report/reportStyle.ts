/** Paper that a report is laid out for. Millimetres. */
export const PAPERS = {
  A4: { width: 210, height: 297, margin: 14 },
  A3: { width: 297, height: 420, margin: 18 },
} as const;

export type Paper = keyof typeof PAPERS;

export const PAPER_IDS = Object.keys(PAPERS) as readonly Paper[];

/** Style sheet of a report: on paper as on the screen, without anything from elsewhere. */
export function reportStyle(paper: Paper): string {
  const { width, margin } = PAPERS[paper];
  const text = paper === 'A3' ? 11 : 9.5;
  return `
@page { size: ${paper}; margin: ${margin}mm; @bottom-right { content: counter(page) " av " counter(pages); font: 8pt system-ui, sans-serif; color: #57525e; } }
* { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0 auto; max-width: ${width - 2 * margin}mm; font: ${text}pt/1.42 "Inter Variable", Inter, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color: #2b2a33; background: #fff; font-variant-numeric: tabular-nums; }
h1 { font-size: 2.1em; line-height: 1.15; margin: 0; letter-spacing: -0.01em; color: #1a1022; }
h2 { font-size: 1.3em; margin: 1.8em 0 0.5em; padding-bottom: 0.2em; border-bottom: 0.3mm solid #4b1a58; color: #4b1a58; break-after: avoid; }
h3 { font-size: 1.05em; margin: 1.2em 0 0.3em; break-after: avoid; }
p { margin: 0 0 0.6em; max-width: 46em; orphans: 3; widows: 3; }
.kicker { text-transform: uppercase; letter-spacing: 0.08em; font-size: 0.78em; color: #57525e; margin: 0 0 0.4em; }
.lead { font-size: 1.12em; color: #57525e; margin: 0.4em 0 1em; }
.draft { border-left: 1mm solid #b25a00; background: #fdf4e7; padding: 0.5em 0.8em; margin: 0 0 1.2em; max-width: none; }
.warning { border-left: 1mm solid #b3261e; background: #fbe9e7; padding: 0.5em 0.8em; margin: 0 0 1.2em; max-width: none; font-weight: 600; }
.scores { display: grid; grid-template-columns: 1fr 1fr; gap: 6mm; margin: 0 0 1.2em; }
.score { border-top: 0.3mm solid #d8d2df; padding-top: 0.6em; break-inside: avoid; }
.score strong { font-size: 2.3em; line-height: 1; color: #1a1022; }
.score .name { font-weight: 600; display: block; }
.small { font-size: 0.86em; color: #57525e; }
.bar { display: block; width: 100%; margin: 0.3em 0; }
.part { display: block; width: 22mm; }
.facts { display: grid; grid-template-columns: repeat(4, 1fr); gap: 4mm; margin: 0 0 1em; padding: 0; }
.facts div { border-top: 0.3mm solid #d8d2df; padding-top: 0.4em; }
.facts dt { font-size: 0.82em; color: #57525e; }
.facts dd { margin: 0; font-size: 1.3em; font-weight: 600; }
figure { margin: 0 0 1em; break-inside: avoid; }
figure > svg { display: block; width: 100%; height: auto; }
figcaption { font-size: 0.78em; color: #57525e; margin-top: 0.5em; }
.legend { list-style: none; margin: 0.7em 0 0; padding: 0; columns: ${paper === 'A3' ? 4 : 3}; column-gap: 5mm; font-size: 0.82em; }
.legend li { display: flex; align-items: center; gap: 2mm; break-inside: avoid; padding: 0.12em 0; }
.legend svg { flex: none; }
table { border-collapse: collapse; width: 100%; margin: 0 0 0.8em; font-size: 0.88em; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { text-align: left; vertical-align: top; padding: 0.28em 0.6em 0.28em 0; border-bottom: 0.15mm solid #e2dde7; }
thead th { white-space: normal; hyphens: auto; font-weight: 600; color: #57525e; border-bottom: 0.3mm solid #8b7d86; vertical-align: bottom; }
tbody th { font-weight: 500; }
td.number { white-space: nowrap; }
td.number + td:not(.number), th.number + th:not(.number) { padding-left: 1.4em; }
tr.main > * { border-top: 0.3mm solid #8b7d86; }
tbody tr.main:first-child > * { border-top: 0; }
.plane { display: grid; grid-template-columns: 104fr 74fr; gap: 0 5mm; align-items: start; }
.plane figcaption { grid-column: 1 / -1; margin-top: 0; }
.sources { max-width: none; font-size: 0.78em; margin-top: 0.8em; }
table + .small { max-width: none; }
.page > section:first-child > h2, .page > h2:first-child { margin-top: 0; }
.compared { break-inside: avoid; }
.kept { break-inside: avoid; }
.short li { margin: 0 0 0.25em; max-width: 52em; }
.compared tbody th { min-width: 32mm; }
.number { text-align: right; }
th.number:last-child, td.number:last-child { padding-right: 0; }
.maps { display: grid; grid-template-columns: 1fr 1fr; gap: 5mm; }
.maps figure { margin: 0; }
.maps .name { font-weight: 600; margin: 0 0 0.3em; }
.formula { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-size: 0.82em; margin: 0 0 0.2em; }
ul.plain { margin: 0 0 0.8em; padding-left: 1.2em; }
.with-bar { display: inline-flex; align-items: center; gap: 2mm; }
.with-bar .part { width: 10mm; }
.page { break-before: page; }
.page > h2:first-child { margin-top: 0; }
footer { margin-top: 2em; padding-top: 0.6em; border-top: 0.3mm solid #d8d2df; font-size: 0.82em; color: #57525e; }
@media screen { body { padding: ${margin}mm 0; } html { background: #efecf1; } body { background: #fff; padding-inline: ${margin}mm; max-width: ${width}mm; } }
`;
}
