import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const path = '/axe-for-tests.js'

type Fetch = { fetch(request: Request, ...rest: never[]): Response | Promise<Response> }

/**
 * The same program, that also gives axe. A browser keeps it, and how it compiled it; handed over as half a million
 * characters for each look it costs more than the looking.
 */
export const withAxe = <A extends Fetch>(app: A): Pick<A, 'fetch'> => ({
  fetch: ((request, ...rest) =>
    new URL(request.url).pathname === path
      ? new Response(source, {
          headers: {
            'content-type': 'text/javascript',
            'cache-control': 'public, max-age=31536000, immutable',
          },
        })
      : app.fetch(request, ...rest)) as A['fetch'],
})

/** What axe finds wrong with the page as it stands, in one line each. The page comes from an app `withAxe`. */
export async function barriersOn(page: Page): Promise<string[]> {
  const scripts = await page.evaluate(() => !matchMedia('(scripting: none)').matches)
  await (scripts ? page.addScriptTag({ url: path }) : page.evaluate(source))
  const { violations, incomplete } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run({
      // Nothing is left out of the look: only of what would be told of pages that are right.
      resultTypes: ['violations', 'incomplete'],
      selectors: false,
    }),
  )
  // Words exactly as light as their ground axe takes for hidden on purpose; here nothing is.
  const unseen = incomplete.map((found) => ({
    ...found,
    nodes: found.nodes.filter(({ any }) =>
      any.some(({ data }) => data?.messageKey === 'equalRatio'),
    ),
  }))
  return [...violations, ...unseen.filter(({ nodes }) => nodes.length > 0)].map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  )
}
