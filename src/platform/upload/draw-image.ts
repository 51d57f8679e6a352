// A process of its own: a picture of a stranger is opened where no key, no database and no other
// person's file is in memory, and whatever it took of memory goes with it.
import sharp from 'sharp'
import type { Refused } from './accept-file.ts'

export type ImageKind = 'jpeg' | 'png' | 'webp'
export type DrawOrder = { readonly bytes: Uint8Array; readonly kind: ImageKind }
export type Drawn =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly because: Refused }

// The library can read many formats, and each reader is a way in: only these three stay open.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
// Pictures of different people have nothing to share in a cache.
sharp.cache(false)
sharp.concurrency(1)

/** More than any phone takes in 10 MB, and 160 MB of memory when opened. */
const mostPixels = 40_000_000
/** Seconds that drawing one picture may take. */
const patience = 30

async function draw({ bytes, kind }: DrawOrder): Promise<Drawn> {
  const no = (because: Refused): Drawn => ({ ok: false, because })
  try {
    const image = sharp(bytes, { limitInputPixels: false, failOn: 'warning', pages: 1 })
    const { format, width, height } = await image.metadata()
    if (format !== kind) return no('file-broken')
    if (width * height > mostPixels) return no('image-too-many-dots')
    const upright = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'warning', pages: 1 })
      .autoOrient()
      .timeout({ seconds: patience })
    const drawn = {
      jpeg: () => upright.jpeg({ quality: 88 }),
      png: () => upright.png(),
      webp: () => upright.webp({ quality: 88 }),
    }[kind]()
    return { ok: true, bytes: await drawn.toBuffer() }
  } catch {
    // It says what it could not read, and that may hold bytes of the picture.
    return no('file-broken')
  }
}

process.on('message', async (order: DrawOrder) => process.send?.(await draw(order)))
// Whoever asked is gone.
process.on('disconnect', () => process.exit())
