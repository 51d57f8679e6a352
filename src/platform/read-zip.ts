import type { Readable } from 'node:stream'
import yauzl from 'yauzl'

/** A zip that is larger than we want to read, or that is none. */
export class UnreadableZip extends Error {}

type Most = { readonly parts: number; readonly bytes: number }

/**
 * The parts of a zip by name, in order. Sums and sizes are checked; whatever is larger than `most` unpacked, is refused
 * before it fills the memory.
 */
export function readZip(bytes: Buffer, most: Most): Promise<ReadonlyMap<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const refuse = (error: Error) => reject(new UnreadableZip(error.message))
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (broken, zip) => {
      if (broken) return refuse(broken)
      const found = new Map<string, Buffer>()
      let total = 0
      zip.on('entry', (entry) => {
        total += entry.uncompressedSize
        if (found.size >= most.parts || total > most.bytes) return refuse(new Error('too large'))
        zip.openReadStream(entry, (error, stream: Readable) => {
          if (error) return refuse(error)
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('error', refuse)
          stream.on('end', () => {
            found.set(entry.fileName, Buffer.concat(chunks))
            zip.readEntry()
          })
        })
      })
      zip.on('end', () => resolve(found)).on('error', refuse)
      zip.readEntry()
    })
  })
}
