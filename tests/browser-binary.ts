import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'

type Binary = { readonly path: string; readonly environment: Readonly<Record<string, string>> }

const root = new URL('..', import.meta.url).pathname

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * A Chromium: the one CHROME_PATH names, an installed one, or the one that npm brought along.
 * OOGMERK_BROWSER=bundled skips the first two.
 */
export async function findBrowser(): Promise<Binary> {
  const named = process.env.CHROME_PATH
  const bundledOnly = process.env.OOGMERK_BROWSER === 'bundled'
  const path = bundledOnly ? undefined : (named ?? installed.find((place) => existsSync(place)))
  return path ? { path, environment: {} } : await bundledBrowser()
}

/**
 * What Chromium leaves out. Taking its drawing apart for every page and building it up again (RenderDocument)
 * costs as much as the page itself. The others are what Playwright leaves out for pages of our own; the last list
 * that is given is the one that counts.
 */
const notNeeded = [
  'RenderDocument',
  'PaintHolding',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'MediaRouter',
  'ThirdPartyStoragePartitioning',
  'OptimizationHints',
]

/** A browser without a window. The caller closes it. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const { path, environment } = await findBrowser()
  return await chromium.launch({
    ...options,
    executablePath: path,
    // Our own pages only, and often root in a container, where the sandbox cannot start.
    // One process for all pages: starting one for each visitor costs more than their pages do.
    args: [
      ...['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
      `--disable-features=${notNeeded.join(',')}`,
      ...['--renderer-process-limit=1', ...(options.args ?? [])],
    ],
    env: { ...(process.env as Record<string, string>), ...environment, ...options.env },
  })
}

async function bundledBrowser(): Promise<Binary> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No browser found. Install Chrome or Chromium, or name one in CHROME_PATH.')
  }
  const home = dirname(
    dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))),
  )
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'))
  const folder = join(root, '.oogmerk-test', `chromium-${version}`)
  if (!existsSync(folder)) await unpack(folder)
  return {
    path: join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  }
}

/**
 * The package unpacks into the folder for temporary files, with its libraries only where it believes to
 * be in the cloud it was made for. Moved into place when complete; another process may be first.
 */
async function unpack(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true })
  const fresh = await mkdtemp(`${folder}-`)
  try {
    const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: root,
      env: { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    })
    await writeFile(join(fresh, 'fonts.conf'), fontSettings(folder))
    await rename(fresh, folder).catch((error) => {
      if (!existsSync(folder)) throw error
    })
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

// Without settings of its own the first page that draws text crashes on a machine without fonts.
const fontSettings = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`
