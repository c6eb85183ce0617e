import { exportFiles, reportFile, type ExportedFile, type ExportFormatId, type ExportSettings } from '../../core/exchange/exportFiles';
import { networkIdentity } from '../../core/exchange/networkIdentity';
import type { WalkingLines } from '../../core/network/walkingLines';
import type { Assessment } from '../../core/scoring/assessment';
import { loadSqlite } from './sqlite';

/** What is to leave as files. */
export interface ExportOrder {
  readonly format: ExportFormatId;
  readonly settings: ExportSettings;
  /** File name of the walking network in use; null without one. */
  readonly network: string | null;
}

/** Writes assessed scenarios as files: a report may be of several, every other format is of the first. */
export async function writeExport(
  assessments: readonly Assessment[],
  lines: WalkingLines | null,
  { format, settings, network }: ExportOrder,
): Promise<readonly ExportedFile[]> {
  const [first] = assessments;
  if (!first) throw new RangeError('There is nothing to export');
  const walkingNetwork = lines && networkIdentity(network ?? '', lines);
  return format === 'report'
    ? [await reportFile(assessments, { walkingNetwork }, settings)]
    : exportFiles(format, first, { walkingNetwork, loadSqlite }, settings);
}
