import { createMiddleware } from 'hono/factory'
import type { Assets, Packing } from '#design/assets.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'

/** After the start has been given its time, in milliseconds. */
const untilAhead = 2_000

/** Files whose address changes with their content: kept for ever, compressed once. */
export function serveAssets(assets: Assets) {
  setTimeout(() => void packAhead(assets), untilAhead).unref()
  return createMiddleware<HouseEnv>(async (c, next) => {
    const asset = assets.find(c.req.path)
    if (!asset) return next()
    c.header('Content-Type', asset.contentType)
    c.header('Cache-Control', 'public, max-age=31536000, immutable')
    c.header('X-Request-Id', undefined)
    if (!asset.packed) return c.body(asset.body)
    c.header('Vary', 'Accept-Encoding')
    const how = chosen(c.req.header('accept-encoding') ?? '')
    if (!how) return c.body(asset.body)
    c.header('Content-Encoding', how)
    return c.body(await asset.packed(how))
  })
}

const chosen = (accepted: string): Packing | undefined =>
  /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined

/** So that whoever comes first waits for nothing; one at a time, beside the main thread. */
async function packAhead(assets: Assets): Promise<void> {
  for (const { packed } of assets.all()) await packed?.('br')
}
