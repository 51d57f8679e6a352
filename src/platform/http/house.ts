import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { acceptedLanguage, isApi } from '#platform/http/api-path.ts'
import { errorHandler, notFoundHandler } from '#platform/http/errors.ts'
import type { FindSession, HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { bySession, limit } from '#platform/http/limit.ts'
import type { Respond } from '#platform/http/respond.ts'
import { securityHeaders } from '#platform/http/security-headers.ts'
import type { SessionCookie } from '#platform/http/session-cookie.ts'
import { newId } from '#platform/ids.ts'
import { beginsAsSite, onThisSite } from '#platform/language.ts'
import type { Log } from '#platform/log.ts'
import { Refusal } from '#platform/refusal.ts'
import { isFormWithParts, mostReadAway } from '#platform/upload/read-parts.ts'

type Parts = {
  /** the address people use; without one, whatever host the browser asked for */
  origin: string | undefined
  proxies: number
  respond: Respond
  findSession: FindSession
  cookie: SessionCookie
  log: Log
  /** addresses to which a file may be sent; their routes read it with a limit of their own */
  uploads?: readonly RegExp[]
  /** addresses at which programs may send more than a form can hold, and how many bytes */
  larger?: readonly LargerBody[]
  /** addresses of which no request is noted: what goes wrong there is */
  unlogged?: readonly RegExp[]
}

export type LargerBody = { readonly address: RegExp; readonly most: number }

/** Largest form we read: a long story with room to spare, not a file. */
const largestBody = 256 * 1024

/** A person fills in a form now and then; a program that writes faster than this is not a person. */
const writesPerMinute = 300

/** The front door of every request: who, in which language, within which bounds. */
export function house({
  origin,
  proxies,
  respond,
  findSession,
  cookie,
  log,
  uploads = [],
  larger = [],
  unlogged = [],
}: Parts): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>({ getPath: (request) => split(request.url).path })
  app.use(
    createMiddleware<HouseEnv>(async (c, next) => {
      const started = performance.now()
      const requestId = newId()
      c.set('requestId', requestId)
      c.set('language', languageOf(c))
      c.header('X-Request-Id', requestId)
      c.header('Cache-Control', 'no-store')
      await next()
      if (unlogged.some((address) => address.test(c.req.path))) return
      log.info({
        requestId,
        method: c.req.method,
        route: c.req.routePath,
        status: c.res.status,
        ms: Math.round(performance.now() - started),
      })
    }),
  )
  app.use(securityHeaders(origin?.startsWith('https:') ?? false))
  app.use(refuseOtherSites)
  app.use(compressPublic)
  app.use(onlyFromHere(origin))
  app.use(limitBody(uploads, larger))
  app.use(
    createMiddleware<HouseEnv>(async (c, next) => {
      // A program proves itself with each request; the cookie of a browser opens nothing there.
      const token = isAsset(c.req.path) || isApi(c.req.path) ? undefined : cookie.read(c)
      c.set('signedIn', token ? await findSession(token) : undefined)
      await next()
    }),
  )
  const limited = limit({ points: writesPerMinute, seconds: 60, key: bySession(proxies) })
  // What programs may do is counted where it is known which program it is.
  app.on('POST', '*', (c, next) => (isApi(c.req.path) ? next() : limited(c, next)))
  app.onError(errorHandler(respond, log))
  app.notFound(notFoundHandler(respond))
  return app
}

/** A form comes from our own pages. A program is no page: it names no other site, whatever it sends. */
function onlyFromHere(origin: string | undefined) {
  const forms = csrf(origin ? { origin } : {})
  return createMiddleware<HouseEnv>(async (c, next) => {
    if (!isApi(c.req.path)) return forms(c, next)
    const from = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    const isHere = from === undefined || from === (origin ?? new URL(c.req.url).origin)
    if (!isHere || site === 'cross-site' || site === 'same-site') throw new HTTPException(403)
    return next()
  })
}

const tooLarge = (): never => {
  throw new HTTPException(413)
}
const countBody = bodyLimit({ maxSize: largestBody, onError: tooLarge })

/**
 * A browser says beforehand how long its form is, and the server's own reader holds it to that: only a
 * body of unknown length is counted, which makes a stream of it.
 */
const limitBody = (uploads: readonly RegExp[], larger: readonly LargerBody[]) => {
  const counting = larger.map((one) => ({
    ...one,
    count: bodyLimit({ maxSize: one.most, onError: tooLarge }),
  }))
  return createMiddleware<HouseEnv>((c, next) => {
    const { method } = c.req
    const said = c.req.header('transfer-encoding') ? undefined : c.req.header('content-length')
    if (mayHoldFile(c) && uploads.some((address) => address.test(c.req.path))) {
      return Number(said ?? 0) <= mostReadAway ? next() : tooLarge()
    }
    const own = counting.find(({ address }) => address.test(c.req.path))
    if (said !== undefined) return Number(said) <= (own?.most ?? largestBody) ? next() : tooLarge()
    if (method === 'GET' || method === 'HEAD') return next()
    return (own?.count ?? countBody)(c, next)
  })
}

/** Read while it arrives, within limits (`readParts`), and only where a route expects it. */
const mayHoldFile = (c: HouseContext): boolean =>
  c.req.method === 'POST' && isFormWithParts(c.req.header('content-type'))

const gzip = compress({ encoding: 'gzip' })

/**
 * Only what everybody may read is compressed on the way: how well a personal page compresses could
 * tell somebody who listens what is in it.
 */
const compressPublic = createMiddleware<HouseEnv>((c, next) =>
  c.req.header('cookie') || isAsset(c.req.path) ? next() : gzip(c, next),
)

const isAsset = (path: string): boolean => path.startsWith('/assets/')

const refuseOtherSites = createMiddleware<HouseEnv>(async (c, next) => {
  if (split(c.req.raw.url).refused) throw new Refusal('not-found', 'no-such-page')
  await next()
})

/** By its address for people; a program says it in a header. */
function languageOf(c: HouseContext): 'nl' | 'en' {
  const { language, path } = split(c.req.raw.url)
  return (isApi(path) && acceptedLanguage(c.req.header('accept-language'))) || language
}

type Asked = { readonly language: 'nl' | 'en'; readonly path: string; readonly refused: boolean }

/**
 * English lives under /en; everything behind it is the same path. What a browser would read as another
 * site is refused, and never stands as such in a link of the page that says so.
 */
function split(url: string): Asked {
  const start = url.indexOf('/', url.indexOf('//') + 2)
  if (start < 0) return { language: 'nl', path: '/', refused: false }
  const query = url.indexOf('?', start)
  const asked = url.slice(start, query < 0 ? undefined : query)
  if (asked === '/en') return { language: 'en', path: '/', refused: false }
  const english = asked.startsWith('/en/')
  const path = english ? asked.slice(3) : asked
  const refused = beginsAsSite(path)
  return { language: english ? 'en' : 'nl', path: refused ? onThisSite(path) : path, refused }
}
