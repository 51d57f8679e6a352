import { brotliCompressSync, gzipSync } from 'node:zlib'
import { createMiddleware } from 'hono/factory'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'

type Bytes = Uint8Array<ArrayBuffer>
type Made = {
  readonly type: string
  readonly control: string | null
  readonly plain: Bytes
  readonly br: Bytes
  readonly gzip: Bytes
}

/**
 * A public page is the same for everybody who is not signed in: made and compressed at its first
 * request. Nothing secret and nothing typed stands in it, so compressing gives nothing away.
 */
export function madeOnce() {
  const pages = new Map<string, Made>()
  return createMiddleware<HouseEnv>(async (c, next) => {
    const { pathname, search } = new URL(c.req.url)
    // A query comes back in the language switch, so such a page is made anew.
    if (c.get('signedIn') || search !== '') return next()
    const known = pages.get(pathname)
    if (known) return send(c, known)
    await next()
    if (c.res.status !== 200) return
    const plain = new Uint8Array(await c.res.arrayBuffer())
    const made = {
      type: c.res.headers.get('Content-Type') ?? 'text/html; charset=UTF-8',
      control: c.res.headers.get('Cache-Control'),
      plain,
      br: Uint8Array.from(brotliCompressSync(plain)),
      gzip: Uint8Array.from(gzipSync(plain)),
    }
    pages.set(pathname, made)
    c.res = send(c, made)
  })
}

function send(c: HouseContext, { type, control, plain, br, gzip }: Made): Response {
  const accepted = c.req.header('accept-encoding') ?? ''
  c.header('Content-Type', type)
  if (control) c.header('Cache-Control', control)
  c.header('Content-Language', c.get('language'))
  c.header('Vary', 'Accept-Encoding')
  const encoding = (['br', 'gzip'] as const).find((each) =>
    new RegExp(`\\b${each}\\b`).test(accepted),
  )
  if (!encoding) return c.body(plain)
  c.header('Content-Encoding', encoding)
  return c.body(encoding === 'br' ? br : gzip)
}
