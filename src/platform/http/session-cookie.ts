import { createHash, randomBytes } from 'node:crypto'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { HouseContext } from '#platform/http/house-env.ts'

/** 32 random bytes: the only secret a signed-in browser holds. The database keeps its hash. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/**
 * Over https the cookie is `__Host-`: this host only, never readable by script. A laptop without
 * https (the demo) gets the same cookie under a plain name, because browsers refuse the prefix there.
 */
export function sessionCookie(https: boolean) {
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure: https } as const
  const name = https ? '__Host-oogmerk' : 'oogmerk'
  return {
    read: (c: HouseContext): string | undefined => getCookie(c, name),
    write: (c: HouseContext, token: string): void => setCookie(c, name, token, options),
    clear: (c: HouseContext): void => {
      deleteCookie(c, name, options)
    },
  }
}

export type SessionCookie = ReturnType<typeof sessionCookie>
