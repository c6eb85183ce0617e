import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type LaunchOptions, type Page } from 'playwright-core';

/*
 * The only file that touches the browser driver: it finds a browser, opens pages of the served build and keeps record of
 * what went wrong on them.
 */

export type { Browser as StartedBrowser, Locator, Page } from 'playwright-core';

/** WebGL in software, and no services of the browser's own that look for the network. */
const BROWSER_ARGUMENTS = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-gpu-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/**
 * A browser without WebGL and without a graphics process: the map stays the first picture of itself, everything else runs and
 * answers faster. Where there is no graphics card that process draws in software, and a page can wait seconds for it.
 */
const WITHOUT_WEBGL = ['--disable-3d-apis', '--disable-gpu', '--disable-gpu-compositing'];

/** What else is left out so that a browser starts fast. */
const FAST_START = ['--disable-extensions', '--no-default-browser-check'];

interface FoundBrowser {
  readonly title: string;
  readonly launch: LaunchOptions;
}

/** The Chromium that npm brings; it unpacks itself into the system's temporary folder the first time. */
async function bundledBrowser(): Promise<FoundBrowser> {
  // Told that it runs on such a host, the package also brings the system libraries that a bare Linux lacks.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x';
  const { default: bundled } = await import('@sparticuz/chromium');
  const executablePath = await bundled.executablePath();
  return {
    title: `Chromium from npm (${executablePath}; delete that file if it was only half unpacked)`,
    // The browser's own sandbox wants rights that containers and continuous integration do not give.
    launch: { executablePath, args: [...BROWSER_ARGUMENTS, '--no-sandbox'] },
  };
}

async function candidates(): Promise<readonly FoundBrowser[]> {
  const named = process.env['SMABY_CHROMIUM'];
  if (named) return [{ title: named, launch: { executablePath: named, args: [...BROWSER_ARGUMENTS, '--no-sandbox'] } }];
  const installed = ['chrome', 'msedge'].map((channel) => ({
    title: `installed ${channel}`,
    launch: { channel, args: BROWSER_ARGUMENTS },
  }));
  return process.platform === 'linux' && process.arch === 'x64' ? [await bundledBrowser(), ...installed] : installed;
}

/**
 * Starts a headless browser: the one that SMABY_CHROMIUM names, else the Chromium from npm (Linux), else Chrome or Edge.
 * @param map Whether it has the WebGL that the live map needs. What is not about the map is tested in a third of the time without.
 * @throws with what was tried when none starts.
 */
export async function startBrowser(map: 'with map' | 'without map' = 'with map'): Promise<Browser> {
  const failures: string[] = [];
  for (const { title, launch } of await candidates()) {
    try {
      const args = [...(launch.args ?? []), ...(map === 'with map' ? [] : WITHOUT_WEBGL)];
      return await chromium.launch({ ...launch, args, headless: true });
    } catch (problem) {
      failures.push(`- ${title}: ${problem instanceof Error ? problem.message : String(problem)}`);
    }
  }
  throw new Error(
    `No browser could be started. Install Chrome, or set SMABY_CHROMIUM to a Chromium. Tried:\n${failures.join('\n')}`,
  );
}

/** A browser whose profile outlives it, and that can be killed. */
export interface KillableBrowser {
  readonly page: Page;
  /** Ends the browser's process at once, as a power cut or the system would, and waits until it is gone. */
  kill(): Promise<void>;
  /** Closes it as people do. */
  close(): Promise<void>;
}

/** A browser that is killed hundreds of times on a machine with other work now and then takes its time: that is no loss. */
const PATIENCE_MILLISECONDS = 120_000;

/**
 * Starts a browser without WebGL on a profile folder and opens the page in it.
 * @throws when none starts, with what was tried.
 */
export async function startKillableBrowser(profile: string, address: string): Promise<KillableBrowser> {
  const failures: string[] = [];
  for (const { title, launch } of await candidates()) {
    try {
      const context = await chromium.launchPersistentContext(profile, {
        ...launch,
        args: [...(launch.args ?? []), ...WITHOUT_WEBGL, ...FAST_START],
        headless: true,
        baseURL: address,
        viewport: { width: 1280, height: 800 },
        locale: 'nb-NO',
        timeout: PATIENCE_MILLISECONDS,
      });
      context.setDefaultTimeout(PATIENCE_MILLISECONDS);
      const browser = context.browser();
      if (!browser) throw new Error('The browser cannot be reached.');
      const session = await browser.newBrowserCDPSession();
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      const main = processInfo.find(({ type }) => type === 'browser');
      if (!main) throw new Error('The process of the browser is not known.');
      const gone = new Promise<void>((resolve) => {
        context.once('close', () => resolve());
      });
      return {
        page: context.pages()[0] ?? (await context.newPage()),
        async kill() {
          process.kill(main.id, 'SIGKILL');
          await gone;
        },
        close: () => context.close(),
      };
    } catch (problem) {
      failures.push(`- ${title}: ${problem instanceof Error ? problem.message : String(problem)}`);
    }
  }
  throw new Error(`No browser could be started. Tried:\n${failures.join('\n')}`);
}

export interface VisitOptions {
  /** Address of the served build. */
  readonly address: string;
  readonly width?: number;
  readonly height?: number;
  /** Device pixels per pixel of the page. A half draws the map four times as fast, which software rendering needs. */
  readonly pixelRatio?: number;
}

/** One user's visit: a page with storage of its own, and all that went wrong on it. */
export interface Visit {
  readonly page: Page;
  /** Errors in the console, uncaught errors, failed requests and requests to other hosts. */
  readonly problems: readonly string[];
  /** Address of every request that was sent. */
  readonly requests: readonly string[];
  /** Another page of the same browser profile. */
  another(): Promise<Visit>;
  /** Writes a picture of the page to the temporary folder and gives its path. */
  screenshot(name: string): Promise<string>;
  close(): Promise<void>;
}

function watch(page: Page, host: string): Pick<Visit, 'problems' | 'requests'> {
  const problems: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('requestfailed', (request) =>
    problems.push(`request failed: ${request.url()} (${request.failure()?.errorText ?? 'unknown'})`),
  );
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`answer ${response.status()}: ${response.url()}`);
  });
  page.context().on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol === 'data:' || url.protocol === 'blob:') return;
    requests.push(url.href);
    if (url.host !== host) problems.push(`request to another host: ${url.href}`);
  });
  return { problems, requests };
}

/** Opens an empty page for a new user; go to the model with `visit.page.goto('./')`. */
export async function startVisit(browser: Browser, options: VisitOptions): Promise<Visit> {
  const { address, width = 1280, height = 800, pixelRatio = 1 } = options;
  const context: BrowserContext = await browser.newContext({
    baseURL: address,
    viewport: { width, height },
    deviceScaleFactor: pixelRatio,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    acceptDownloads: true,
  });
  return openVisit(context, new URL(address).host);
}

async function openVisit(context: BrowserContext, host: string): Promise<Visit> {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  return {
    page,
    ...watch(page, host),
    another: () => openVisit(context, host),
    async screenshot(name) {
      const folder = path.join(tmpdir(), 'smabymodellen-screenshots');
      mkdirSync(folder, { recursive: true });
      const file = path.join(folder, `${name}.png`);
      await page.screenshot({ path: file });
      return file;
    },
    close: () => context.close(),
  };
}
