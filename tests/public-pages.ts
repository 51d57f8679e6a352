import assert from 'node:assert/strict'
import { Hono } from 'hono'
import type { HouseEnv } from '#platform/http/house-env.ts'
import type { Language } from '#platform/language.ts'
import { Refusal } from '#platform/refusal.ts'

/** For tests: pages that everybody may read, without a database, as a stranger asks for them in either language. */
export function publicPages(routes: Hono<HouseEnv>) {
  const apps = { nl: inLanguage(routes, 'nl'), en: inLanguage(routes, 'en') }
  return {
    apps,
    async read(path: string, language: Language = 'nl'): Promise<string> {
      const response = await apps[language].request(path)
      assert.equal(response.status, 200, path)
      return response.text()
    },
  }
}

function inLanguage(routes: Hono<HouseEnv>, language: Language) {
  const house = new Hono<HouseEnv>()
  house.use(async (c, next) => {
    c.set('language', language)
    c.set('requestId', 'a-request')
    c.set('signedIn', undefined)
    await next()
  })
  house.onError((error, c) => {
    if (error instanceof Refusal && error.kind === 'not-found') return c.text(error.because, 404)
    throw error
  })
  return house.route('/', routes)
}

/** What stands on the page, in one line; without what only leads around it. */
export const visible = (page: string): string =>
  page
    .slice(page.indexOf('<main'), page.indexOf('</main>'))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
