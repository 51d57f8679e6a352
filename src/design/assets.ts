import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

export type Asset = {
  readonly name: string
  /** changes with every change of the body, so it may be kept for ever */
  readonly url: string
  readonly contentType: string
  readonly body: Uint8Array<ArrayBuffer>
  /** missing where compressing gains nothing */
  readonly brotli?: Uint8Array<ArrayBuffer>
  readonly gzip?: Uint8Array<ArrayBuffer>
  /** for `integrity="…"` */
  readonly integrity: string
}

export type Assets = {
  /** Adds a file at startup and gives its address. The same name twice is a defect. */
  readonly add: (name: string, contentType: string, body: string | Uint8Array) => string
  /** The address of a file; an unknown name is a defect. */
  readonly url: (name: string) => string
  /** By the path of a request. */
  readonly find: (path: string) => Asset | undefined
  readonly all: () => readonly Asset[]
}

const packed = /^(image\/png|font\/woff2)/

export function emptyAssets(): Assets {
  const byName = new Map<string, Asset>()
  const byUrl = new Map<string, Asset>()
  return {
    add(name, contentType, body) {
      if (byName.has(name)) throw new Error(`There are two assets with the name ${name}.`)
      const asset = assetFrom(name, contentType, body)
      byName.set(name, asset)
      byUrl.set(asset.url, asset)
      return asset.url
    },
    url(name) {
      const asset = byName.get(name)
      if (!asset) throw new Error(`There is no asset with the name ${name}.`)
      return asset.url
    },
    find: (path) => byUrl.get(path),
    all: () => [...byName.values()],
  }
}

function assetFrom(name: string, contentType: string, given: string | Uint8Array): Asset {
  const body = Uint8Array.from(typeof given === 'string' ? Buffer.from(given) : given)
  const digest = createHash('sha256').update(body).digest()
  const known = { name, contentType, body, integrity: `sha256-${digest.toString('base64')}` }
  const url = `/assets/${digest.toString('base64url').slice(0, 12)}-${name}`
  if (packed.test(contentType)) return { ...known, url }
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  }
  return {
    ...known,
    url,
    brotli: Uint8Array.from(brotliCompressSync(body, { params })),
    gzip: Uint8Array.from(gzipSync(body, { level: 9 })),
  }
}
