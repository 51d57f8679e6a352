import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

type Bytes = Uint8Array<ArrayBuffer>
export type Packing = 'br' | 'gzip'

export type Asset = {
  readonly name: string
  /** changes with every change of the body, so it may be kept for ever */
  readonly url: string
  readonly contentType: string
  readonly body: Bytes
  /** compressed once, when first asked for, beside the main thread; missing where it gains nothing */
  readonly packed?: (how: Packing) => Promise<Bytes>
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

const packedAlready = /^(image\/png|font\/woff2)/

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
  const body: Bytes = Uint8Array.from(typeof given === 'string' ? Buffer.from(given) : given)
  const digest = createHash('sha256').update(body).digest()
  const known = { name, contentType, body, integrity: `sha256-${digest.toString('base64')}` }
  const url = `/assets/${digest.toString('base64url').slice(0, 12)}-${name}`
  if (packedAlready.test(contentType)) return { ...known, url }
  const made = new Map<Packing, Promise<Bytes>>()
  const packed = (how: Packing): Promise<Bytes> => {
    const found = made.get(how) ?? pack[how](body)
    made.set(how, found)
    return found
  }
  return { ...known, url, packed }
}

const pack: Record<Packing, (body: Bytes) => Promise<Bytes>> = {
  br: async (body) => {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    }
    return Uint8Array.from(await promisify(brotliCompress)(body, { params }))
  },
  gzip: async (body) => Uint8Array.from(await promisify(gzip)(body, { level: 9 })),
}
