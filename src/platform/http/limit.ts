import { createMiddleware } from 'hono/factory'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { clientAddress } from '#platform/http/client-address.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'

export type Limit = {
  /** how many requests one key may make… */
  readonly points: number
  /** …in this many seconds */
  readonly seconds: number
  readonly key: (c: HouseContext) => string
}

/** Too many requests; `seconds` tells when to try again. */
export class TooMany extends Error {
  readonly seconds: number
  constructor(seconds: number) {
    super('too many requests')
    this.seconds = seconds
  }
}

export const byAddress = (proxies: number) => (c: HouseContext) => clientAddress(c, proxies)

export const bySession = (proxies: number) => (c: HouseContext) =>
  c.get('signedIn')?.sessionId ?? clientAddress(c, proxies)

/** Counts in memory: each server process holds its own count. */
export function limit({ points, seconds, key }: Limit) {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  return createMiddleware<HouseEnv>(async (c, next) => {
    try {
      await limiter.consume(key(c))
    } catch (refused) {
      if (refused instanceof RateLimiterRes) {
        throw new TooMany(Math.ceil(refused.msBeforeNext / 1000))
      }
      throw refused
    }
    await next()
  })
}
