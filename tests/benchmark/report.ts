import { cpus, totalmem } from 'node:os';
import type { Row } from './measure';

const format = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** The machine that ran the benchmark. */
export function machine(): string {
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${processor?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${memory} GiB, Node ${process.versions.node}, ${process.platform}`;
}

function verdict({ target, timing }: Row): string {
  if (target === null) return '';
  return timing.median <= target && timing.p95 <= 2 * target ? 'reached' : 'not reached';
}

/**
 * Rows as a Markdown table, milliseconds. The ratio is the median over the target: below 1 it is reached. “Machine” is how many
 * times slower than at its fastest it was in the slowest run that counts.
 */
export function table(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const { runs, minimum, median, p95, deviation, slowness } = row.timing;
    const cells = [row.name, runs, format(minimum), format(median), format(p95), format(deviation), slowness?.toFixed(2) ?? ''];
    const goal = row.target === null ? ['', ''] : [format(row.target), format(median / row.target)];
    return `| ${[...cells, ...goal, verdict(row)].join(' | ')} |`;
  });
  return [
    '| work | runs | minimum ms | median ms | p95 ms | deviation ms | machine | target ms | ratio | |',
    '|---|---:|---:|---:|---:|---:|---:|---:|---:|---|',
    ...lines,
  ].join('\n');
}
