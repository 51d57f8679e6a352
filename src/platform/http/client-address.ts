import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * The address to limit. `X-Forwarded-For` is believed only as far as our own proxies wrote it:
 * with `proxies` of them in front, the entry that many places from the right.
 */
export function clientAddress(c: Context, proxies: number): string {
  if (proxies > 0) {
    const forwarded = c.req.header('x-forwarded-for')?.split(',') ?? []
    const address = forwarded.at(-proxies)?.trim()
    if (address) return address
  }
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    // Called without a socket, as tests do.
    return 'unknown'
  }
}
