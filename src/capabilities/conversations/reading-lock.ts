import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { isId } from '#platform/ids.ts'
import { link } from '#platform/language.ts'
import { type Place, pathOf } from './desk.ts'

/**
 * The screen is with the young person. A browser cannot be told to forget the way back, so the server
 * answers it: while this cookie is there, every other address leads to the page that is being read. It
 * is a cookie and no state of the session, because it is this very device that is out of hand. That it
 * changes also keeps a browser from showing a page that it kept (back/forward cache).
 */
export type Reading = {
  readonly personId: string
  readonly place: Place
  /** the words may be shown; otherwise nothing is, until somebody asks to read on */
  readonly open: boolean
}

/** As long as a session can last at most. */
const tenHours = 10 * 60 * 60

/** The name and the attributes that the page over https can have. */
export type ReadingCookie = ReturnType<typeof readingCookie>

export function readingCookie(https: boolean) {
  const name = https ? '__Host-meelezen' : 'meelezen'
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure: https } as const
  return {
    read(c: HouseContext): Reading | undefined {
      const [personId = '', caseId = '', id = '', state] = (getCookie(c, name) ?? '').split('.')
      if (![personId, caseId, id].every(isId)) return undefined
      return { personId, place: { caseId, id }, open: state === 'open' }
    },
    write(c: HouseContext, { personId, place, open }: Reading): void {
      const value = [personId, place.caseId, place.id, open ? 'open' : 'covered'].join('.')
      setCookie(c, name, value, { ...options, maxAge: tenHours })
    },
    clear(c: HouseContext): void {
      deleteCookie(c, name, options)
    },
  }
}

export const readingPath = (place: Place): string => `${pathOf(place)}/lezen`

/** Signing out shows nothing and ends everything; styles and fonts are for everybody. */
const alwaysOpen = (path: string): boolean => path.startsWith('/assets/') || path === '/uitloggen'

/** Before every address: while somebody reads along on this device, nothing else of the house opens. */
export const keepToReadingPage = (https: boolean) => {
  const cookie = readingCookie(https)
  return createMiddleware<HouseEnv>(async (c, next) => {
    const reading = cookie.read(c)
    // Without the session of who turned the screen there is nothing to keep anybody from.
    if (!reading || c.get('signedIn')?.actor.personId !== reading.personId) return next()
    const own = readingPath(reading.place)
    const { path } = c.req
    if (path === own || path.startsWith(`${own}/`) || alwaysOpen(path)) return next()
    cookie.write(c, { ...reading, open: false })
    return c.redirect(link(c.get('language'), own), 303)
  })
}
