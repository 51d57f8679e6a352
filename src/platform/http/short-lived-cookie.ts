import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import type { Clock } from '#platform/clock.ts'
import { openJson, sealJson } from '#platform/crypto.ts'
import type { HouseContext } from '#platform/http/house-env.ts'
import { newId } from '#platform/ids.ts'

type Parts<T> = {
  readonly name: string
  readonly schema: z.ZodType<T>
  readonly seconds: number
  readonly path: string
  readonly key: Buffer
  readonly https: boolean
  readonly clock: Clock
  /** over how many cookies a long value may be spread; one unless told */
  readonly pieces?: number
}

/** In characters: browsers keep 4096 bytes of a cookie, with its name and what is said of it. */
const longestPiece = 3600

export type ShortLivedCookie<T> = {
  /** Throws a `RangeError` when the value does not fit in its pieces. */
  write(c: HouseContext, value: T): void
  /** What was written, or nothing when it is missing, too old or tampered with. */
  read(c: HouseContext): T | undefined
  /** Reads and removes. One server process gives the same cookie once, also to somebody who copied it. */
  take(c: HouseContext): T | undefined
  clear(c: HouseContext): void
}

/** What a browser must bring back within minutes, sealed so that it can neither read nor change it. */
export function shortLivedCookie<T>(parts: Parts<T>): ShortLivedCookie<T> {
  const { key, seconds, path, https, clock, pieces = 1 } = parts
  const name = `${https ? '__Secure-' : ''}oogmerk-${parts.name}`
  const options = { path, httpOnly: true, sameSite: 'Lax', secure: https } as const
  const envelope = z.object({ id: z.string(), until: z.number(), value: parts.schema })
  const names = Array.from({ length: pieces }, (_, at) => (at === 0 ? name : `${name}-${at}`))
  const taken = new Map<string, number>()
  const nowInSeconds = (): number => clock().epochMilliseconds / 1000

  function opened(c: HouseContext) {
    const sealed = names.map((each) => getCookie(c, each) ?? '').join('')
    if (sealed === '') return undefined
    try {
      const bytes = Buffer.from(sealed, 'base64url')
      const read = envelope.parse(openJson(key, bytes, `cookie:${name}`))
      return read.until > nowInSeconds() ? read : undefined
    } catch {
      return undefined
    }
  }

  function isFirst(id: string, until: number): boolean {
    const now = nowInSeconds()
    for (const [old, end] of taken) if (end <= now) taken.delete(old)
    if (taken.has(id)) return false
    taken.set(id, until)
    return true
  }

  const clear = (c: HouseContext): void => {
    for (const [at, each] of names.entries()) {
      if (at === 0 || getCookie(c, each) !== undefined) deleteCookie(c, each, options)
    }
  }

  return {
    write(c, value) {
      const envelope = { id: newId(), until: nowInSeconds() + seconds, value }
      const sealed = sealJson(key, envelope, `cookie:${name}`).toString('base64url')
      if (sealed.length > longestPiece * pieces) throw new RangeError(`too long for ${name}`)
      for (const [at, each] of names.entries()) {
        const piece = sealed.slice(at * longestPiece, (at + 1) * longestPiece)
        if (piece !== '') setCookie(c, each, piece, { ...options, maxAge: seconds })
        // What was left of a longer value would make this one unreadable.
        else if (getCookie(c, each) !== undefined) deleteCookie(c, each, options)
      }
    },
    read: (c) => opened(c)?.value,
    take(c) {
      const read = opened(c)
      clear(c)
      return read && isFirst(read.id, read.until) ? read.value : undefined
    },
    clear,
  }
}
