import type { Page } from 'playwright-core'
import { launchBrowser } from '#tests/browser-binary.ts'

/** Bytes of bodies over the wire, compressed where the server compresses. */
export type Weight = { readonly all: number; readonly script: number; readonly parts: string }

/**
 * What a browser that was never here loads for this page, measured in a real browser. Something is
 * typed in the first large field, so that what recognises while typing comes along too. The worker
 * that keeps pages for offline use comes after it and is left out; `explore-weight.test.ts` counts it.
 */
export async function weighFirstVisits(
  port: number,
  visits: readonly { path: string; cookie?: string | undefined }[],
): Promise<Weight[]> {
  const browser = await launchBrowser()
  try {
    const found: Weight[] = []
    for (const { path, cookie } of visits) {
      const context = await browser.newContext({ serviceWorkers: 'block', locale: 'nl-NL' })
      const url = `http://localhost:${port}`
      const pairs = (cookie ?? '').split('; ').flatMap((pair) => {
        const [name, value] = pair.split('=')
        return name && value ? [{ name, value, url }] : []
      })
      await context.addCookies(pairs)
      found.push(await weigh(await context.newPage(), url + path))
      await context.close()
    }
    return found
  } finally {
    await browser.close()
  }
}

async function weigh(page: Page, url: string): Promise<Weight> {
  const sizes = new Map<string, number>()
  const devtools = await page.context().newCDPSession(page)
  const kinds = new Map<string, string>()
  await devtools.send('Network.enable')
  devtools.on('Network.responseReceived', ({ requestId, type, response }) => {
    kinds.set(requestId, type === 'Document' || type === 'Script' ? type : kindOf(response.url))
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'other'
    sizes.set(kind, (sizes.get(kind) ?? 0) + encodedDataLength)
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  const field = page.locator('textarea').first()
  if (await field.count()) await field.fill('Hij had ineens twee telefoons en dure schoenen.')
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(500)
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const parts = [...sizes].map(
    ([kind, size]) => `${kind.toLowerCase()} ${(size / 1000).toFixed(1)}`,
  )
  return { all, script: sizes.get('Script') ?? 0, parts: parts.join(', ') }
}

const kindOf = (url: string): string =>
  /\.(woff2)$/.test(url)
    ? 'font'
    : /\.css$/.test(url)
      ? 'style'
      : /\.json$/.test(url)
        ? 'words'
        : 'other'
