import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import type initGdalJs from 'gdal3.js';
import type { ConvertForeign, DroppedFile } from '../core/import/readFiles';

const OPTIONS = ['-f', 'FlatGeobuf', '-t_srs', 'EPSG:4326', '-lco', 'SPATIAL_INDEX=NO', '-nlt', 'CONVERT_TO_LINEAR', '-skipfailures'];

/** Layers of one file that are taken; a file with more is not about one thing. */
const MOST_LAYERS = 120;

/** What GDAL knows a file by: a zip here is a geodatabase, everything else tells by its content. */
function endOf({ name, bytes }: DroppedFile): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return '.gdb.zip';
  return /\.[a-z\d]{1,8}$/iu.exec(name)?.[0] ?? '';
}

/** The same GDAL in wasm as the page has, in Node. */
async function load(): ReturnType<typeof initGdalJs> {
  const require = createRequire(import.meta.url);
  const init = require('gdal3.js/node.js') as typeof initGdalJs;
  // It puts «./» before whatever it is told.
  const path = relative(process.cwd(), dirname(require.resolve('gdal3.js/dist/package/gdal3WebAssembly.wasm')));
  return init({ path, useWorker: false, logHandler: () => undefined, errorHandler: () => undefined });
}

/** Reads what only GDAL knows, GML and geodatabases among them. Rejects with a reason. */
export const convertForeign: ConvertForeign = async (file) => {
  const gdal = await load();
  const folder = mkdtempSync(join(tmpdir(), 'smabymodellen-gdal-'));
  try {
    const path = join(folder, `fil${endOf(file)}`);
    writeFileSync(path, file.bytes);
    let opened: Awaited<ReturnType<typeof gdal.open>>;
    try {
      opened = await gdal.open(path, [], path.endsWith('.zip') ? ['vsizip'] : []);
    } catch {
      throw new Error('filen kan ikke åpnes');
    }
    const converted: DroppedFile[] = [];
    for (const dataset of opened.datasets) {
      const { layers = [] } = await gdal.getInfo(dataset);
      for (const { name, featureCount } of layers.slice(0, MOST_LAYERS)) {
        if (featureCount === 0) continue;
        const bytes = await gdal.getFileBytes(await gdal.ogr2ogr(dataset, [...OPTIONS, name], `layer-${converted.length}`));
        converted.push({ name, bytes: new Uint8Array(bytes) });
      }
      await gdal.close(dataset);
    }
    return converted;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
