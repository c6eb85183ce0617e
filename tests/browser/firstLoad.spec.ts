import { gzipSync } from 'node:zlib';
import { expect, inject, it } from 'vitest';
import { startBrowser } from './browser';
import { Planner } from './planner';

/** Scripts and styles that the page fetches before it can be worked on, packed, kilobytes. Raise it only for what is used at once. */
const BUDGET_KILOBYTES = 1050;

/** What has no place in the first load. */
const LATER = /gdal|geotiff|raster|sql-?wasm|import|flatgeobuf|readers?-|xlsx|Compare-|PublishedMethod/iu;

it('fetches little before it can be worked on, and nothing that is not asked for', async () => {
  const browser = await startBrowser();
  try {
    const planner = await Planner.arrive(browser, inject('address'));
    const code = [...new Set(planner.requests)].filter((address) => /\.(?:m?js|css|wasm)$/u.test(new URL(address).pathname));
    expect(code.length).toBeGreaterThan(2);
    expect(code.filter((address) => LATER.test(new URL(address).pathname))).toEqual([]);
    const sizes = await Promise.all(code.map(async (address) => gzipSync(new Uint8Array(await (await fetch(address)).arrayBuffer())).length));
    expect(sizes.reduce((sum, size) => sum + size, 0) / 1000).toBeLessThan(BUDGET_KILOBYTES);
    await planner.leave();
  } finally {
    await browser.close();
  }
});
