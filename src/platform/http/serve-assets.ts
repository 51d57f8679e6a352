import { createMiddleware } from 'hono/factory'
import type { Asset, Assets } from '#design/assets.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'

/** Files whose address changes with their content: kept for ever, compressed once at start. */
export const serveAssets = (assets: Assets) =>
  createMiddleware<HouseEnv>(async (c, next) => {
    const asset = assets.find(c.req.path)
    if (!asset) return next()
    c.header('Content-Type', asset.contentType)
    c.header('Cache-Control', 'public, max-age=31536000, immutable')
    c.header('X-Request-Id', undefined)
    if (asset.brotli) c.header('Vary', 'Accept-Encoding')
    return c.body(
      chosenBody(c.req.header('accept-encoding') ?? '', asset, (encoding) =>
        c.header('Content-Encoding', encoding),
      ),
    )
  })

function chosenBody(
  accepted: string,
  { body, brotli, gzip }: Asset,
  say: (encoding: string) => void,
): Uint8Array<ArrayBuffer> {
  if (brotli && /\bbr\b/.test(accepted)) {
    say('br')
    return brotli
  }
  if (gzip && /\bgzip\b/.test(accepted)) {
    say('gzip')
    return gzip
  }
  return body
}
