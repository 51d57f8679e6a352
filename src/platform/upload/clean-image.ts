import type { Refused } from './accept-file.ts'
import { openGate } from './gate.ts'

/** Fetched with the first picture: most days of most servers have none. */
let fetched: Promise<typeof import('sharp').default> | undefined

async function drawing() {
  const { default: sharp } = await import('sharp')
  // The library can read many formats, and each reader is a way in: only these three stay open.
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: [
      'VipsForeignLoadJpegBuffer',
      'VipsForeignLoadPngBuffer',
      'VipsForeignLoadWebpBuffer',
    ],
  })
  // Pictures of different people have nothing to share in a cache.
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}

type ImageKind = 'jpeg' | 'png' | 'webp'

/** More than any phone takes in 10 MB, and 160 MB of memory when opened. */
const mostPixels = 40_000_000
/** Seconds that opening and writing one picture may take. */
const patience = 30

type Cleaned =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly because: Refused }

/** One at a time: an opened picture is many times larger than its file. */
const oneAtATime = openGate({ open: 1, waiting: 64 })

/**
 * Draws the picture anew: upright, in the common colours, and without anything that was hidden in or
 * behind it: place, time, device, thumbnail, comments, other files. A moving picture becomes its first.
 */
export const cleanImage = (bytes: Buffer, kind: ImageKind): Promise<Cleaned> =>
  oneAtATime.pass(() => draw(bytes, kind))

async function draw(bytes: Buffer, kind: ImageKind): Promise<Cleaned> {
  const no = (because: Refused): Cleaned => ({ ok: false, because })
  fetched ??= drawing()
  const sharp = await fetched
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
