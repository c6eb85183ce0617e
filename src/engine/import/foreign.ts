import type { ConvertForeign, DroppedFile } from '../../core/import/readFiles';

const OPTIONS = ['-f', 'FlatGeobuf', '-t_srs', 'EPSG:4326', '-lco', 'SPATIAL_INDEX=NO', '-nlt', 'CONVERT_TO_LINEAR', '-skipfailures'];

/** Layers of one file that are taken; a file with more is not about one thing. */
const MOST_LAYERS = 40;

/** Reads what only GDAL knows, by GDAL in WebAssembly: some 40 MB, fetched from our own origin when first needed. */
export const convertForeign: ConvertForeign = async (file) => {
  const [{ default: initGdal }, wasm, data] = await Promise.all([
    import('gdal3.js'),
    import('gdal3.js/dist/package/gdal3WebAssembly.wasm?url'),
    import('gdal3.js/dist/package/gdal3WebAssembly.data?url'),
  ]);
  const gdal = await initGdal({
    paths: { wasm: absolute(wasm.default), data: absolute(data.default) },
    useWorker: false,
    logHandler: () => undefined,
    errorHandler: () => undefined,
  });
  const converted: DroppedFile[] = [];
  const isZip = file.bytes[0] === 0x50 && file.bytes[1] === 0x4b;
  const safeName = file.name.replaceAll(/[^\w.-]+/gu, '_');
  // What reaches this packed is a geodatabase, which GDAL knows by the end of its name.
  const opened = await gdal.open(new File([file.bytes], isZip ? `${safeName}.gdb.zip` : safeName), [], isZip ? ['vsizip'] : []);
  for (const dataset of opened.datasets) {
    const { layers = [] } = await gdal.getInfo(dataset);
    for (const { name } of layers.slice(0, MOST_LAYERS)) {
      const output = await gdal.ogr2ogr(dataset, [...OPTIONS, name], `layer-${converted.length}`);
      const bytes = await gdal.getFileBytes(output);
      converted.push({ name, bytes: new Uint8Array(bytes) });
    }
    await gdal.close(dataset);
  }
  return converted;
};

function absolute(address: string): string {
  return new URL(address, import.meta.url).href;
}
